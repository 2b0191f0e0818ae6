import type { BrowserWindowConstructorOptions } from 'electron';
import { declared, NotInHostError } from './declared';
import type { HostContext } from './host-context';
import { HostApp } from './modules/app';
import { HostBrowserWindow } from './modules/browser-window';
import {
  createDialog,
  createNet,
  createPowerMonitor,
  createSafeStorage,
  createShell,
  createSystemPreferences,
} from './modules/desktop';
import type { HostGlobalShortcut } from './modules/global-shortcut';
import { createGlobalShortcut } from './modules/global-shortcut';
import { HostIpcMain } from './modules/ipc-main';
import { HostMenuItem, Menu } from './modules/menu';
import { MessageChannelMain } from './modules/message-port';
import type { HostNativeImage } from './modules/native-image';
import { nativeImage } from './modules/native-image';
import { HostNativeTheme } from './modules/native-theme';
import { createProtocol } from './modules/protocol';
import { HostScreen } from './modules/screen';
import { HostSession } from './modules/session';
import { HostTray } from './modules/tray';
import type { WindowManager } from './window-manager';
import { createWindowManager, windowStatics } from './window-manager';

/** Every name that Electron's main process exports; those without a module here throw when they are used. */
export const EXPORTS = [
  'app',
  'autoUpdater',
  'BaseWindow',
  'BrowserView',
  'BrowserWindow',
  'clipboard',
  'contentTracing',
  'crashReporter',
  'desktopCapturer',
  'dialog',
  'globalShortcut',
  'ImageView',
  'inAppPurchase',
  'ipcMain',
  'Menu',
  'MenuItem',
  'MessageChannelMain',
  'nativeImage',
  'nativeTheme',
  'net',
  'netLog',
  'Notification',
  'powerMonitor',
  'powerSaveBlocker',
  'protocol',
  'pushNotifications',
  'safeStorage',
  'screen',
  'session',
  'ShareMenu',
  'shell',
  'systemPreferences',
  'TouchBar',
  'Tray',
  'utilityProcess',
  'View',
  'webContents',
  'WebContentsView',
  'webFrameMain',
] as const;

export interface HostElectron {
  /** What `import … from 'electron'` gives. */
  exports: Record<string, unknown>;
  app: HostApp;
  ipcMain: HostIpcMain;
  session: HostSession;
  shortcuts: HostGlobalShortcut;
  trays: Set<HostTray>;
  manager: WindowManager;
  /** What a menu's roles do. */
  role(role: string): void;
}

/** `trayChanged` is called whenever a tray icon or its menu looks different. */
export function createElectron(host: HostContext, trayChanged: () => void): HostElectron {
  const ipcMain = new HostIpcMain();
  const session = new HostSession(host);
  const windows = new Set<HostBrowserWindow>();
  const app = new HostApp(host, windows);
  const theme = new HostNativeTheme(host);
  const manager = createWindowManager({ host, ipcMain, session, windows, app, theme });
  const shortcuts = createGlobalShortcut(host);
  const trays = new Set<HostTray>();

  class BrowserWindow extends HostBrowserWindow {
    constructor(options?: BrowserWindowConstructorOptions) {
      super(manager, options);
    }
  }
  class Tray extends HostTray {
    constructor(image: HostNativeImage | string) {
      super(host, trays, trayChanged, image);
    }
  }

  const modules: Partial<Record<(typeof EXPORTS)[number], unknown>> = {
    app,
    BrowserWindow: declared('BrowserWindow', Object.assign(BrowserWindow, windowStatics(manager))),
    dialog: createDialog(host),
    globalShortcut: shortcuts.api,
    ipcMain,
    Menu,
    MenuItem: HostMenuItem,
    MessageChannelMain,
    nativeImage,
    nativeTheme: theme,
    net: createNet(host),
    powerMonitor: createPowerMonitor(host),
    protocol: createProtocol(host),
    safeStorage: createSafeStorage(host),
    screen: new HostScreen(host),
    session: declared('session', {
      get defaultSession() {
        host.lifecycle.requireReady('session');
        return session;
      },
    }),
    shell: createShell(host),
    systemPreferences: createSystemPreferences(host),
    Tray,
  };

  return {
    exports: Object.fromEntries(EXPORTS.map((name) => [name, modules[name] ?? refused(name)])),
    app,
    ipcMain,
    session,
    shortcuts,
    trays,
    manager,
    role(role) {
      if (role === 'quit') app.quit();
      else throw new NotInHostError(`menu role ${role}`);
    },
  };
}

/** Stands for a whole module that the host does not have; `import` alone is no offence. */
function refused(name: string): unknown {
  const refuse = (): never => {
    throw new NotInHostError(name);
  };
  return new Proxy(function notInHost() {}, {
    get: (_target, key) => {
      throw new NotInHostError(`${name}.${String(key)}`);
    },
    apply: refuse,
    construct: refuse,
  });
}
