import { foreign } from '../foreign';
import { formats } from '../formats';
import type { SettingsTexts } from '../texts';
import { desktop, shortcut } from './shortcut';

const { count, date, decimal } = formats('ja');

export const settings: SettingsTexts = {
  windowTitle: 'Aloudの設定',
  title: '設定',
  sections: {
    account: 'アカウント',
    voice: '音声',
    sound: 'サウンド',
    shortcut: 'ショートカット',
    general: '一般',
  },
  lead: {
    account: '回答するサービスと、そのためのキーです。',
    voice: '回答の声と、回答のしかたです。',
    sound: 'Aloudの音声の出力先と大きさです。',
    shortcut: 'どこからでもAloudを開くためのキーです。',
    general: 'Aloudの外観と動作です。',
  },
  cancel: 'キャンセル',
  faults: {
    missing: () => '空にはできません。',
    'too-long': (limit) =>
      limit === null ? '長すぎます。' : `長すぎます。${count(limit)}文字までにしてください。`,
    'too-large': (limit) => (limit === null ? '大きすぎます。' : `${decimal(limit, 2)}以下にしてください。`),
    'too-small': (limit) => (limit === null ? '小さすぎます。' : `${decimal(limit, 2)}以上にしてください。`),
    'not-whole': () => '整数を入力してください。',
    'bad-address': () =>
      'このアドレスは使用できません。ユーザー名やパスワードを含めずに、サーバーを指定してください。',
    'bad-version': () => 'Azureのバージョンは2024-10-01-previewのように書きます。',
    wrong: () => 'ここでは使用できません。',
  },

  services: {
    title: '回答するサービス',
    demo: 'デモ音声',
    demoHint: 'キーもインターネットもなしで、このコンピューターで話します。知識はわずかです。',
    kinds: { openai: 'OpenAI', azure: 'Azure OpenAI', compatible: 'その他のサーバー' },
    custom:
      '今回はALOUD_REALTIME_URLがサーバーを指定しています。ここで選んだものがすぐに使われ、次回の起動からも有効です。',
    demoNeedsNothing:
      'デモ音声にキーは必要ありません。本物の回答を聴くには、上でサービスを選ぶか追加してください。',
    add: 'サービスを追加',
    addTitle: '新しいサービス',
    kind: 'サービス',
    addIt: '追加',
    remove: 'このサービスを削除…',
    removeQuestion: (name) => `「${foreign(name)}」とそのキーを削除しますか？`,
    removeIt: '削除',
    full: (limit) => `サービスは${count(limit)}件まで登録できます。`,
    stillStored:
      '保存されたキーを削除できなかったため、何も削除していません。Aloudのフォルダーに書き込めるかを確認してください。',
    name: '名前',
    resource: 'リソース',
    resourceHint: 'Azureポータルに表示されるアドレスです。',
    resourceExample: 'https://リソース名.openai.azure.com',
    deployment: 'デプロイ',
    deploymentHint: 'モデルをデプロイしたときに付けた名前です。',
    apiVersion: 'APIバージョン',
    apiVersionHint: 'まだプレビュー版を使っているリソースの場合だけ必要です。',
    apiVersionNone: '現行版',
    url: 'アドレス',
    urlHint: 'Realtimeプロトコルに対応したサーバーのアドレスです。',
    urlExample: 'wss://サーバー名/v1/realtime',
    dialect: 'プロトコル',
    dialects: { auto: 'サーバーに合わせる', ga: '現行版', beta: 'プレビュー版' },
    insecureKey: 'キーを暗号化せずに送信',
    insecureKeyHint:
      '別のコンピューターのws://サーバーに送ると、途中のネットワークで誰にでも読まれる恐れがあります。オフの場合は送信しません。',
  },

  key: {
    title: 'キー',
    label: 'APIキー',
    of: (service) => `${foreign(service)}のキー`,
    placeholder: 'キーをここに貼り付け',
    show: 'キーを表示',
    hide: 'キーを隠す',
    now: {
      none: 'キーはまだありません。',
      stored: 'システムで暗号化して、このコンピューターに保存しています。',
      'this-run': 'Aloudを終了するまでメモリに保持します。どこにも書き込みません。',
      environment: '今回はOPENAI_API_KEYのキーです。どこにも書き込みません。',
    },
    none: {
      openai: 'platform.openai.comの「API keys」で確認または作成できます。',
      azure: 'Azureポータルで、リソースの「キーとエンドポイント」にあります。',
      compatible: 'このサーバーにはキーが不要かもしれません。必要な場合はここに貼り付けてください。',
    },
    remember: '暗号化してこのコンピューターに保存する',
    forget: 'オフの場合、終了するとキーを破棄します。',
    thisRunOnly:
      'このコンピューターにはキーを安全に保存できる場所がありません。暗号化されても、誰でも元に戻せます。そのため今回だけメモリに保持し、次回の起動時にもう一度お尋ねします。',
    unknown: '可能であれば暗号化して保存し、そうでない場合はAloudを終了するまでの間だけ使用します。',
    save: 'このキーを保存',
    saving: '保存中…',
    replace: '置き換え…',
    remove: '削除…',
    removeQuestion: 'このコンピューターからキーを削除しますか？',
    removeIt: '削除',
    stillStored: '保存されたキーを削除できませんでした。Aloudのフォルダーに書き込めるかを確認してください。',
    check: '確認',
    checkServer: '接続を確認',
    checking: (service) => `${foreign(service)}に問い合わせ中…`,
    works: {
      models: (service, model) =>
        `${foreign(service)}でこのキーを使用でき、${foreign(model)}も利用できます。`,
      session: (service, model) => `${foreign(service)}に接続でき、${foreign(model)}が回答できる状態です。`,
    },
  },

  voice: {
    ofDemo:
      '今はデモ音声が回答しています。声と速さだけが反映され、そのほかは選択するサービスに適用されます。',
    title: '声',
    voice: '声',
    voiceHint: 'ほかの声の名前を入力することもできます。',
    sample: '試聴',
    sampleStop: '停止',
    sampleWaits: '音声を待っています…',
    speed: '速さ',
    times: (speed) => `${decimal(speed, 2)}倍`,
    natural: '自然な速さ',
    answers: '回答',
    model: 'モデル',
    modelHint: 'ほかのモデルの名前を入力することもできます。',
    recommended: (name) => `${name}（既定）`,
    recommendedNote: 'おすすめ',
    notes: { best: '最良の回答', cheaper: '低価格' },
    ends: (iso) => `${date(iso)}に終了`,
    suggestions: (field) => `${field}の候補`,
    length: '回答の最大の長さ',
    lengthHint:
      'この長さに達した回答は途中で終わります。どのくらいの長さで答えるかは指示によって決まります。',
    lengths: {
      none: '制限なし',
      seconds: (n) => `約${count(n)}秒`,
      minutes: (n) => `約${count(n)}分`,
      tokens: (n) => `${count(n)}トークン`,
    },
    instructions: '指示',
    instructionsHint:
      '会話の前に毎回伝える内容です。空の場合は、短く話し言葉で答えるというAloudの指示を使用します。',
    instructionsExample: '気長な先生のように答えてください。外来語は必ず説明してください。',
  },

  sound: {
    title: '出力',
    device: '再生先',
    volume: '音量',
    muted: 'Aloudはミュート中です。音は聞こえません。',
    tone: 'テスト音',
    toneHint: '回答と同じ経路で2つの音を鳴らします。',
    play: '再生',
    stop: '停止',
    heard: '最後まで再生しました。',
  },

  shortcut,
  desktop,

  starting: {
    title: '起動とアップデート',
    atLogin: 'ログイン時に起動',
    atLoginHint: 'Aloudはトレイで待機します。',
    heldBack: {
      win32:
        'WindowsがAloudの起動を止めています。タスクマネージャーの「スタートアップアプリ」で有効にしてください。',
      darwin: 'macOSがAloudの起動を止めています。システム設定の「一般」→「ログイン項目」で許可してください。',
    },
    notInstalled: 'ログイン時に起動できるのは、インストールされたAloudだけです。',
    failed: (path, code) =>
      `${foreign(path)}を変更できませんでした（${code}）。書き込めることを確認して、もう一度お試しください。`,
    updates: 'アップデートを確認',
    updatesHint:
      '1日1回、Aloudが話していないときに確認します。GitHubに問い合わせるため、IPアドレスが伝わります。',
    newer: '新しいバージョン',
    notYet: 'まだ確認していません。',
    look: '今すぐ確認',
  },

  general: {
    look: '外観',
    theme: 'テーマ',
    themes: { system: 'システムに合わせる', light: 'ライト', dark: 'ダーク' },
    language: '言語',
    systemLanguage: 'システムに合わせる',
    popup: 'ポップアップ',
    position: '開く場所',
    positions: { cursor: 'ポインタのある画面', last: '前回の場所' },
    keepOnTop: '手前に開いたままにする',
    keepOnTopHint:
      'ほかの場所をクリックしても、ほかのウィンドウの手前に残ります。Esc またはショートカットで隠れます。',
    connection: '接続',
    idle: '切断するまでの時間',
    idleHint: '使われていない接続を閉じます。次の質問でまた接続します。',
    minutes: () => '分',
    help: 'ヘルプ',
    log: 'ログ',
    logHint:
      'Aloudの動作を、コードと時刻とともに記録した不具合報告用のファイルです。キーや入力した言葉は含まれません。',
    reveal: 'フォルダーに表示',
    reset: 'リセット',
    resetHint: 'このウィンドウのすべてを最初の状態に戻します。サービスとキーは残ります。',
    resetAll: 'リセット…',
    resetQuestion: 'サービスとキーを除くすべての設定をリセットしますか？',
    resetIt: 'リセット',
    wasReset: 'すべての設定を最初の状態に戻しました。',
    aboutHint: '不具合報告用のバージョンと、同梱されているすべてのもののライセンスです。',
  },
};
