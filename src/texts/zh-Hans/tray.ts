import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('zh-Hans');

export const tray: Texts['tray'] = {
  ask: '提问…',
  pause: '暂停',
  resume: '继续',
  stop: '停止朗读',
  replay: '再听一遍上个回答',
  newConversation: '新对话',
  mute: '静音',
  volume: '音量',
  percent,
  output: '输出设备',
  voice: '语音',
  recent: '最近的问题',
  enterKey: 'API密钥…',
  changeKey: '更改API密钥…',
  demo: '使用演示语音',
  settings: '设置…',
  log: '打开日志',
  about: '关于Aloud',
  quit: '退出Aloud',
  tip: {
    idle: 'Aloud',
    muted: 'Aloud（已静音）',
    connecting: 'Aloud：正在连接',
    speaking: 'Aloud：正在朗读',
    speakingMuted: 'Aloud：正在朗读（已静音）',
    paused: 'Aloud：已暂停',
    offline: 'Aloud：无网络',
    notConnected: 'Aloud：未连接',
    problem: (title) => `Aloud：${title}`,
  },
};

export const output: Texts['output'] = {
  system: '跟随系统',
  away: (name) => `${name}（未连接）`,
  unnamed: '未命名的设备',
  numbered: (name, number) => `${name} (${number})`,
};
