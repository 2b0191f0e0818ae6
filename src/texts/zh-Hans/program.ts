import type { Texts } from '../texts';

export const about: Texts['about'] = {
  licence: 'MIT许可证',
  credits: '随处输入问题，按Enter键，聆听回答。',
};

export const start: Texts['start'] = {
  title: 'Aloud无法启动',
  dataFolder: (folder, code) =>
    `Aloud无法使用数据文件夹“${folder}”（${code}）。请允许写入，或在ALOUD_USER_DATA中指定其他文件夹。`,
  failed: (error) => `Aloud无法启动：${error}`,
};

export const windows: Texts['windows'] = {
  settings: 'Aloud设置',
};

export const voiceSample: Texts['voiceSample'] = '您好。我回答您的时候，就是这样的声音。';
