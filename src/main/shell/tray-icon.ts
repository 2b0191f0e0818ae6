import type { Snapshot } from '../../preload/contract';
import type { TrayState } from './tray-menu';

/**
 * The file names of an icon, best first (pure); the first that is there is taken. Electron finds the `@2x` beside it.
 * macOS tints a template itself, Windows wants an `.ico` with all sizes, and Linux panels may have one for each theme.
 */
export function trayIconNames(platform: Snapshot['platform'], state: TrayState, dark: boolean): string[] {
  switch (platform) {
    case 'darwin':
      return [`trayTemplate-${state}.png`, 'trayTemplate-idle.png'];
    case 'win32':
      return [`tray-${state}.ico`, 'tray-idle.ico'];
    case 'linux':
      return [`tray-${state}-${dark ? 'dark' : 'light'}.png`, `tray-${state}.png`, 'tray-idle.png'];
    default:
      return platform satisfies never;
  }
}
