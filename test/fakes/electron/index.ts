/**
 * A stand-in for the main process's `electron`, for `vi.mock('electron', () => import('…/fakes/electron'))`. It holds
 * just what the shell uses; each method is typed by what it stands in for.
 */
export { app, FakeSession, net, powerMonitor, session } from './app';
export {
  dialog,
  globalShortcut,
  Menu,
  nativeImage,
  nativeTheme,
  safeStorage,
  shell,
  systemPreferences,
  Tray,
} from './desktop';
export { ipcMain, MessageChannelMain, protocol } from './ipc';
export { BrowserWindow, DISPLAYS, screen } from './windows';
