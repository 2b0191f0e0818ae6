import type { Rectangle } from 'electron';
import type { Page } from 'playwright-core';
import type { HostContext } from './host-context';
import { preventable } from './host-context';
import type { HostApp } from './modules/app';
import type { HostBrowserWindow, WindowManager } from './modules/browser-window';
import type { HostIpcMain } from './modules/ipc-main';
import type { HostSession } from './modules/session';

export interface WindowManagerOptions {
  host: HostContext;
  ipcMain: HostIpcMain;
  session: HostSession;
  windows: Set<HostBrowserWindow>;
  app: HostApp;
}

/** Where windows live: without a display, pages with a viewport; with one, real windows of the browser. */
export function createWindowManager(options: WindowManagerOptions): WindowManager {
  const { host, app, windows } = options;
  return {
    ...options,
    focused: null,
    nextId: 1,
    async openPage(bounds) {
      const { browser } = await host.stage;
      if (browser.headless) return browser.context.newPage();
      return browser.openAppWindow(bounds);
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
