import type { Snapshot } from '../../preload/contract';

type Platform = Snapshot['platform'];

const onMac: Readonly<Record<string, string>> = {
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
};

const elsewhere: Readonly<Record<string, string>> = {
  commandorcontrol: 'Ctrl',
  cmdorctrl: 'Ctrl',
  control: 'Ctrl',
  ctrl: 'Ctrl',
  command: 'Cmd',
  cmd: 'Cmd',
  alt: 'Alt',
  option: 'Alt',
  shift: 'Shift',
};

/** The keys of an Electron accelerator, as they are written on the user's keyboard. */
export function acceleratorKeys(accelerator: string, platform: Platform): string[] {
  const names = platform === 'darwin' ? onMac : elsewhere;
  const logo = platform === 'win32' ? 'Win' : 'Super';
  return accelerator
    .split('+')
    .filter((part) => part !== '')
    .map((part) => {
      const name = part.toLowerCase();
      const known = names[name];
      if (known !== undefined) return known;
      return name === 'super' || name === 'meta' ? logo : part;
    });
}

/** The accelerator in a sentence: `Ctrl+Shift+Space`, on a Mac `⌘⇧Space`. */
export function acceleratorText(accelerator: string, platform: Platform): string {
  return acceleratorKeys(accelerator, platform).join(platform === 'darwin' ? '' : '+');
}
