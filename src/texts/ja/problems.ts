import type { ProxyCommand, VoiceSource } from '../../preload/contract';
import { formats } from '../formats';
import type { Texts } from '../texts';

const { wait } = formats('ja');

/** Who was to answer. */
const who: Record<VoiceSource, string> = {
  demo: 'デモ音声',
  openai: 'OpenAI',
  profile: 'サーバー',
  custom: 'サーバー',
};

export const problem: Texts['problem'] = {
  actions: {
    retry: '再試行',
    'ask-again': 'もう一度質問',
    'enter-key': 'キーを入力',
    'use-demo': 'デモ音声を使用',
    'open-settings': '設定を開く',
    'open-log': 'ログを開く',
  },
  questionBack: '質問は入力欄に戻しました。',
  details: '詳細',
  copy: 'コピー',
  copied: 'コピーしました',
  selected: '選択しました',
};

/** What to do with a name and a password for a proxy. */
function withPassword({ line, startsAloud }: ProxyCommand): string {
  const steps = startsAloud
    ? `Aloudを終了し、NAMEとPASSWORDを自分の名前とパスワードに置き換えて、ターミナルで「${line}」を実行してください。`
    : `NAMEとPASSWORDを自分の名前とパスワードに置き換えて、ターミナルで「${line}」を実行し、Aloudを終了してからもう一度起動してください。`;
  return `${steps}名前やパスワードの中の「@」や「:」などの記号は、「%40」や「%3A」のように書いてください。`;
}

