import { formats } from '../formats';
import type { Texts } from '../texts';

const { count, duration, percent, short } = formats('zh-Hans');

export const prompt: Texts['prompt'] = {
  label: '您的问题',
  placeholder: '输入问题，聆听回答',
  left: (n) => `还可输入${count(n)}个字符`,
  over: (by, limit) => `超出${count(by)}个字符：一次最多可提问${count(limit)}个字符。`,
  notTaken: 'Aloud未能接收问题。问题已放回输入框，请按Enter键重试。',
};

export const answer: Texts['answer'] = {
  label: '回答',
  connecting: '正在连接',
  waiting: '正在等待回答',
  reconnecting: '正在等待连接',
  offline: '正在等待网络',
  stopped: '已停止',
  cutOff: '已中断',
  replaying: '正在重听',
  follow: '回到正在朗读的位置',
  firstSound: (ms) => `${duration(ms)}后发声`,
};

export const said: Texts['said'] = {
  answering: '开始回答',
  finished: '回答完毕',
  stopped: '已停止',
  paused: '已暂停',
  resumed: '已继续',
  replaying: '正在重听',
  replayed: '重听完毕',
  failed: '问题没有得到回答',
  cutOff: '回答已中断',
  reconnecting: '没有连接。Aloud会自动重试。',
  offline: '没有网络。网络恢复后，Aloud会自动继续。',
  online: '网络已恢复',
  newConversation: '新对话',
};

export const connection: Texts['connection'] = {
  is: {
    idle: '未连接',
    connecting: '正在连接',
    ready: '就绪',
    retrying: '无连接',
    offline: '无网络',
    failed: '无连接',
  },
  nextAttempt: (left, unit) => `${short(left, unit)}后重试`,
};

export const source: Texts['source'] = {
  demo: '演示语音',
  openai: 'OpenAI',
  profile: '您的服务器',
  custom: '您的服务器',
};

export const controls: Texts['controls'] = {
  stop: '停止',
  stopLabel: '停止朗读',
  pause: '暂停',
  resume: '继续',
  paused: '已暂停',
  replay: '再听一遍',
  mute: '静音',
  muted: '已静音',
  volume: '音量',
  percent,
  tryNow: '立即重试',
  newConversation: '新对话',
  settings: '设置',
  withKey: (label, key) => `${label}（${key}）`,
  valued: (label, value) => `${label}：${value}`,
  dismiss: '关闭',
  dismissThis: (remark) => `关闭：${remark}`,
  back: '返回',
};

export const hints: Texts['hints'] = {
  ask: '提问',
  pause: '暂停',
  resume: '继续',
  stop: '停止',
  hide: '隐藏',
  back: '返回',
  earlier: '以前的问题',
  new: '新建',
};

export const welcome: Texts['welcome'] = {
  title: '欢迎使用Aloud',
  text: '在上方输入问题并按Enter键：演示语音会立即回答，无需密钥，也无需联网。要获得真正的回答，请添加您的OpenAI密钥。',
  compact: '您听到的是演示语音。要获得真正的回答，请添加您的OpenAI密钥。',
  addKey: '添加我的OpenAI密钥',
  demo: '继续使用演示语音',
};
