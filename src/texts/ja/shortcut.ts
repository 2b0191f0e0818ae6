import type { HotkeyUse } from '../../preload/hotkey-contract';
import type { SettingsTexts } from '../texts';

/** After the keys, as the rest of a sentence. */
const uses: Readonly<Record<HotkeyUse, string>> = {
  'switch-windows': 'ウィンドウを切り替えます',
  'close-window': 'ウィンドウを閉じます',
  quit: 'プログラムを終了します',
  search: 'システムの検索を開きます',
  'input-source': '入力言語を切り替えます',
  screenshot: '画面を撮影します',
  'show-desktop': 'デスクトップを表示します',
  'window-menu': 'ウィンドウのメニューを開きます',
  'task-manager': 'タスクマネージャーを開きます',
  'start-menu': 'スタートメニューを開きます',
  characters: '特殊文字を入力します',
  emoji: '絵文字の一覧を開きます',
  run: '実行するコマンドを尋ねます',
  terminal: '端末を開きます',
  lock: '画面をロックします',
  dock: 'Dockを隠します',
  workspaces: 'ワークスペースを切り替えます',
  'windows-key': '今または今後Windows自身が使うことがあります',
  'super-key': 'デスクトップ自身が使うことがあります',
  programs: '多くのプログラムで意味を持ちます',
};

export const shortcut: SettingsTexts['shortcut'] = {
  title: 'Aloudを開く',
  works: 'どこで押してもAloudが開き、すぐに入力できます。もう一度押すと隠れます。',
  moved: (wanted) => `${wanted}はほかのプログラムが使っているため、今はこのキーでAloudが開きます。`,
  none: (wanted) =>
    `${wanted}もほかのキーも設定できませんでした。アイコンから開くか、もう一度起動してAloudを開いてください。`,
  change: '変更…',
  record: '新しいショートカットを押してください',
  recordHint: '選んでいる間は、どのショートカットでもAloudは開きません。Escで今のままにします。',
  keep: '今のままにする',
  faults: {
    'no-modifier':
      'Ctrl、Alt、⌘などと一緒に押してください。このキーだけでは文字の入力に使われます。ファンクションキーは単独でも使えます。',
    'shift-alone': 'Shiftだけでは大文字の入力になります。ほかのキーも一緒に押してください。',
    'no-key':
      'このキーではAloudを開けません。英字、数字、ファンクションキー、スペース、または矢印をほかのキーと一緒に使ってください。',
    'never-arrives': 'これはシステム専用で、どのプログラムにも届きません。',
    editing: 'これを使うと、どのプログラムでもコピー、貼り付け、取り消しができなくなります。',
  },
  taken: (chord) =>
    `${chord}はほかのプログラムが使っています。別のキーを選ぶか、先にそのプログラムで解除してください。`,
  used: (chord, use) => `${chord}は${uses[use]}。Aloudがそれを奪うことになります。`,
  insist: 'それでも使う',
  proof:
    'システムがショートカットを受け付けても、実際には届かないことがあります。押して確かめるほかありません。',
  prove: '試す',
  pressNow: (chord) => `今${chord}を押してください`,
  late: '何も届いていません。ほかのプログラムが先に受け取っているか、キーボードが同時に送れないのかもしれません。別のキーを選んでください。Aloudは引き続き待っています。',
  lateOnWayland:
    '何も届いていません。Waylandではデスクトップが決めます。許可を求められたか、ショートカットをまったく渡さないデスクトップかもしれません。下のように、デスクトップ自身にAloudを開かせてください。',
  proofEnds: 'やめる',
  proved: (chord) => `${chord}は使えます。`,
};

export const desktop: SettingsTexts['desktop'] = {
  title: 'デスクトップ自身のショートカット',
  onWayland:
    'Waylandでは、プログラムはデスクトップを通してしかショートカットを受け取れず、渡さないデスクトップもあります。代わりに、キーでコマンドを実行させることができ、これは必ず動きます。次の行を一度、端末に貼り付けてください。',
  elsewhere:
    'ほかのプログラムがいつも先にショートカットを受け取る場合は、デスクトップ自身がAloudを開けます。次の行を一度、端末に貼り付けてください。',
  desktop: 'デスクトップ',
  after: {
    gnome: 'すぐに有効になります。設定の「キーボード」、「独自のショートカット」にあります。',
    kde: '次のログインから有効になります。すぐに使うには、システム設定の「ショートカット」、「追加」、「コマンド」で設定してください。',
    hyprland: 'すぐに有効になります。',
    sway: 'すぐに有効になります。',
  },
};
