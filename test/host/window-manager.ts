import type { Rectangle } from 'electron';
import type { Page } from 'playwright-core';
import type { HostContext } from './host-context';
import { preventable } from './host-context';
import type { HostApp } from './modules/app';
import type { HostBrowserWindow } from './modules/browser-window';
import type { HostIpcMain } from './modules/ipc-main';
import type { HostNativeTheme } from './modules/native-theme';
import type { HostSession } from './modules/session';

/** What windows share: who is there and who has the focus. */
export interface WindowManager {
  readonly host: HostContext;
  readonly ipcMain: HostIpcMain;
  readonly session: HostSession;
  readonly windows: Set<HostBrowserWindow>;
  focused: HostBrowserWindow | null;
  nextId: number;
  /** Opens a page for a window of this size. */
  openPage(bounds: Rectangle): Promise<Page>;
  /** Shows, hides or moves the real window, where there is a display. */
  place(page: Page, bounds: Rectangle, visible: boolean): Promise<void>;
  opened(window: HostBrowserWindow): void;
  closed(window: HostBrowserWindow): void;
  focusChanged(window: HostBrowserWindow, focused: boolean): void;
}

export interface WindowManagerOptions {
  host: HostContext;
  ipcMain: HostIpcMain;
  session: HostSession;
  windows: Set<HostBrowserWindow>;
  app: HostApp;
  theme: HostNativeTheme;
}

/** Where windows live: without a display, pages with a viewport; with one, real windows of the browser. */
export function createWindowManager(options: WindowManagerOptions): WindowManager {
  const { host, app, windows, theme } = options;
  const paint = async (page: Page): Promise<void> => {
    const { browser } = await host.stage;
    // In real windows the system's own theme shows, unless the app or a test wants another.
    const colorScheme = theme.shouldUseDarkColors ? 'dark' : 'light';
    const own = browser.headless || theme.themeSource !== 'system' || host.system.dark;
    const reducedMotion = host.system.reducedMotion ? 'reduce' : 'no-preference';
    await page.emulateMedia({
      colorScheme: own ? colorScheme : null,
      reducedMotion: browser.headless ? reducedMotion : null,
    });
  };
  host.system.on('theme', () => {
    for (const { webContents } of windows) webContents.link.then(({ page }) => paint(page)).catch(() => {});
  });
  return {
    ...options,
    focused: null,
    nextId: 1,
    async openPage(bounds) {
      const { browser } = await host.stage;
      const page = await (browser.headless ? browser.context.newPage() : browser.openAppWindow(bounds));
      await paint(page);
      return page;
    },
    async place(page: Page, bounds: Rectangle, visible: boolean) {
      const { browser } = await host.stage;
      const { width, height } = bounds;
      if (browser.headless) await page.setViewportSize({ width, height });
      else await browser.placeWindow(page, bounds, visible);
    },
    opened(window) {
      app.emit('browser-window-created', preventable(), window);
      app.emit('web-contents-created', preventable(), window.webContents);
    },
    closed() {
      app.windowClosed();
    },
    focusChanged(window, focused) {
      setImmediate(() => {
        if (windows.has(window))
          app.emit(`browser-window-${focused ? 'focus' : 'blur'}`, preventable(), window);
      });
    },
  };
}

/** Statics of electron.BrowserWindow. */
export function windowStatics(manager: WindowManager) {
  return {
    getAllWindows: () => [...manager.windows],
    getFocusedWindow: () => manager.focused,
    fromWebContents: (contents: unknown) =>
      [...manager.windows].find((window) => window.webContents === contents) ?? null,
    fromId: (id: number) => [...manager.windows].find((window) => window.id === id) ?? null,
  };
}
