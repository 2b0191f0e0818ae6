import type { KeptFile } from '../../preload/problem-contract';
import { foreign } from '../foreign';
import type { Texts } from '../texts';

const fileOf: Record<KeptFile, string> = {
  settings: '設定ファイル',
  history: '以前の質問のファイル',
  draft: '書きかけの質問のファイル',
  place: 'ウィンドウの位置のファイル',
};
const faultOf = {
  unreadable: 'を読み取れませんでした',
  damaged: 'が破損していました',
  'too-new': 'は新しいバージョンのAloudのものです',
};

export const notice: Texts['notice'] = {
  setAside: (file, fault, aside) =>
    `${fileOf[file]}${faultOf[fault]}。${aside}として保管し、既定の内容で起動しました。`,
  notSetAside: (file, fault) =>
    `${fileOf[file]}${faultOf[fault]}。別の場所に移すこともできませんでした。変更は終了すると失われます。`,
  keyLocked: 'システムのキーリングを利用できないため、保存されたキーを今は読み取れません。',
  keyDamaged: '保存されたキーを読み取れなかったため、別のファイルに移しました。もう一度入力してください。',
  outgrown:
    '会話が長くなったため、Aloudは最初の部分を覚えていない可能性があります。「新しい会話」で最初から始められます。',
  untold: 'サーバーは以前の会話の内容を受け取りません。接続が切れるたびに、その内容は失われます。',
};

export const device: Texts['device'] = {
  none: 'サウンドデバイスが見つかりません。回答は表示されますが、デバイスを接続するまで音声は聞こえません。',
  failed: {
    'not-opened': 'サウンドデバイスが動作していません。開くことができませんでした。',
    processor: 'サウンドデバイスが動作していません。音声の処理に失敗しました。',
    failed: 'サウンドデバイスが動作していません。デバイスに障害が発生しました。',
    'not-running': 'サウンドデバイスが動作していません。再生が始まりません。',
    closed: 'サウンドデバイスが動作していません。デバイスが閉じられました。',
  },
  away: (name) =>
    `${name === null ? '選択したサウンドデバイス' : `「${foreign(name)}」`}が接続されていません。接続されるまで、システムの出力先で再生します。`,
};

export const hotkey: Texts['hotkey'] = {
  moved: (wanted, works) =>
    `${wanted}はほかのプログラムが使用しています。代わりに${works}でAloudを開けます。`,
  unavailable: (wanted) =>
    `${wanted}を設定できませんでした。トレイのアイコンから、またはもう一度起動してAloudを開いてください。`,
  opens: 'どこからでもAloudを開く',
};
