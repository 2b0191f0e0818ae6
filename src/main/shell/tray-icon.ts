import type { Snapshot } from '../../preload/contract';
import type { TrayState } from './tray-menu';

/** How many pictures a moving icon has. Each is a file of its own, and there is one more that stands still. */
const PICTURES = 3;

/**
 * How many pictures the icon of a state moves through (pure); 0 for one that stands still. It moves only while something
 * goes on that will be over soon: not while a pause is waited out, or nothing can be done.
 */
export function trayPictures(state: TrayState, connection: Snapshot['connection']): number {
  switch (state) {
    case 'speaking':
      return PICTURES;
    case 'connecting':
      return connection === 'retrying' ? 0 : PICTURES;
    case 'idle':
    case 'paused':
    case 'error':
      return 0;
    default:
      return state satisfies never;
  }
}

/**
 * The file names of an icon, best first (pure); the first that is there is taken. Electron finds the `@2x` beside it.
 * macOS tints a template itself, Windows wants an `.ico` with all sizes, and Linux panels may have one for each theme.
 * `picture` is that of a moving icon, from 0; null for the one that stands still.
 */
export function trayIconNames(
  platform: Snapshot['platform'],
  state: TrayState,
  dark: boolean,
  picture: number | null,
): string[] {
  const names = picture === null ? [state] : [`${state}-${picture + 1}`, state];
  switch (platform) {
    case 'darwin':
      return [...names.map((name) => `trayTemplate-${name}.png`), 'trayTemplate-idle.png'];
    case 'win32':
      return [...names.map((name) => `tray-${name}.ico`), 'tray-idle.ico'];
    case 'linux':
      return [
        ...names.flatMap((name) => [`tray-${name}-${dark ? 'dark' : 'light'}.png`, `tray-${name}.png`]),
        'tray-idle.png',
      ];
    default:
      return platform satisfies never;
  }
}
