import type { App } from 'electron';

/** What the host declares of Electron's App; anything else throws when the app uses it. */
export type DeclaredApp = Pick<
  App,
  | 'whenReady'
  | 'isReady'
  | 'quit'
  | 'exit'
  | 'requestSingleInstanceLock'
  | 'hasSingleInstanceLock'
  | 'releaseSingleInstanceLock'
  | 'getPath'
  | 'setPath'
  | 'setAppLogsPath'
  | 'getAppPath'
  | 'getVersion'
  | 'getName'
  | 'setName'
  | 'isPackaged'
  | 'getLocale'
  | 'getSystemLocale'
  | 'getPreferredSystemLanguages'
  | 'hide'
  | 'show'
  | 'focus'
  | 'setActivationPolicy'
  | 'setAppUserModelId'
  | 'setDesktopName'
  | 'enableSandbox'
  | 'disableHardwareAcceleration'
  | 'getLoginItemSettings'
  | 'setLoginItemSettings'
>;

export const APP_EVENTS = [
  'ready',
  'second-instance',
  'window-all-closed',
  'before-quit',
  'will-quit',
  'quit',
  'activate',
  'browser-window-created',
  'browser-window-focus',
  'browser-window-blur',
  'web-contents-created',
  'render-process-gone',
  // Known, and never emitted here: there is nothing that could cause them.
  'open-url',
  'open-file',
  'session-created',
  'certificate-error',
  'login',
  'child-process-gone',
];
