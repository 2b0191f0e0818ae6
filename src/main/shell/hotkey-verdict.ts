import type { Snapshot } from '../../preload/contract';
import type { HotkeyUse, HotkeyVerdict } from '../../preload/hotkey-contract';
import { isFunctionKey, isKey } from './hotkey-choice';

type Platform = Snapshot['platform'];

/** Modifiers by one name each. `Main` is what begins the shortcuts of programs: Command on a Mac, Control elsewhere. */
type Modifier = 'Main' | 'Control' | 'Alt' | 'Shift' | 'Super';
const ORDER: readonly Modifier[] = ['Main', 'Control', 'Alt', 'Shift', 'Super'];

interface Combination {
  modifiers: ReadonlySet<Modifier>;
  key: string;
}

/** No program ever gets these. */
const NEVER: Readonly<Record<Platform, readonly string[]>> = {
  darwin: ['Main+Tab', 'Main+Shift+Tab'],
  win32: ['Main+Alt+Delete', 'Super+L', 'F12'],
  linux: [...Array(12).keys()].map((n) => `Main+Alt+F${n + 1}`),
};

/** What the system uses as it comes. */
const USED: Readonly<Record<Platform, Readonly<Record<string, HotkeyUse>>>> = {
  darwin: {
    'Main+Space': 'search',
    'Main+Alt+Space': 'search',
    'Control+Space': 'input-source',
    'Control+Alt+Space': 'input-source',
    'Main+Control+Space': 'emoji',
    'Main+Shift+3': 'screenshot',
    'Main+Shift+4': 'screenshot',
    'Main+Shift+5': 'screenshot',
    'Main+Control+Q': 'lock',
    'Main+Alt+D': 'dock',
    'Control+Up': 'workspaces',
    'Control+Down': 'workspaces',
    'Control+Left': 'workspaces',
    'Control+Right': 'workspaces',
    F11: 'show-desktop',
  },
  win32: {
    'Alt+Tab': 'switch-windows',
    'Alt+Shift+Tab': 'switch-windows',
    'Alt+F4': 'close-window',
    'Alt+Space': 'window-menu',
    'Main+Escape': 'start-menu',
    'Main+Shift+Escape': 'task-manager',
  },
  linux: {
    'Alt+Tab': 'switch-windows',
    'Alt+Shift+Tab': 'switch-windows',
    'Alt+F4': 'close-window',
    'Alt+F2': 'run',
    'Alt+Space': 'window-menu',
    'Main+Alt+T': 'terminal',
    'Main+Alt+L': 'lock',
    'Main+Alt+Delete': 'quit',
    'Main+Alt+Up': 'workspaces',
    'Main+Alt+Down': 'workspaces',
    'Main+Alt+Left': 'workspaces',
    'Main+Alt+Right': 'workspaces',
  },
};

/** With the main modifier alone, in every program. */
const EDITING: ReadonlySet<string> = new Set(['A', 'C', 'V', 'X', 'Z']);

/**
 * What can be said of a combination before it is tried (pure): whether it can be a global hotkey at all, and what it does
 * already where the system and programs are as they come.
 */
export function judgeHotkey(accelerator: string, platform: Platform): HotkeyVerdict {
  const combination = read(accelerator, platform);
  if (combination === null) return { kind: 'refused', why: 'no-key' };
  const { modifiers, key } = combination;
  const name = nameOf(combination);
  if (!isFunctionKey(key)) {
    if (modifiers.size === 0) return { kind: 'refused', why: 'no-modifier' };
    if (modifiers.size === 1 && modifiers.has('Shift')) return { kind: 'refused', why: 'shift-alone' };
  }
  if (NEVER[platform].includes(name)) return { kind: 'refused', why: 'never-arrives' };
  if (isMainAlone(modifiers) && EDITING.has(key)) return { kind: 'refused', why: 'editing' };
  const by = USED[platform][name] ?? commonUse(combination, platform);
  return by === null ? { kind: 'fine' } : { kind: 'used', by };
}

function commonUse({ modifiers, key }: Combination, platform: Platform): HotkeyUse | null {
  if (platform === 'win32' && modifiers.has('Super')) return 'windows-key';
  if (platform === 'linux' && modifiers.has('Super') && modifiers.size === 1) return 'super-key';
  const isLetter = /^[A-Z0-9]$/u.test(key);
  // ⌥A is å there.
  if (
    platform === 'darwin' &&
    isLetter &&
    ![...modifiers].some((each) => each !== 'Alt' && each !== 'Shift')
  ) {
    return 'characters';
  }
  if (isMainAlone(modifiers)) {
    if (platform === 'darwin' && key === 'Q') return 'quit';
    if (key === 'W') return 'close-window';
    return 'programs';
  }
  return modifiers.size === 0 ? 'programs' : null;
}

function isMainAlone(modifiers: ReadonlySet<Modifier>): boolean {
  return modifiers.size === 1 && modifiers.has('Main');
}

function nameOf({ modifiers, key }: Combination): string {
  return [...ORDER.filter((each) => modifiers.has(each)), key].join('+');
}

/** Null for what is no accelerator of ours. */
function read(accelerator: string, platform: Platform): Combination | null {
  const parts = accelerator.split('+');
  const key = parts.pop();
  if (key === undefined || !(isKey(key) || key === 'Escape')) return null;
  const modifiers = parts.map((part) => modifierOf(part, platform));
  if (modifiers.includes(null) || new Set(modifiers).size !== modifiers.length) return null;
  return { modifiers: new Set(modifiers.filter((each) => each !== null)), key };
}

function modifierOf(part: string, platform: Platform): Modifier | null {
  const isMac = platform === 'darwin';
  switch (part) {
    case 'CommandOrControl':
    case 'CmdOrCtrl':
      return 'Main';
    case 'Command':
    case 'Cmd':
    case 'Super':
    case 'Meta':
      return isMac ? 'Main' : 'Super';
    case 'Control':
    case 'Ctrl':
      return isMac ? 'Control' : 'Main';
    case 'Alt':
    case 'Option':
      return 'Alt';
    case 'Shift':
      return 'Shift';
    default:
      return null;
  }
}
