import type { BrowserWindow } from 'electron';

/** What the host declares of Electron's BrowserWindow; anything else throws when the app uses it. */
export type DeclaredBrowserWindow = Pick<
  BrowserWindow,
  | 'loadURL'
  | 'show'
  | 'showInactive'
  | 'hide'
  | 'focus'
  | 'blur'
  | 'isVisible'
  | 'isFocused'
  | 'isDestroyed'
  | 'isMinimized'
  | 'restore'
  | 'minimize'
  | 'setBounds'
  | 'getBounds'
  | 'getContentBounds'
  | 'setSize'
  | 'getSize'
  | 'setContentSize'
  | 'getContentSize'
  | 'setPosition'
  | 'getPosition'
  | 'center'
  | 'setAlwaysOnTop'
  | 'isAlwaysOnTop'
  | 'setVisibleOnAllWorkspaces'
  | 'setSkipTaskbar'
  | 'setResizable'
  | 'setOpacity'
  | 'setBackgroundColor'
  | 'setMenu'
  | 'removeMenu'
  | 'setMenuBarVisibility'
  | 'setTitle'
  | 'getTitle'
  | 'moveTop'
  | 'destroy'
  | 'close'
>;

export const WINDOW_EVENTS = [
  'show',
  'hide',
  'focus',
  'blur',
  'close',
  'closed',
  'ready-to-show',
  'move',
  'moved',
  'resize',
  'resized',
  'always-on-top-changed',
  // Known, and never emitted here: there is no window manager.
  'minimize',
  'restore',
  'maximize',
  'unmaximize',
  'enter-full-screen',
  'leave-full-screen',
  'unresponsive',
];
