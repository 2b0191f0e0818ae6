import { BrowserWindow, screen } from 'electron';
import type { NotificationChannel, Notifications, Snapshot } from '../../preload/contract';
import type { SettingsSection, SettingsSnapshot } from '../../preload/settings-contract';
import type { Schedule } from '../schedule';
import { PAGE_URLS } from './ipc-callers';
import type { Log } from './log';
import type { NotificationTarget } from './notify';
import { StatePush } from './notify';
import { pagePreferences } from './page-preferences';
import { surface } from './surface';

/** DIP, without the frame. */
const SIZE = { width: 880, height: 640 } as const;
const LEAST = { minWidth: 560, minHeight: 420 } as const;

export interface SettingsWindowOptions {
  platform: Snapshot['platform'];
  /** The bundled preload script, absolute. */
  preload: string;
  schedule: Schedule;
  log: Log;
  /** In the user's language. */
  title: () => string;
  /** Asked when the window opens, and pushed by {@link SettingsWindow.push} from then on. */
  snapshot: () => SettingsSnapshot;
  /** The window is gone, or its page crashed: nobody is at the settings any more. */
  closed: () => void;
}

/** The settings' window: made when it is asked for, gone when it is closed. It remembers nothing. */
export class SettingsWindow {
  readonly #options: SettingsWindowOptions;
  #window: BrowserWindow | null = null;
  #push: StatePush<'settings'> | null = null;
  /** The section that is wanted, until the page can be told. */
  #section: SettingsSection | null = null;

  constructor(options: SettingsWindowOptions) {
    this.#options = options;
  }

  /** Opens it on the display of the cursor, or brings it to the front. Once the app is ready. */
  open(section: SettingsSection | null): void {
    this.#section = section;
    const window = this.#window;
    if (window === null) {
      this.#make();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
    if (this.#push?.isLoaded === true) this.#tellSection();
  }

  /** Brings the page up to date; nothing where there is none. */
  push(): void {
    this.#push?.push(this.#options.snapshot());
  }

  /** The hotkey that it waits for was pressed. */
  tellHotkeyPressed(): void {
    this.#notify('hotkeyPressed', null);
  }

  close(): void {
    this.#window?.close();
  }

  /** Destroys the window without a word to anybody. */
  dispose(): void {
    const window = this.#window;
    this.#window = null;
    this.#push?.dispose();
    this.#push = null;
    if (window !== null && !window.isDestroyed()) window.destroy();
  }

  #make(): void {
    const { preload, schedule, log, title } = this.#options;
    const window = new BrowserWindow({
      ...centred(),
      ...LEAST,
      useContentSize: true,
      // The page's own is the same, and follows the language.
      title: title(),
      show: false,
      fullscreenable: false,
      autoHideMenuBar: true,
      backgroundColor: surface(),
      webPreferences: pagePreferences(preload),
    });
    const target: NotificationTarget = { send: (channel, message) => this.#notify(channel, message) };
    const push = new StatePush('settings', target, schedule);
    this.#window = window;
    this.#push = push;
    this.#listen(window, push);
    window
      .loadURL(PAGE_URLS.settings)
      .catch((error: unknown) => log.error('The settings’ page could not be loaded', error));
  }

  #listen(window: BrowserWindow, push: StatePush<'settings'>): void {
    const { log, closed } = this.#options;
    // A window that was given up may yet report.
    const current = (): boolean => this.#window === window;
    window.once('ready-to-show', () => {
      if (!current()) return;
      window.show();
      window.focus();
    });
    window.on('closed', () => {
      if (!current()) return;
      this.dispose();
      closed();
    });
    window.webContents.on('did-start-loading', () => push.setLoaded(false));
    window.webContents.on('did-finish-load', () => {
      if (!current()) return;
      push.setLoaded(true);
      this.push();
      this.#tellSection();
    });
    window.webContents.on('preload-error', (_event, _path, error) => log.error('The preload failed', error));
    window.webContents.on('render-process-gone', (_event, details) => {
      if (!current()) return;
      log.error(`The settings’ page is gone: ${details.reason}`);
      this.dispose();
      closed();
    });
  }

  #tellSection(): void {
    if (this.#section !== null) this.#notify('section', this.#section);
    this.#section = null;
  }

  #notify<C extends NotificationChannel>(channel: C, message: Notifications[C]): void {
    const window = this.#window;
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, message);
  }
}

/** In the middle of the display where the user is, and no larger than that. */
function centred(): { x: number; y: number; width: number; height: number } {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  const width = Math.min(SIZE.width, workArea.width);
  const height = Math.min(SIZE.height, workArea.height);
  return {
    x: Math.round(workArea.x + (workArea.width - width) / 2),
    y: Math.round(workArea.y + (workArea.height - height) / 2),
    width,
    height,
  };
}
