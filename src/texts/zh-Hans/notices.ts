import type { KeptFile } from '../../preload/problem-contract';
import { foreign } from '../foreign';
import type { Texts } from '../texts';

const fileOf: Record<KeptFile, string> = {
  settings: '您的设置',
  history: '您以前的问题',
  draft: '您未写完的问题',
  place: '窗口位置',
};
const faultOf = {
  unreadable: '无法读取',
  damaged: '已损坏',
  'too-new': '来自更新版本的Aloud',
};

export const notice: Texts['notice'] = {
  setAside: (file, fault, aside) =>
    `${fileOf[file]}${faultOf[fault]}，已另存为${aside}。Aloud以默认内容启动。`,
  notSetAside: (file, fault) => `${fileOf[file]}${faultOf[fault]}，且无法另存。更改不会保留到下次运行。`,
  keyLocked: '系统密钥环不可用，因此现在无法读取已保存的密钥。',
  keyDamaged: '已保存的密钥无法读取，现已移到一旁。请重新输入。',
  outgrown: '对话已经很长，Aloud可能不再记得开头的内容。使用“新对话”可重新开始。',
  untold: '服务器不接受之前的对话内容：每次连接中断后，它都不再知道这些内容。',
};

export const device: Texts['device'] = {
  none: '找不到声音设备：回答会显示出来，但连接设备后才能听到。',
  failed: {
    'not-opened': '声音设备无法工作：打不开设备。',
    processor: '声音设备无法工作：声音处理出现故障。',
    failed: '声音设备无法工作：设备出现故障。',
    'not-running': '声音设备无法工作：设备没有运行。',
    closed: '声音设备无法工作：设备已关闭。',
  },
  away: (name) =>
    `${name === null ? '所选的声音设备' : `“${foreign(name)}”`}未连接。重新连接之前，Aloud使用系统的输出设备。`,
};

export const hotkey: Texts['hotkey'] = {
  moved: (wanted, works) => `${wanted}已被其他程序占用。请改用${works}打开Aloud。`,
  unavailable: (wanted) => `无法设置${wanted}。请从托盘图标打开Aloud，或再次启动它。`,
  opens: '可随处打开Aloud',
};
