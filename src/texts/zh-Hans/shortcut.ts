import type { HotkeyUse } from '../../preload/hotkey-contract';
import type { SettingsTexts } from '../texts';

/** After the keys, as the rest of a sentence. */
const uses: Readonly<Record<HotkeyUse, string>> = {
  'switch-windows': '用来切换窗口',
  'close-window': '用来关闭窗口',
  quit: '用来退出程序',
  search: '用来打开系统搜索',
  'input-source': '用来切换输入法',
  screenshot: '用来截屏',
  'show-desktop': '用来显示桌面',
  'window-menu': '用来打开窗口菜单',
  'task-manager': '用来打开任务管理器',
  'start-menu': '用来打开开始菜单',
  characters: '用来输入特殊字符',
  emoji: '用来打开表情符号列表',
  run: '用来运行命令',
  terminal: '用来打开终端',
  lock: '用来锁定屏幕',
  dock: '用来隐藏程序坞',
  workspaces: '用来切换工作区',
  'windows-key': '可能现在或以后由Windows自己使用',
  'super-key': '可能由您的桌面环境自己使用',
  programs: '在许多程序里都有用途',
};

export const shortcut: SettingsTexts['shortcut'] = {
  title: '打开Aloud',
  works: '在任何地方按下它：Aloud就会打开，可以直接输入。再按一次就会消失。',
  moved: (wanted) => `${wanted}正被其他程序占用，所以暂时由这个快捷键打开Aloud。`,
  none: (wanted) => `${wanted}和其他快捷键都无法设置。请从托盘图标打开Aloud，或再启动一次。`,
  change: '更改…',
  record: '请按下新的快捷键',
  recordHint: '选择期间，没有快捷键会打开Aloud。按Esc保留现在的快捷键。',
  keep: '保留现在的',
  faults: {
    'no-modifier': '请同时按住Ctrl、Alt、⌘之类的键：单独按时，这个键是用来打字的。功能键可以单独使用。',
    'shift-alone': '单独的Shift是用来输入大写字母的。请再同时按住别的键。',
    'no-key': '这个键不能打开Aloud。请使用字母、数字、功能键、空格或方向键，并与其他键一起按。',
    'never-arrives': '这个快捷键由系统独占：任何程序都收不到。',
    editing: '用了它，任何程序里都无法再复制、粘贴或撤销。',
  },
  taken: (chord) => `${chord}正被其他程序占用。请另选一个，或先在那里释放它。`,
  used: (chord, use) => `${chord} ${uses[use]}。Aloud会把它占去。`,
  insist: '仍然使用',
  proof: '系统可能答应了快捷键，却从不通知。只有按一次才能证明。',
  prove: '试一试',
  pressNow: (chord) => `现在请按${chord}`,
  late: '什么也没有收到。可能有其他程序先拿走了按键，或键盘无法同时发送它们：请选择别的键。Aloud会继续等待。',
  lateOnWayland:
    '什么也没有收到。在Wayland下由桌面环境决定：它可能询问过您是否同意，也可能根本不传递快捷键。请像下面这样，让桌面环境自己打开Aloud。',
  proofEnds: '不试了',
  proved: (chord) => `${chord}可以使用。`,
};

export const desktop: SettingsTexts['desktop'] = {
  title: '桌面环境自己的快捷键',
  onWayland:
    '在Wayland下，程序只能通过桌面环境得到快捷键，而并非每个桌面环境都会传递。不过它可以在按键时运行一条命令，这总是有效的。请把下面这一行粘贴到终端里，一次即可。',
  elsewhere:
    '如果总有其他程序先拿走快捷键，桌面环境自己也可以打开Aloud。请把下面这一行粘贴到终端里，一次即可。',
  desktop: '桌面环境',
  after: {
    gnome: '立即生效。您可以在设置的“键盘”、“自定义快捷键”中找到它。',
    kde: '重新登录后生效。若要立即生效：系统设置、“快捷键”、“新增”、“命令”。',
    hyprland: '立即生效。',
    sway: '立即生效。',
  },
};
