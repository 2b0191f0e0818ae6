import type { GlobalShortcut } from 'electron';
import { declared } from '../declared';
import type { HostContext } from '../host-context';

type Declared = Pick<
  GlobalShortcut,
  'register' | 'registerAll' | 'unregister' | 'unregisterAll' | 'isRegistered'
>;

const MODIFIERS: Record<string, string> = {
  command: 'Command',
  cmd: 'Command',
  control: 'Control',
  ctrl: 'Control',
  alt: 'Alt',
  option: 'Alt',
  altgr: 'AltGr',
  shift: 'Shift',
  super: 'Super',
  meta: 'Super',
};
const KEY =
  /^(?:[0-9A-Z]|F(?:[1-9]|1\d|2[0-4])|[`~!@#$%^&*()\-_=+[\]{}\\|;:'",<.>/?]|Plus|Space|Tab|Capslock|Numlock|Scrolllock|Backspace|Delete|Insert|Return|Enter|Up|Down|Left|Right|Home|End|PageUp|PageDown|Escape|Esc|VolumeUp|VolumeDown|VolumeMute|Media(?:NextTrack|PreviousTrack|Stop|PlayPause)|PrintScreen|num(?:\d|dec|add|sub|mult|div))$/i;

/**
 * One spelling for each shortcut: modifiers in a fixed order, `CommandOrControl` resolved.
 * @throws TypeError for what Electron does not take for an accelerator.
 */
export function normaliseAccelerator(accelerator: string, platform: NodeJS.Platform): string {
  const parts = accelerator.split('+').map((part) => part.trim());
  const key = parts.pop() ?? '';
  const modifiers = parts.map((part) => {
    const name = part.toLowerCase();
    if (name === 'commandorcontrol' || name === 'cmdorctrl')
      return platform === 'darwin' ? 'Command' : 'Control';
    return MODIFIERS[name];
  });
  if (!KEY.test(key) || modifiers.includes(undefined)) {
    throw new TypeError(`Error processing argument at index 0, conversion failure from ${accelerator}`);
  }
  return [...[...new Set(modifiers)].sort(), key.toUpperCase()].join('+');
}

export interface HostGlobalShortcut {
  api: Declared;
  /** Presses a shortcut. False if the app has not registered it. */
  fire(accelerator: string): boolean;
  registered(): string[];
}

export function createGlobalShortcut(host: HostContext): HostGlobalShortcut {
  const callbacks = new Map<string, () => void>();
  const normal = (accelerator: string) => {
    host.lifecycle.requireReady('globalShortcut');
    return normaliseAccelerator(accelerator, process.platform);
  };
  const register = (accelerator: string, callback: () => void): boolean => {
    const name = normal(accelerator);
    if (host.system.claimed.has(name) || callbacks.has(name)) return false;
    callbacks.set(name, callback);
    return true;
  };
  return {
    api: declared('globalShortcut', {
      register,
      registerAll: (accelerators: string[], callback: () => void) => {
        for (const accelerator of accelerators) register(accelerator, callback);
      },
      unregister: (accelerator: string) => void callbacks.delete(normal(accelerator)),
      unregisterAll: () => callbacks.clear(),
      isRegistered: (accelerator: string) => callbacks.has(normal(accelerator)),
    }),
    fire(accelerator) {
      const callback = callbacks.get(normaliseAccelerator(accelerator, process.platform));
      callback?.();
      return callback !== undefined;
    },
    registered: () => [...callbacks.keys()],
  };
}
