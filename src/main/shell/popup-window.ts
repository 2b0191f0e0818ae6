import type { BrowserWindowConstructorOptions } from 'electron';
import { app, BrowserWindow, nativeTheme } from 'electron';
import type { Snapshot } from '../../preload/contract';
import { PAGE_URLS } from './ipc-callers';
import { pagePreferences } from './page-preferences';
import { MIN_HEIGHT } from './popup-position';
import { surface } from './surface';

export const POPUP_URL = PAGE_URLS.popup;
/** CSS pixels. The height follows the page; this one is only for the time before it has said any. */
export const POPUP_WIDTH = 640;
export const FIRST_HEIGHT = 2 * MIN_HEIGHT;

export interface PopupWindowOptions {
  platform: Snapshot['platform'];
  /** The bundled preload script, absolute. */
  preload: string;
}

/**
 * Makes the popup's window, hidden. It is opaque on every platform: a transparent one has no shadow and rounded
 * corners of its own on macOS and Windows, and shows black corners on Linux where nothing composites. Its corners are
 * the system's.
 */
export function createPopupWindow({ platform, preload }: PopupWindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    ...lookOf(platform),
    title: 'Aloud',
    width: POPUP_WIDTH,
    height: FIRST_HEIGHT,
    useContentSize: true,
    show: false,
    frame: false,
    resizable: false,
    maximizable: false,
    minimizable: false,
    fullscreenable: false,
    skipTaskbar: true,
    alwaysOnTop: true,
    backgroundColor: surface(),
    // The window plays on while it is hidden.
    webPreferences: { ...pagePreferences(preload), backgroundThrottling: false },
  });
  // What a resize shows for a frame, before the page has drawn.
  const followTheme = (): void => window.setBackgroundColor(surface());
  nativeTheme.on('updated', followTheme);
  window.once('closed', () => nativeTheme.removeListener('updated', followTheme));
  if (platform === 'darwin') {
    // Also over another app's full screen. Without the last option, the Dock's icon would flash on every call.
    window.setVisibleOnAllWorkspaces(true, { visibleOnFullScreen: true, skipTransformProcessType: true });
  }
  return window;
}

function lookOf(platform: Snapshot['platform']): BrowserWindowConstructorOptions {
  switch (platform) {
    case 'darwin':
      // A panel takes the keyboard without making Aloud the active app.
      return { type: 'panel', hiddenInMissionControl: true, roundedCorners: true };
    case 'win32':
    case 'linux':
      return { roundedCorners: true };
    default:
      return platform satisfies never;
  }
}

/** Undoes what {@link conceal} did beside hiding the window. To be called before it is placed, and may show it. */
export function wake(window: BrowserWindow, platform: Snapshot['platform']): void {
  if (platform === 'darwin') app.show();
  if (platform === 'win32' && window.isMinimized()) window.restore();
}

/** Shows the window and gives it the focus. */
export function reveal(window: BrowserWindow): void {
  window.show();
  window.focus();
}

/** Hides the window so that the one that had the focus before gets it back, unless another has it already. */
export function conceal(window: BrowserWindow, platform: Snapshot['platform']): void {
  const hasFocus = window.isFocused();
  switch (platform) {
    case 'darwin':
      window.hide();
      // It hides every window: not under the eyes of one who has the settings open.
      if (hasFocus && !BrowserWindow.getAllWindows().some((other) => other.isVisible())) app.hide();
      return;
    case 'win32':
      // Of a hidden window Windows leaves the focus with nobody now and then, and blur() hands it to whatever lies next
      // below, which may be the taskbar. A minimised one gives it to the program that had it before.
      if (hasFocus) {
        window.setOpacity(0);
        window.minimize();
      }
      window.hide();
      return;
    case 'linux':
      window.hide();
      return;
    default:
      platform satisfies never;
  }
}
