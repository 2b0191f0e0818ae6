import type { Snapshot } from '../../preload/contract';
import type { Texts } from '../../texts/texts';

type Platform = Snapshot['platform'];
type KeyNames = Texts['keyNames'];

const macSigns: Readonly<Record<string, string>> = {
  command: '⌘',
  cmd: '⌘',
  commandorcontrol: '⌘',
  cmdorctrl: '⌘',
  super: '⌘',
  meta: '⌘',
  control: '⌃',
  ctrl: '⌃',
  alt: '⌥',
  option: '⌥',
  shift: '⇧',
  enter: '↩',
  return: '↩',
};

const signs: Readonly<Record<string, string>> = {
  command: 'Cmd',
  cmd: 'Cmd',
  up: '↑',
  down: '↓',
  left: '←',
  right: '→',
  plus: '+',
};

const words: Readonly<Record<string, keyof KeyNames>> = {
  commandorcontrol: 'Ctrl',
  cmdorctrl: 'Ctrl',
  control: 'Ctrl',
  ctrl: 'Ctrl',
  alt: 'Alt',
  option: 'Alt',
  altgr: 'AltGr',
  shift: 'Shift',
  super: 'Super',
  meta: 'Super',
  space: 'Space',
  tab: 'Tab',
  enter: 'Enter',
  return: 'Enter',
  escape: 'Esc',
  esc: 'Esc',
  backspace: 'Backspace',
  delete: 'Delete',
  insert: 'Insert',
  home: 'Home',
  end: 'End',
  pageup: 'PageUp',
  pagedown: 'PageDown',
};

/** The keys of an Electron accelerator, as they are written on the user's keyboard. */
export function acceleratorKeys(accelerator: string, platform: Platform, names: KeyNames): string[] {
  return accelerator
    .split('+')
    .filter((part) => part !== '')
    .map((part) => keySign(part, platform, names));
}

/** The accelerator in a sentence: `Ctrl+Shift+Space`, on a Mac `⌘⇧Space`. */
export function acceleratorText(accelerator: string, platform: Platform, names: KeyNames): string {
  return acceleratorKeys(accelerator, platform, names).join(platform === 'darwin' ? '' : '+');
}

function keySign(part: string, platform: Platform, names: KeyNames): string {
  const name = part.toLowerCase();
  const sign = (platform === 'darwin' ? macSigns[name] : undefined) ?? signs[name];
  if (sign !== undefined) return sign;
  const word = words[name];
  if (word === undefined) return part;
  return names[word === 'Super' && platform === 'win32' ? 'Win' : word];
}
