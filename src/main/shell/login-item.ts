import { readFileSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { writeFileSync } from 'atomically';
import type { LoginItemSettings } from 'electron';
import { app } from 'electron';
import type { Snapshot } from '../../preload/contract';
import type { LaunchAtLogin } from '../../preload/settings-contract';
import { AUTOSTART_FILE, autostartEntry, autostartFolder, isSwitchedOn } from './autostart-entry';
import { codeOf } from './error-code';
import { makeFolder } from './make-folder';
import { programPath } from './program-path';

/** Started at login, Aloud waits in the tray. */
const ARGUMENTS = ['--hide'] as const;

export interface LoginItemOptions {
  platform: Snapshot['platform'];
  environment: Readonly<Record<string, string | undefined>>;
  /** The running program, absolute. */
  execPath: string;
}

/** Once the app is ready. */
export class LoginItem {
  readonly #options: LoginItemOptions;

  constructor(options: LoginItemOptions) {
    this.#options = options;
  }

  /** Puts Aloud into the system's list or takes it out, and says what holds then. */
  apply(on: boolean): LaunchAtLogin {
    if (!app.isPackaged) return { kind: 'not-installed' };
    switch (this.#options.platform) {
      case 'darwin':
        app.setLoginItemSettings({ openAtLogin: on });
        break;
      case 'win32':
        app.setLoginItemSettings({ openAtLogin: on, path: this.#quotedPath, args: [...ARGUMENTS] });
        break;
      case 'linux': {
        const failure = on ? this.#writeEntry() : this.#removeEntry();
        if (failure !== null) return failure;
        break;
      }
      default:
        this.#options.platform satisfies never;
    }
    return this.read();
  }

  /** What the system's list says. */
  read(): LaunchAtLogin {
    if (!app.isPackaged) return { kind: 'not-installed' };
    switch (this.#options.platform) {
      case 'darwin':
        return ofMac(app.getLoginItemSettings().status);
      case 'win32': {
        const found = app.getLoginItemSettings({ path: this.#quotedPath, args: [...ARGUMENTS] });
        if (!found.openAtLogin) return { kind: 'off' };
        return { kind: found.executableWillLaunchAtLogin ? 'on' : 'held-back' };
      }
      case 'linux': {
        const entry = this.#readEntry();
        return { kind: entry !== null && isSwitchedOn(entry) ? 'on' : 'off' };
      }
      default:
        return this.#options.platform satisfies never;
    }
  }

  /**
   * At the start: the entry of a program that was moved since, as an AppImage easily is, names its new place. One that is
   * not there, or is switched off, is left so.
   */
  follow(): void {
    if (this.#options.platform !== 'linux' || !app.isPackaged) return;
    const entry = this.#readEntry();
    if (entry === null || !isSwitchedOn(entry)) return;
    if (this.#entry() !== entry) this.#writeEntry();
  }

  /** In quotes: Electron takes them off again, and without them a path with spaces is compared up to the first one only. */
  get #quotedPath(): string {
    return `"${this.#options.execPath}"`;
  }

  get #file(): string {
    return join(autostartFolder(this.#options.environment, homedir()), AUTOSTART_FILE);
  }

  #entry(): string {
    const { execPath, environment } = this.#options;
    return autostartEntry(programPath(execPath, environment), ARGUMENTS);
  }

  #readEntry(): string | null {
    try {
      return readFileSync(this.#file, 'utf8');
    } catch {
      return null;
    }
  }

  /** Null when it is done. */
  #writeEntry(): LaunchAtLogin | null {
    return this.#change((file) => {
      makeFolder(dirname(file));
      writeFileSync(file, this.#entry(), { mode: 0o644 });
    });
  }

  #removeEntry(): LaunchAtLogin | null {
    return this.#change((file) => rmSync(file, { force: true }));
  }

  #change(change: (file: string) => void): LaunchAtLogin | null {
    const path = this.#file;
    try {
      change(path);
      return null;
    } catch (error) {
      return { kind: 'failed', path, code: codeOf(error) };
    }
  }
}

/** macOS passes no arguments at login, but says that it was the login: then Aloud waits in the tray. */
export function wasOpenedAtLogin(platform: Snapshot['platform']): boolean {
  return platform === 'darwin' && app.getLoginItemSettings().wasOpenedAtLogin;
}

function ofMac(status: LoginItemSettings['status']): LaunchAtLogin {
  switch (status) {
    case 'enabled':
      return { kind: 'on' };
    case 'requires-approval':
      return { kind: 'held-back' };
    case 'not-registered':
    case 'not-found':
      return { kind: 'off' };
    default:
      return status satisfies never;
  }
}
