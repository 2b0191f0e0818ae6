import { BrowserWindow } from 'electron';
import type { NotificationChannel, Notifications, PageName } from '../../preload/contract';
import { centred } from './centred';
import { PAGE_URLS } from './ipc-callers';
import type { Log } from './log';
import { pagePreferences } from './page-preferences';
import { surface } from './surface';

export interface PageWindowOptions {
  page: Exclude<PageName, 'popup'>;
  /** DIP, without the frame. */
  size: { readonly width: number; readonly height: number };
  least: { readonly width: number; readonly height: number };
  /** The bundled preload script, absolute. */
  preload: string;
  log: Log;
  /** In the user's language. */
  title: () => string;
  /** The page begins to load: it hears nothing yet. */
  loading?: () => void;
  /** The page listens. */
  loaded?: () => void;
  /** The window is gone, or its page crashed or could not be loaded: nobody is there any more. */
  closed?: () => void;
}

/** A window of ours with a frame: made when it is asked for, gone when it is closed. It remembers nothing. */
export class PageWindow {
  readonly #options: PageWindowOptions;
  #window: BrowserWindow | null = null;

  constructor(options: PageWindowOptions) {
    this.#options = options;
  }

  get isOpen(): boolean {
    return this.#window !== null;
  }

  /** Opens it on the display of the cursor, or brings it to the front. Once the app is ready. */
  open(): void {
    const window = this.#window;
    if (window === null) {
      this.#make();
      return;
    }
    if (window.isMinimized()) window.restore();
    window.show();
    window.focus();
  }

  /** Tells the page; nothing where there is none. */
  send<C extends NotificationChannel>(channel: C, message: Notifications[C]): void {
    const window = this.#window;
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, message);
  }

  close(): void {
    this.#window?.close();
  }

  /** Destroys the window without a word to anybody. */
  dispose(): void {
    const window = this.#window;
    this.#window = null;
    if (window !== null && !window.isDestroyed()) window.destroy();
  }

  #make(): void {
    const { page, size, least, preload, title } = this.#options;
    const window = new BrowserWindow({
      ...centred(size),
      minWidth: least.width,
      minHeight: least.height,
      useContentSize: true,
      // The page's own is the same, and follows the language.
      title: title(),
      show: false,
      fullscreenable: false,
      autoHideMenuBar: true,
      backgroundColor: surface(),
      webPreferences: pagePreferences(preload),
    });
    this.#window = window;
    this.#listen(window);
    window.loadURL(PAGE_URLS[page]).catch((error: unknown) => {
      // One that was closed meanwhile is no failure.
      if (this.#window === window) this.#lose(`The page ${page} could not be loaded`, error);
    });
  }

  #listen(window: BrowserWindow): void {
    const { page, log, loading, loaded, closed } = this.#options;
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
      closed?.();
    });
    window.webContents.on('did-start-loading', () => {
      if (current()) loading?.();
    });
    window.webContents.on('did-finish-load', () => {
      if (current()) loaded?.();
    });
    window.webContents.on('preload-error', (_event, _path, error) => log.error('The preload failed', error));
    window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (current()) this.#lose(`The page ${page} is gone: ${reason}`);
    });
  }

  /** Without its page it is of no use; the next time it is asked for, it is made anew. */
  #lose(what: string, error?: unknown): void {
    this.#options.log.error(what, error);
    this.dispose();
    this.#options.closed?.();
  }
}
