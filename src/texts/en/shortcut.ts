import type { DesktopName, HotkeyFault, HotkeyUse } from '../../preload/hotkey-contract';

/** After the keys, as the rest of a sentence. */
const uses: Readonly<Record<HotkeyUse, string>> = {
  'switch-windows': 'changes between windows',
  'close-window': 'closes windows',
  quit: 'ends programs',
  search: 'opens the system’s search',
  'input-source': 'changes the keyboard’s language',
  screenshot: 'takes a picture of the screen',
  'show-desktop': 'shows the desktop',
  'window-menu': 'opens the menu of a window',
  'task-manager': 'opens the task manager',
  'start-menu': 'opens the Start menu',
  characters: 'types a special character',
  emoji: 'opens the list of emoji',
  run: 'asks for a command to run',
  terminal: 'opens a terminal',
  lock: 'locks the screen',
  dock: 'hides the Dock',
  workspaces: 'changes between workspaces',
  'windows-key': 'is one that Windows may want for itself, now or later',
  'super-key': 'is one that your desktop may want for itself',
  programs: 'means something in many programs',
};

/** The keys that open Aloud. Keys are given as they are written on the keyboard. */
export const shortcut = {
  title: 'Open Aloud',
  works: 'Press it anywhere: Aloud opens, ready to type. Press it again and it is gone.',
  moved: (wanted: string) => `${wanted} is held by another program, so this one opens Aloud for now.`,
  none: (wanted: string) =>
    `${wanted} could not be set up, nor any other. Open Aloud from the tray, or by starting it again.`,
  change: 'Change…',
  record: 'Press the new shortcut',
  recordHint: 'While you choose, no shortcut opens Aloud. Esc keeps the present one.',
  keep: 'Keep the present one',
  faults: {
    'no-modifier':
      'Hold Ctrl, Alt, ⌘ or the like with it: alone, this key is typed with. A function key may stand alone.',
    'shift-alone': 'Shift alone is how capitals are typed. Hold another key with it, too.',
    'no-key':
      'This key cannot open Aloud. Use a letter, a digit, a function key, Space, or an arrow with others.',
    'never-arrives': 'The system keeps this one for itself: no program ever gets it.',
    editing: 'With this one, nobody could copy, paste or undo any more, in any program.',
  } satisfies Record<HotkeyFault, string>,
  taken: (chord: string) =>
    `${chord} is held by another program. Choose another one, or free it there first.`,
  used: (chord: string, use: HotkeyUse) => `${chord} ${uses[use]}. Aloud would take it away.`,
  insist: 'Use it anyway',
  proof: 'A system may promise a shortcut and never tell of it. Only a press proves it.',
  prove: 'Try it',
  pressNow: (chord: string) => `Press ${chord} now`,
  late: 'Nothing has come. Another program may take the keys first, or the keyboard may not send them together: choose other keys. Aloud goes on waiting.',
  lateOnWayland:
    'Nothing has come. Under Wayland the desktop decides: it may have asked you for your consent, or it may not pass shortcuts on at all. Let the desktop itself open Aloud, as below.',
  proofEnds: 'Enough',
  proved: (chord: string) => `${chord} works.`,
};

/** Linux: the desktop opens it. */
export const desktop = {
  title: 'A shortcut of the desktop’s own',
  onWayland:
    'Under Wayland programs get a shortcut only through the desktop, and not every desktop passes it on. It can run a command at a key instead, which always works. Paste this into a terminal once.',
  elsewhere:
    'Where another program always takes the shortcut first, the desktop itself can open Aloud. Paste this into a terminal once.',
  desktop: 'Desktop',
  after: {
    gnome: 'It holds at once. You find it in the settings under Keyboard, Custom Shortcuts.',
    kde: 'It holds after you have logged in anew. Or set it at once: System Settings, Shortcuts, Add New, Command.',
    hyprland: 'It holds at once.',
    sway: 'It holds at once.',
  } satisfies Record<DesktopName, string>,
};
