import { formats } from '../formats';
import type { Texts } from '../texts';

const { count } = formats('zh-Hans');

export const about: Texts['about'] = {
  licence: 'MIT许可证',
  credits: '随处输入问题，按Enter键，聆听回答。',
  version: (version) => `Aloud ${version}`,
  versions: '版本',
  copyVersions: '复制版本信息',
  system: '系统',
  licences: '许可证',
  licencesLead: 'Aloud附带的所有组成部分，以及各自的许可证全文。',
  search: '名称或许可证',
  found: (n, all) => `${count(all)}项中的${count(n)}项`,
  noneFound: '没有使用此名称或许可证的组成部分。',
  chromiumLicences: 'Chromium的许可…',
};

export const start: Texts['start'] = {
  title: 'Aloud无法启动',
  dataFolder: (folder, code) =>
    `Aloud无法使用数据文件夹“${folder}”（${code}）。请允许写入，或在ALOUD_USER_DATA中指定其他文件夹。`,
  failed: (error) => `Aloud无法启动：${error}`,
};

export const windows: Texts['windows'] = {
  about: '关于Aloud',
  settings: 'Aloud设置',
};

export const voiceSample: Texts['voiceSample'] = '您好。我回答您的时候，就是这样的声音。';
