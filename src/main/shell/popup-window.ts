import type { BrowserWindowConstructorOptions } from 'electron';
import { app, BrowserWindow } from 'electron';
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

/** Shows the window and gives it the focus. */
export function reveal(window: BrowserWindow, platform: Snapshot['platform']): void {
  // Undoes the app.hide() with which the focus was given back.
  if (platform === 'darwin') app.show();
  // The theme may have changed since the window was made.
  window.setBackgroundColor(surface());
  window.show();
  window.focus();
}

/** Hides the window so that the one that had the focus before gets it back. */
export function conceal(window: BrowserWindow, platform: Snapshot['platform']): void {
  switch (platform) {
    case 'darwin':
      window.hide();
      // It hides every window: not under the eyes of one who has the settings open.
      if (!BrowserWindow.getAllWindows().some((other) => other.isVisible())) app.hide();
      return;
    case 'win32':
      // Hiding alone leaves the focus with nobody now and then; giving it up first hands it to the next window.
      window.blur();
      window.hide();
      return;
    case 'linux':
      window.hide();
      return;
    default:
      platform satisfies never;
  }
}
