import type { BrowserWindowConstructorOptions } from 'electron';
import { NotInHostError } from '../declared';

const WINDOW_OPTIONS = new Set([
  'width',
  'height',
  'x',
  'y',
  'minWidth',
  'minHeight',
  'maxWidth',
  'maxHeight',
  'useContentSize',
  'center',
  'show',
  'frame',
  'transparent',
  'skipTaskbar',
  'resizable',
  'movable',
  'minimizable',
  'maximizable',
  'closable',
  'focusable',
  'fullscreenable',
  'fullscreen',
  'alwaysOnTop',
  'title',
  'icon',
  'backgroundColor',
  'hasShadow',
  'roundedCorners',
  'type',
  'vibrancy',
  'visualEffectState',
  'backgroundMaterial',
  'titleBarStyle',
  'acceptFirstMouse',
  'autoHideMenuBar',
  'hiddenInMissionControl',
  'paintWhenInitiallyHidden',
  'webPreferences',
]);

const WEB_PREFERENCES = new Set([
  'preload',
  'contextIsolation',
  'sandbox',
  'nodeIntegration',
  'nodeIntegrationInWorker',
  'nodeIntegrationInSubFrames',
  'webSecurity',
  'allowRunningInsecureContent',
  'webviewTag',
  'navigateOnDragDrop',
  'autoplayPolicy',
  'backgroundThrottling',
  'spellcheck',
  'devTools',
  'disableDialogs',
  'safeDialogs',
  'enableWebSQL',
  'images',
  'defaultFontSize',
]);

/** What the host's pages always are; anything else it could not keep. */
const REQUIRED: Record<string, boolean> = {
  contextIsolation: true,
  sandbox: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
};

/**
 * The preload's path, or null.
 * @throws Error for options that the host does not know, and for a page that would not be sandboxed and isolated.
 */
export function checkOptions(options: BrowserWindowConstructorOptions): string | null {
  for (const key of Object.keys(options)) {
    if (!WINDOW_OPTIONS.has(key)) throw new NotInHostError(`BrowserWindow option ${key}`);
  }
  const preferences = options.webPreferences ?? {};
  for (const [key, value] of Object.entries(preferences)) {
    if (!WEB_PREFERENCES.has(key)) throw new NotInHostError(`BrowserWindow option webPreferences.${key}`);
    const required = REQUIRED[key];
    if (required !== undefined && value !== required) {
      throw new Error(`Aloud's host refuses webPreferences.${key}: ${String(value)}`);
    }
  }
  return preferences.preload ?? null;
}
