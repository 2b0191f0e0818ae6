import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { App } from 'electron';
import { declared, declaredEvents, NotInHostError } from '../declared';
import type { HostContext } from '../host-context';
import { preventable } from '../host-context';
import type { InstanceLock, SecondStart } from '../single-instance';
import { takeInstanceLock } from '../single-instance';
import { systemLanguages } from '../system-languages';
import type { DeclaredApp } from './app-surface';
import { APP_EVENTS } from './app-surface';
import type { HostBrowserWindow } from './browser-window';

type PathName = Parameters<App['getPath']>[0];

/** electron.app. What only the host uses is marked so. */
export class HostApp extends declaredEvents('app', APP_EVENTS) implements DeclaredApp {
  readonly isPackaged = false;
  readonly dock: Pick<Electron.Dock, 'hide' | 'show' | 'isVisible' | 'setMenu'> | undefined;
  readonly commandLine: Pick<
    Electron.CommandLine,
    'appendSwitch' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch'
  >;
  /** Host only: Chromium's switches that the app asked for. They are not passed on: the host has its own. */
  readonly switches = new Map<string, string>();
  /** Host only: whether the app is in the system's list of login items. */
  loginItem = false;
  readonly #host: HostContext;
  readonly #paths = new Map<string, string>();
  readonly #windows: ReadonlySet<HostBrowserWindow>;
  readonly #waitingStarts: SecondStart[] = [];
  #name: string;
  #lock: InstanceLock | null = null;
  #quitting = false;
  #ended = false;

  constructor(host: HostContext, windows: ReadonlySet<HostBrowserWindow>) {
    super();
    this.#host = host;
    this.#windows = windows;
    this.#name = host.manifest.productName;
    this.commandLine = declared('app.commandLine', {
      appendSwitch: (name: string, value = '') => void this.switches.set(name, value),
      hasSwitch: (name: string) => this.switches.has(name),
      getSwitchValue: (name: string) => this.switches.get(name) ?? '',
      removeSwitch: (name: string) => void this.switches.delete(name),
    });
    let dockVisible = true;
    this.dock =
      process.platform === 'darwin'
        ? declared('app.dock', {
            hide: () => {
              dockVisible = false;
            },
            show: async () => {
              dockVisible = true;
            },
            isVisible: () => dockVisible,
            setMenu: () => {},
          })
        : undefined;
  }

  whenReady(): Promise<void> {
    return this.#host.lifecycle.whenReady;
  }

  isReady(): boolean {
    return this.#host.lifecycle.isReady;
  }

  /** Host only: the browser runs and main was loaded. */
  becomeReady(): void {
    this.#host.lifecycle.setReady();
    this.emit('ready', preventable(), {});
    for (const start of this.#waitingStarts.splice(0)) this.#second(start);
  }

  quit(): void {
    if (this.#quitting || this.#ended) return;
    this.#quitting = true;
    const before = preventable();
    this.emit('before-quit', before);
    if (before.defaultPrevented || !this.#closeWindows()) {
      this.#quitting = false;
      return;
    }
    const will = preventable();
    this.emit('will-quit', will);
    if (will.defaultPrevented) {
      this.#quitting = false;
      return;
    }
    this.exit(0);
  }

  exit(code = 0): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#host.system.ended = true;
    this.emit('quit', preventable(), code);
    this.#lock?.release();
    this.#host.end(code);
  }

  /** False if a window objected. */
  #closeWindows(): boolean {
    for (const window of [...this.#windows]) {
      window.close();
      if (!window.isDestroyed()) return false;
    }
    return true;
  }

  /** Host only: a window is gone. */
  windowClosed(): void {
    if (this.#windows.size > 0 || this.#quitting || this.#ended) return;
    if (this.listenerCount('window-all-closed') === 0) this.quit();
    else this.emit('window-all-closed');
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    if (this.#lock !== null) return true;
    const start = {
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    };
    this.#lock = takeInstanceLock(this.getPath('userData'), start, (second) => this.#second(second));
    return this.#lock !== null;
  }

  hasSingleInstanceLock(): boolean {
    return this.#lock !== null;
  }

  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = null;
  }

  #second(start: SecondStart): void {
    if (!this.isReady()) this.#waitingStarts.push(start);
    else
      this.emit('second-instance', preventable(), start.argv, start.workingDirectory, start.additionalData);
  }

  getPath(name: PathName): string {
    return this.#paths.get(name) ?? this.#defaultPath(name);
  }

  setPath(name: string, path: string): void {
    this.#paths.set(name, path);
  }

  setAppLogsPath(path?: string): void {
    this.setPath('logs', path ?? join(this.getPath('userData'), 'logs'));
  }

  #defaultPath(name: PathName): string {
    switch (name) {
      case 'home':
        return homedir();
      case 'temp':
        return tmpdir();
      case 'exe':
        return process.execPath;
      case 'appData':
        return appDataFolder();
      case 'userData':
        return join(this.getPath('appData'), this.#name);
      case 'sessionData':
        return this.getPath('userData');
      case 'logs':
        return process.platform === 'darwin'
          ? join(homedir(), 'Library', 'Logs', this.#name)
          : join(this.getPath('userData'), 'logs');
      case 'crashDumps':
        return join(this.getPath('userData'), 'Crashpad');
      default:
        throw new NotInHostError(`app.getPath('${name}')`);
    }
  }

  getAppPath(): string {
    return this.#host.appRoot;
  }

  getVersion(): string {
    return this.#host.manifest.version;
  }

  getName(): string {
    return this.#name;
  }

  setName(name: string): void {
    this.#name = name;
  }

  get name(): string {
    return this.#name;
  }

  getLocale(): string {
    return Intl.DateTimeFormat().resolvedOptions().locale;
  }

  getSystemLocale(): string {
    return this.getLocale();
  }

  getPreferredSystemLanguages(): string[] {
    return systemLanguages(process.env);
  }

  /** macOS: every window loses the focus to the program before. */
  hide(): void {
    for (const window of this.#windows) window.hide();
  }

  show(): void {}

  focus(): void {}

  setActivationPolicy(): void {}

  setAppUserModelId(): void {}

  setDesktopName(): void {}

  disableHardwareAcceleration(): void {}

  /** Every window here is sandboxed anyway. @throws Error after `ready`, as Electron does. */
  enableSandbox(): void {
    if (this.isReady()) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  /** There is no list of login items behind it; {@link loginItem} says what it was told. */
  setLoginItemSettings(settings: Electron.Settings): void {
    this.#requireLoginItems('setLoginItemSettings');
    this.loginItem = settings.openAtLogin ?? false;
  }

  getLoginItemSettings(): Electron.LoginItemSettings {
    this.#requireLoginItems('getLoginItemSettings');
    return {
      openAtLogin: this.loginItem,
      wasOpenedAtLogin: false,
      status: this.loginItem ? 'enabled' : 'not-registered',
      executableWillLaunchAtLogin: this.loginItem,
      launchItems: [],
    };
  }

  /** Electron does nothing on Linux, and says nothing. */
  #requireLoginItems(member: string): void {
    if (process.platform === 'linux') throw new NotInHostError(`app.${member} on Linux`);
  }
}

function appDataFolder(): string {
  switch (process.platform) {
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support');
    case 'win32':
      return process.env.APPDATA ?? join(homedir(), 'AppData', 'Roaming');
    default:
      return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
  }
}
