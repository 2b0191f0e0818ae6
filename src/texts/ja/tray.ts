import { formats } from '../formats';
import type { Texts } from '../texts';

const { percent } = formats('ja');

export const tray: Texts['tray'] = {
  ask: '質問する…',
  pause: '一時停止',
  resume: '再開',
  stop: '読み上げを停止',
  replay: '最後の回答をもう一度聴く',
  newConversation: '新しい会話',
  mute: 'ミュート',
  volume: '音量',
  percent,
  output: '出力先',
  voice: '音声',
  recent: '最近の質問',
  enterKey: 'APIキー…',
  changeKey: 'APIキーを変更…',
  demo: 'デモ音声を使用',
  settings: '設定…',
  log: 'ログを開く',
  about: 'Aloudについて',
  quit: 'Aloudを終了',
  tip: {
    idle: 'Aloud',
    muted: 'Aloud（ミュート中）',
    connecting: 'Aloud：接続中',
    speaking: 'Aloud：読み上げ中',
    speakingMuted: 'Aloud：読み上げ中（ミュート中）',
    paused: 'Aloud：一時停止中',
    offline: 'Aloud：ネットワークなし',
    notConnected: 'Aloud：未接続',
    problem: (title) => `Aloud：${title}`,
  },
};

export const output: Texts['output'] = {
  system: 'システムの出力先',
  away: (name) => `${name}（未接続）`,
  unnamed: '名前のないデバイス',
  numbered: (name, number) => `${name} (${number})`,
};
