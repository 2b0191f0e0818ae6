import type { HotkeyView } from '../../preload/contract';

export const DEFAULT_HOTKEY = 'CommandOrControl+Shift+Space';

/** Tried in this order when the wanted one is taken. All are pressed with one hand and rarely bound elsewhere. */
export const FALLBACK_HOTKEYS: readonly string[] = [
  DEFAULT_HOTKEY,
  'Alt+Shift+Space',
  'CommandOrControl+Alt+Space',
  'CommandOrControl+Alt+A',
  'CommandOrControl+Shift+F12',
];

/** Modifiers that make a combination; Shift alone does not, for it is how capitals are typed. */
const MODIFIERS = new Set([
  'CommandOrControl',
  'CmdOrCtrl',
  'Command',
  'Cmd',
  'Control',
  'Ctrl',
  'Alt',
  'Option',
]);
const ALL_MODIFIERS = new Set([...MODIFIERS, 'Shift', 'AltGr', 'Super', 'Meta']);
const NAMED_KEYS = new Set(
  'Space Tab Backspace Delete Insert Return Enter Up Down Left Right Home End PageUp PageDown Plus'.split(
    ' ',
  ),
);

/** Whether this can be a global hotkey: modifiers and then one key, as Electron writes them (pure). */
export function isHotkey(accelerator: string): boolean {
  const parts = accelerator.split('+');
  const key = parts.pop();
  if (key === undefined || !isKey(key)) return false;
  if (new Set(parts).size !== parts.length || !parts.every((part) => ALL_MODIFIERS.has(part))) return false;
  return (
    isFunctionKey(key) || parts.some((part) => MODIFIERS.has(part) || part === 'Super' || part === 'Meta')
  );
}

/**
 * Tries the wanted hotkey and then the others until `register` takes one (pure but for it). `register` returns false
 * where another program has it, and throws for what is no accelerator at all: both mean the next one.
 */
export function chooseHotkey(wanted: string, register: (accelerator: string) => boolean): HotkeyView {
  for (const accelerator of new Set([wanted, ...FALLBACK_HOTKEYS])) {
    if (!isHotkey(accelerator)) continue;
    if (tryRegister(accelerator, register)) return { kind: 'active', accelerator, wanted };
  }
  return { kind: 'unavailable', wanted };
}

/** False as well for what Electron does not take for an accelerator. */
export function tryRegister(accelerator: string, register: (accelerator: string) => boolean): boolean {
  try {
    return register(accelerator);
  } catch {
    return false;
  }
}

export function isKey(key: string): boolean {
  return /^[A-Z0-9]$/u.test(key) || NAMED_KEYS.has(key) || isFunctionKey(key);
}

export function isFunctionKey(key: string): boolean {
  return /^F(?:[1-9]|1[0-9]|2[0-4])$/u.test(key);
}
