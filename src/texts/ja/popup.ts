import { formats } from '../formats';
import type { Texts } from '../texts';

const { count, duration, percent, short } = formats('ja');

export const prompt: Texts['prompt'] = {
  label: '質問',
  placeholder: '質問を入力すると、音声で答えます',
  left: (n) => `残り${count(n)}文字`,
  over: (by, limit) => `${count(by)}文字超過しています。一度に質問できるのは${count(limit)}文字までです。`,
  notTaken:
    '質問を受け付けられませんでした。入力欄に戻しましたので、Enterキーを押してもう一度お試しください。',
};

export const answer: Texts['answer'] = {
  label: '回答',
  connecting: '接続中',
  waiting: '回答を待っています',
  reconnecting: '接続を待っています',
  offline: 'ネットワークを待っています',
  stopped: '停止',
  cutOff: '途切れました',
  replaying: '再生中',
  follow: '読み上げ位置に戻る',
  firstSound: (ms) => `最初の音まで${duration(ms)}`,
};

export const said: Texts['said'] = {
  answering: '回答が始まりました',
  finished: '回答が終わりました',
  stopped: '停止しました',
  paused: '一時停止しました',
  resumed: '再開しました',
  replaying: 'もう一度再生します',
  replayed: '再生が終わりました',
  failed: '質問に回答できませんでした',
  cutOff: '回答が途切れました',
  reconnecting: '接続できません。自動的に再試行します。',
  offline: 'ネットワークに接続していません。復旧すると自動的に続行します。',
  online: 'ネットワークが復旧しました',
  newConversation: '新しい会話',
};

export const connection: Texts['connection'] = {
  is: {
    idle: '未接続',
    connecting: '接続中',
    ready: '準備完了',
    retrying: '接続なし',
    offline: 'ネットワークなし',
    failed: '接続なし',
  },
  nextAttempt: (left, unit) => `${short(left, unit)}後に再試行`,
};

export const source: Texts['source'] = {
  demo: 'デモ音声',
  openai: 'OpenAI',
  profile: '自分のサーバー',
  custom: '自分のサーバー',
};

export const controls: Texts['controls'] = {
  stop: '停止',
  stopLabel: '読み上げを停止',
  pause: '一時停止',
  resume: '再開',
  paused: '一時停止中',
  replay: 'もう一度聴く',
  mute: 'ミュート',
  muted: 'ミュート中',
  volume: '音量',
  percent,
  tryNow: '今すぐ試す',
  newConversation: '新しい会話',
  settings: '設定',
  withKey: (label, key) => `${label}（${key}）`,
  valued: (label, value) => `${label}：${value}`,
  dismiss: '閉じる',
  dismissThis: (remark) => `閉じる：${remark}`,
  back: '戻る',
};

export const hints: Texts['hints'] = {
  ask: '質問',
  pause: '一時停止',
  resume: '再開',
  stop: '停止',
  hide: '隠す',
  back: '戻る',
  earlier: '以前の質問',
  new: '新規',
};

export const welcome: Texts['welcome'] = {
  title: 'Aloudへようこそ',
  text: '上に質問を入力してEnterキーを押してください。APIキーもインターネットもなしで、デモ音声がすぐに答えます。本物の回答を聴くには、OpenAIのAPIキーを追加してください。',
  compact: '今はデモ音声です。本物の回答を聴くには、OpenAIのAPIキーを追加してください。',
  addKey: 'OpenAIのAPIキーを追加',
  demo: 'デモ音声のまま使う',
};
