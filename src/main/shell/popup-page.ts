import type { BrowserWindow } from 'electron';
import type { NotificationChannel, Notifications, Snapshot } from '../../preload/contract';
import type { AudioPort } from '../audio/port';
import type { Schedule } from '../schedule';
import { openAudioPort } from './audio-port';
import type { Log } from './log';
import type { NotificationTarget } from './notify';
import { StatePush } from './notify';
import type { PopupWindowOptions } from './popup-window';
import { createPopupWindow, POPUP_URL } from './popup-window';

export interface PopupPageOptions extends PopupWindowOptions {
  schedule: Schedule;
  log: Log;
}

/** What a window reports, and a discarded one does no more. */
export interface PopupPageListener {
  /** There is a new window, whose page is about to be loaded. */
  made(window: BrowserWindow): void;
  /** There is something to see. */
  painted(window: BrowserWindow): void;
  /** The page can be told something. */
  loaded(): void;
  /** The page is loaded anew, and so is its player. */
  reloading(): void;
  /** The focus went elsewhere. */
  blurred(window: BrowserWindow): void;
  /** The user wants it closed. `true`: it stays. */
  closing(): boolean;
  closed(): void;
  /** Its process is gone. */
  crashed(): void;
}

/** The popup's window and the page in it: made when it is wanted, and made anew once it is gone. */
export class PopupPage {
  readonly #options: PopupPageOptions;
  readonly #listener: PopupPageListener;
  #window: BrowserWindow | null = null;
  #push: StatePush<'snapshot'> | null = null;
  #painted = false;
  #latest: Snapshot | null = null;

  constructor(options: PopupPageOptions, listener: PopupPageListener) {
    this.#options = options;
    this.#listener = listener;
  }

  /** Null while there is none. */
  get window(): BrowserWindow | null {
    const window = this.#window;
    return window === null || window.isDestroyed() ? null : window;
  }

  /** Whether it can be shown without anything white being seen. */
  get painted(): boolean {
    return this.#painted;
  }

  /** Makes the window and loads its page, if there is none. Once the app is ready. */
  ensure(): BrowserWindow {
    if (this.window !== null) return this.window;
    const { platform, preload, schedule, log } = this.#options;
    const window = createPopupWindow({ platform, preload });
    const target: NotificationTarget = { send: (channel, message) => this.notify(channel, message) };
    const push = new StatePush('snapshot', target, schedule);
    this.#window = window;
    this.#push = push;
    this.#painted = false;
    if (this.#latest !== null) push.push(this.#latest);
    this.#listen(window, push);
    this.#listener.made(window);
    window.loadURL(POPUP_URL).catch((error: unknown) => log.error('The page could not be loaded', error));
    return window;
  }

  /** Brings the page up to date; see {@link StatePush}. */
  push(snapshot: Snapshot): void {
    this.#latest = snapshot;
    this.#push?.push(snapshot);
  }

  notify<C extends NotificationChannel>(channel: C, message: Notifications[C]): void {
    this.window?.webContents.send(channel, message);
  }

  /** A new port to the page's player, or null when there is no page. */
  openAudioPort(): AudioPort | null {
    const { window } = this;
    return window === null ? null : openAudioPort(window.webContents);
  }

  /** Destroys the window without a word to anybody. */
  discard(): void {
    const window = this.#window;
    this.#window = null;
    this.#push?.dispose();
    this.#push = null;
    this.#painted = false;
    if (window !== null && !window.isDestroyed()) window.destroy();
  }

  #listen(window: BrowserWindow, push: StatePush<'snapshot'>): void {
    const { log } = this.#options;
    const listener = this.#listener;
    let loadedBefore = false;
    // Every listener first asks whether this is still the window: a discarded one may yet report.
    const current = (): boolean => this.#window === window;
    window.once('ready-to-show', () => {
      if (!current()) return;
      this.#painted = true;
      listener.painted(window);
    });
    window.on('blur', () => {
      if (current()) listener.blurred(window);
    });
    window.on('close', (event) => {
      if (current() && listener.closing()) event.preventDefault();
    });
    window.on('closed', () => {
      if (current()) listener.closed();
    });
    window.webContents.on('did-start-loading', () => {
      if (!current()) return;
      push.setLoaded(false);
      if (loadedBefore) listener.reloading();
    });
    window.webContents.on('did-finish-load', () => {
      if (!current()) return;
      loadedBefore = true;
      push.setLoaded(true);
      listener.loaded();
    });
    window.webContents.on('preload-error', (_event, _path, error) => log.error('The preload failed', error));
    window.webContents.on('unresponsive', () => log.warn('The page does not respond'));
    window.webContents.on('render-process-gone', (_event, details) => {
      if (!current()) return;
      log.error(`The page is gone: ${details.reason}`);
      listener.crashed();
    });
  }
}
