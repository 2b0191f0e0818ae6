import type { BrowserWindowConstructorOptions } from 'electron';
import { BrowserWindow, nativeTheme } from 'electron';
import type { Snapshot } from '../../preload/contract';
import { APP_ORIGIN } from './asset-path';
import { MIN_HEIGHT } from './popup-position';

export const POPUP_URL = `${APP_ORIGIN}/popup/index.html`;
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
    // The colours of the page, lest a resize shows white for a frame.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#1c1c1f' : '#ffffff',
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // The window plays on while it is hidden.
      backgroundThrottling: false,
      // Else Chromium fetches dictionaries from the internet.
      spellcheck: false,
      navigateOnDragDrop: false,
    },
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
