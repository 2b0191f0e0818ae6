import type { Snapshot } from '../../preload/contract';

/** What of a key press makes a shortcut, told from the DOM event. */
export interface KeyDown {
  key: string;
  code: string;
  ctrl: boolean;
  alt: boolean;
  shift: boolean;
  /** Command, or the key with the system's logo. */
  meta: boolean;
}

/** What is pressed, as Electron writes it. */
export type Chord =
  /** Modifiers so far; empty when there is none. */
  | { kind: 'partial'; accelerator: string }
  | { kind: 'whole'; accelerator: string }
  /** With a key that no accelerator has. */
  | { kind: 'unknown'; accelerator: string };

const MODIFIER_KEYS = new Set(['Control', 'Alt', 'AltGraph', 'Shift', 'Meta', 'OS']);
const NAMED: Readonly<Record<string, string>> = {
  ' ': 'Space',
  Tab: 'Tab',
  Backspace: 'Backspace',
  Delete: 'Delete',
  Insert: 'Insert',
  Enter: 'Return',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  Home: 'Home',
  End: 'End',
  PageUp: 'PageUp',
  PageDown: 'PageDown',
};

/** The combination that is pressed (pure). */
export function chordOf(press: KeyDown, platform: Snapshot['platform']): Chord {
  const { ctrl, alt, shift, meta } = press;
  const isMac = platform === 'darwin';
  const modifiers = [
    (isMac ? meta : ctrl) && 'CommandOrControl',
    isMac && ctrl && 'Control',
    alt && 'Alt',
    shift && 'Shift',
    !isMac && meta && 'Super',
  ].filter((part) => part !== false);
  if (MODIFIER_KEYS.has(press.key)) return { kind: 'partial', accelerator: modifiers.join('+') };
  const key = keyOf(press);
  return key === null
    ? { kind: 'unknown', accelerator: modifiers.join('+') }
    : { kind: 'whole', accelerator: [...modifiers, key].join('+') };
}

/**
 * The key by what is written on it. With Alt or Shift a key says something else (⌥A is å, Shift+1 is !): then its place
 * tells.
 */
function keyOf({ key, code }: KeyDown): string | null {
  const named = NAMED[key];
  if (named !== undefined) return named;
  if (/^F(?:[1-9]|1\d|2[0-4])$/u.test(key)) return key;
  if (/^[a-z]$/iu.test(key)) return key.toUpperCase();
  return /^(?:Key|Digit)([A-Z0-9])$/u.exec(code)?.[1] ?? null;
}