export const sentences: Texts['sentences'] = {
  offline: {
    title: () => 'ネットワークに接続していません。',
    advice: 'インターネットに接続してください。Aloudは自動的に続行します。',
  },
  'host-not-found': {
    title: (by) => `${who[by]}がネットワーク上に見つかりませんでした。`,
    advice: 'インターネット接続とサーバーのアドレスを確認してください。',
  },
  'refused-connection': {
    title: (by) => `${who[by]}が応答しません。`,
    advice: '動作しているか、途中で遮断されていないかを確認してください。',
  },
  'proxy-refused': {
    title: (by) => `このネットワークのプロキシが${who[by]}への接続を許可しませんでした。`,
    advice: 'ネットワークの管理者に許可を求めるか、別のネットワークを使用してください。',
  },
  'proxy-auth': {
    title: () => 'このネットワークのプロキシが名前とパスワードを求めています。',
    advice: 'このコンピューターのネットワーク設定にプロキシを入力して、もう一度お試しください。',
    adviceToRun: withPassword,
  },
  'proxy-password': {
    title: () => 'このネットワークのプロキシが、HTTPS_PROXYの名前とパスワードを受け付けませんでした。',
    advice: '設定した場所で修正し、Aloudを終了してからもう一度起動してください。',
    adviceToRun: withPassword,
  },
  'proxy-sign-in': {
    title: () => 'このネットワークのプロキシは、Aloudが対応していない方法でのサインインを求めています。',
    advice:
      'パスワード（Basic）を受け付けるプロキシをネットワークの管理者に求めるか、別のネットワークを使用してください。',
  },
  'captive-portal': {
    title: () => 'このネットワークでは先にサインインする必要があります。',
    advice: 'ブラウザーでウェブページを開いてサインインしてください。Aloudは自動的に続行します。',
  },
  tls: {
    title: (by) => `${who[by]}との安全な接続を信頼できませんでした。`,
    advice: 'このコンピューターの時計と、プロキシが証明書を置き換えていないかを確認してください。',
  },
  'self-signed': {
    title: (by) => `${who[by]}の証明書に署名した機関を、このコンピューターは信頼していません。`,
    advice: 'その機関をこのコンピューターの証明書に追加して、Aloudを起動し直してください。',
  },
  'handshake-timeout': {
    title: (by) => `${who[by]}への接続に時間がかかりすぎました。`,
    advice: 'しばらくしてからもう一度お試しください。',
  },
  'bad-key': {
    title: (by) => `${who[by]}がキーを受け付けませんでした。`,
    advice: 'キーが欠けていないか、まだ有効かを確認してください。',
  },
  forbidden: {
    title: () => 'このキーではこのサービスを利用できません。',
    advice: 'Realtime APIを利用できるプロジェクトのキーを使用してください。',
  },
  'not-found': {
    title: (by) => `${who[by]}にはそのモデルまたはアドレスがありません。`,
    advice: 'モデルの名前と、キーで利用できるかを確認してください。',
  },
  'rate-limited': {
    title: (by) => `${who[by]}から間隔を空けるよう求められています。`,
    advice: '少し待ってからもう一度お試しください。',
    adviceToWait: (ms) => `${wait(ms)}待ってからもう一度お試しください。`,
  },
  quota: {
    title: () => 'このキーのアカウントに残高がありません。',
    advice: '提供元で残高を追加するか、別のキーを使用してください。',
  },
  'server-error': {
    title: (by) => `${who[by]}側で障害が発生しています。`,
    advice: 'しばらくしてからもう一度お試しください。',
    adviceToWait: (ms) => `${wait(ms)}後にもう一度お試しください。`,
  },
  'not-a-realtime-server': {
    title: () => 'このアドレスで応答したのはリアルタイムサーバーではありません。',
    advice: 'サーバーのアドレスを確認してください。',
  },
  'bad-address': {
    title: () => 'サーバーのアドレスをAloudで使用できません。',
    advice: 'ユーザー名やパスワードを含まない、wss://またはws://で始まるアドレスを指定してください。',
  },
  'insecure-key': {
    title: () => '接続が暗号化されないため、キーは送信されませんでした。',
    advice: 'このコンピューター以外のサーバーにはwss://のアドレスを使用するか、設定で許可してください。',
  },
  'session-timeout': {
    title: (by) => `${who[by]}は接続を受け付けましたが、何も応答しませんでした。`,
    advice: 'もう一度試すか、リアルタイムサーバーであることを確認してください。',
  },
  'configure-timeout': {
    title: (by) => `${who[by]}に接続しましたが、準備が完了しませんでした。`,
    advice: 'もう一度お試しください。',
  },
  'wrong-dialect': {
    title: (by) => `${who[by]}のプロトコルのバージョンがAloudと合いませんでした。`,
    advice: '設定で別のバージョンを選ぶか、サーバーのバージョンを確認してください。',
  },
  'wrong-format': {
    title: (by) => `${who[by]}の音声の形式は、Aloudが求めたものと異なります。`,
    advice: 'サーバーを16ビットPCM、24 kHzに設定してください。',
  },
  'bad-audio': {
    title: () => '受信した音声が破損していました。',
    advice: 'もう一度質問してください。',
  },
  garbage: {
    title: (by) => `${who[by]}からRealtimeプロトコルではないデータが届きました。`,
    advice: 'サーバーのアドレスを確認してください。',
  },
  'too-large': {
    title: (by) => `${who[by]}から一度に届いたデータが、Aloudの上限を超えました。`,
    advice: 'もっと短い回答を求めてください。',
  },
  flood: {
    title: (by) => `${who[by]}からのイベントが、Aloudの上限を超える速さで届きました。`,
    advice: 'もう一度お試しください。続く場合はサーバーを確認してください。',
  },
  'session-expired': {
    title: (by) => `会話が${who[by]}の許す最長時間に達しました。`,
    advice: 'もう一度質問してください。これまでの内容を引き継いで新しく始まります。',
  },
  'memory-refused': {
    title: (by) => `${who[by]}が以前の会話の内容を受け取りませんでした。`,
    advice: 'もう一度質問してください。「新しい会話」で最初から始められます。',
  },
  closed: {
    title: (by) => `${who[by]}が接続を切断しました。`,
    advice: 'もう一度質問してください。',
  },
  'turn-timeout': {
    title: (by) => `${who[by]}が回答を中断しました。`,
    advice: 'もう一度お試しください。',
  },
  'turn-too-long': {
    title: () => '回答に時間がかかりすぎました。',
    advice: 'もっと短い回答を求めてください。',
  },
  'content-filter': {
    title: (by) => `${who[by]}がコンテンツの規則により回答を差し控えました。`,
    advice: '別の言い方で質問してください。',
  },
  incomplete: {
    title: () => '回答が最大の長さに達し、途中で終わりました。',
    advice: '続きを求めるか、もっと短い回答を求めてください。',
  },
  rejected: {
    title: (by) => `${who[by]}が要求を拒否しました。`,
    advice: 'もう一度お試しください。理由のコードはログにあります。',
  },
  'no-key': {
    title: () => 'キーがまだありません。',
    advice: 'キーを入力するか、キーの要らないデモ音声を使用してください。',
  },
  'key-of-other-host': {
    title: () => 'キーは設定にあるものとは別のサーバー用に入力されたため、送信されませんでした。',
    advice: 'このサーバーのキーを入力するか、設定でアドレスを修正してAloudを起動し直してください。',
  },
  'bad-server-url': {
    title: () => 'ALOUD_REALTIME_URLのアドレスをAloudで使用できません。',
    advice: 'ユーザー名やパスワードを含まない、wss://またはws://で始まるアドレスを指定してください。',
  },
  'demo-broken': {
    title: () => 'デモ音声を開始できませんでした。',
    advice: 'Aloudを起動し直してください。理由はログにあります。',
  },
  'answer-too-long': {
    title: () => '回答が長すぎて、Aloudに保持できませんでした。',
    advice: 'もっと短い回答を求めてください。届いた分は再生されます。',
  },
  'no-sound-path': {
    title: () => '音声を開始できませんでした。',
    advice: 'このコンピューターのサウンド設定を確認して、もう一度お試しください。',
  },
  asleep: {
    title: () => '回答が届く前に、コンピューターがスリープ状態になりました。',
    advice: 'もう一度質問してください。',
  },
};
