import { formats } from '../formats';
import type { Texts } from '../texts';

const { count } = formats('ja');

export const about: Texts['about'] = {
  licence: 'MITライセンス',
  credits: 'どこでも質問を入力し、Enterキーを押して、答えを聴けます。',
  version: (version) => `Aloud ${version}`,
  versions: 'バージョン',
  copyVersions: 'バージョンをコピー',
  system: 'システム',
  licences: 'ライセンス',
  licencesLead: 'Aloudに同梱されているものと、それぞれのライセンスの全文です。',
  search: '名前またはライセンス',
  found: (n, all) => `${count(all)}件中${count(n)}件`,
  noneFound: 'この名前やライセンスのものは同梱されていません。',
  chromiumLicences: 'Chromiumのライセンス…',
};

export const start: Texts['start'] = {
  title: 'Aloudを起動できません',
  dataFolder: (folder, code) =>
    `データフォルダー「${folder}」を使用できません（${code}）。書き込みを許可するか、ALOUD_USER_DATAで別のフォルダーを指定してください。`,
  failed: (error) => `Aloudを起動できませんでした：${error}`,
};

export const windows: Texts['windows'] = {
  about: 'Aloudについて',
  settings: 'Aloudの設定',
};

export const voiceSample: Texts['voiceSample'] = 'こんにちは。お答えするときは、このような声です。';
