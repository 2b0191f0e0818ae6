import type { Texts } from '../texts';

export const about: Texts['about'] = {
  licence: 'MITライセンス',
  credits: 'どこでも質問を入力し、Enterキーを押して、答えを聴けます。',
};

export const start: Texts['start'] = {
  title: 'Aloudを起動できません',
  dataFolder: (folder, code) =>
    `データフォルダー「${folder}」を使用できません（${code}）。書き込みを許可するか、ALOUD_USER_DATAで別のフォルダーを指定してください。`,
  failed: (error) => `Aloudを起動できませんでした：${error}`,
};

export const windows: Texts['windows'] = {
  settings: 'Aloudの設定',
};

export const voiceSample: Texts['voiceSample'] = 'こんにちは。お答えするときは、このような声です。';
