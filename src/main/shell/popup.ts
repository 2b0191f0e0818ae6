import type { BrowserWindow } from 'electron';
import { app, screen } from 'electron';
import type { NotificationChannel, Notifications, PopupView, Snapshot } from '../../preload/contract';
import type { AudioPort } from '../audio/port';
import { openAudioPort } from './audio-port';
import type { Log } from './log';
import { SnapshotPush } from './notify';
import { placePopup, resizePopup } from './popup-position';
import { createPopupWindow, FIRST_HEIGHT, POPUP_URL, POPUP_WIDTH } from './popup-window';
import type { Schedule } from './schedule';

/** A popup that is asked for before its page was painted waits no longer than this for it, ms. */
export const FIRST_PAINT_TIMEOUT_MS = 1500;
/** The focus may flicker while a window manager shows a window; a blur within this time is looked at again, ms. */
export const SHOW_SETTLE_MS = 150;
/** A click on the tray takes the focus first, which hides the popup: the click then must not show it again, ms. */
export const TRAY_CLICK_GUARD_MS = 100;
/** A hotkey that is held down repeats after about half a second: it must not close what it has just opened, ms. */
export const HOTKEY_GUARD_MS = 700;
/** A page that crashed this often within {@link CRASH_WINDOW_MS} is not made again until the popup is asked for. */
const MOST_CRASHES = 3;
const CRASH_WINDOW_MS = 60_000;

export interface PopupOptions {
  platform: Snapshot['platform'];
  /** The bundled preload script, absolute. */
  preload: string;
  schedule: Schedule;
  /** Monotonic, ms. */
  now: () => number;
  log: Log;
  listener: PopupListener;
}

export interface PopupListener {
  shown(view: PopupView): void;
  hidden(): void;
  /** The page is gone, with its player: it crashed or is loaded anew. `requestAudioPort` will be called again. */
  pageLost(): void;
}

/** Who asks for the popup to be toggled; each has its own trap. */
export type ToggleSource = 'tray' | 'hotkey' | 'command';

type Visibility =
  | { kind: 'hidden'; since: number }
  | { kind: 'waiting' }
  | { kind: 'visible'; since: number };

/** The one window: made once and kept, shown on the display of the cursor, hidden when it loses the focus. */
export class Popup {
  readonly #options: PopupOptions;
  #window: BrowserWindow | null = null;
  #push: SnapshotPush | null = null;
  #painted = false;
  #visibility: Visibility = { kind: 'hidden', since: Number.NEGATIVE_INFINITY };
  #view: PopupView = 'ask';
  #contentHeight = FIRST_HEIGHT;
  #latest: Snapshot | null = null;
  #cancelTimer: (() => void) | null = null;
  #crashes: number[] = [];

  constructor(options: PopupOptions) {
    this.#options = options;
  }

  get isVisible(): boolean {
    return this.#visibility.kind !== 'hidden';
  }

  /** Makes the window and loads its page, hidden, so that it can be shown at once. Once the app is ready. */
  prepare(): void {
    this.#ensure();
  }

  show(view: PopupView = 'ask'): void {
    this.#view = view;
    const window = this.#ensure();
    if (this.#visibility.kind === 'visible') {
      window.focus();
      this.notify('shown', { view });
      return;
    }
    if (this.#painted) {
      this.#present(window);
      return;
    }
    this.#visibility = { kind: 'waiting' };
    this.#after(FIRST_PAINT_TIMEOUT_MS, () => this.#present(window));
  }

  hide(): void {
    const was = this.#visibility.kind;
    if (was === 'hidden') return;
    this.#visibility = { kind: 'hidden', since: this.#options.now() };
    this.#stopTimer();
    if (was === 'waiting' || this.#window === null) return;
    this.notify('hidden', null);
    this.#conceal(this.#window);
    this.#options.listener.hidden();
  }

  toggle(source: ToggleSource): void {
    const { now } = this.#options;
    const state = this.#visibility;
    switch (state.kind) {
      case 'hidden':
        if (source === 'tray' && now() - state.since < TRAY_CLICK_GUARD_MS) return;
        this.show();
        return;
      case 'waiting':
        return;
      case 'visible':
        if (source === 'hotkey' && now() - state.since < HOTKEY_GUARD_MS) return;
        this.hide();
        return;
      default:
        state satisfies never;
    }
  }

  /** The page's content is this high, in CSS pixels. The top edge stays. */
  setContentHeight(height: number): void {
    this.#contentHeight = height;
    const window = this.#window;
    if (window === null || this.#visibility.kind !== 'visible') return;
    const bounds = window.getBounds();
    const { workArea } = screen.getDisplayMatching(bounds);
    const next = resizePopup(workArea, bounds, height);
    if (next.height !== bounds.height || next.y !== bounds.y) window.setBounds(next);
  }

  /** Brings the page up to date; see {@link SnapshotPush}. */
  push(snapshot: Snapshot): void {
    this.#latest = snapshot;
    this.#push?.push(snapshot);
  }

  notify<C extends NotificationChannel>(channel: C, message: Notifications[C]): void {
    const window = this.#window;
    if (window !== null && !window.isDestroyed()) window.webContents.send(channel, message);
  }

  /** A new port to the page's player, or null when there is no page. */
  openAudioPort(): AudioPort | null {
    const window = this.#window;
    return window === null || window.isDestroyed() ? null : openAudioPort(window.webContents);
  }

  dispose(): void {
    this.#stopTimer();
    this.#discard();
  }

  #ensure(): BrowserWindow {
    if (this.#window !== null && !this.#window.isDestroyed()) return this.#window;
    const { platform, preload, schedule, log } = this.#options;
    const window = createPopupWindow({ platform, preload });
    const push = new SnapshotPush({ send: (channel, message) => this.notify(channel, message) }, schedule);
    this.#window = window;
    this.#push = push;
    this.#painted = false;
    if (this.#latest !== null) push.push(this.#latest);
    this.#listen(window, push);
    window.loadURL(POPUP_URL).catch((error: unknown) => log.error('The page could not be loaded', error));
    return window;
  }

  #listen(window: BrowserWindow, push: SnapshotPush): void {
    const { log, listener } = this.#options;
    let loadedBefore = false;
    // Every listener first asks whether this is still the window: a discarded one may yet report.
    const current = (): boolean => this.#window === window;
    window.once('ready-to-show', () => {
      if (!current()) return;
      this.#painted = true;
      if (this.#visibility.kind === 'waiting') this.#present(window);
    });
    window.on('blur', () => {
      if (current()) this.#blurred(window);
    });
    // Alt+F4 and the like hide it; only quitting destroys it.
    window.on('close', (event) => {
      if (!current()) return;
      event.preventDefault();
      this.hide();
    });
    window.webContents.on('did-start-loading', () => {
      if (!current()) return;
      push.setLoaded(false);
      if (loadedBefore) listener.pageLost();
    });
    window.webContents.on('did-finish-load', () => {
      if (!current()) return;
      loadedBefore = true;
      push.setLoaded(true);
    });
    window.webContents.on('preload-error', (_event, _path, error) => log.error('The preload failed', error));
    window.webContents.on('unresponsive', () => log.warn('The page does not respond'));
    window.webContents.on('render-process-gone', (_event, details) => {
      if (current()) this.#crashed(details.reason);
    });
  }

  #present(window: BrowserWindow): void {
    const { platform, now, listener } = this.#options;
    this.#stopTimer();
    this.#visibility = { kind: 'visible', since: now() };
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
    // Wayland ignores the position and places the window itself.
    window.setBounds(placePopup(workArea, { width: POPUP_WIDTH, height: this.#contentHeight }));
    // Undoes the app.hide() with which the focus was given back.
    if (platform === 'darwin') app.show();
    window.show();
    window.focus();
    this.notify('shown', { view: this.#view });
    listener.shown(this.#view);
  }

  /** Hides the window so that the one that had the focus before gets it back. */
  #conceal(window: BrowserWindow): void {
    const { platform } = this.#options;
    switch (platform) {
      case 'darwin':
        window.hide();
        app.hide();
        return;
      case 'win32':
        // Hiding alone leaves the focus with nobody now and then; giving it up first hands it to the next window.
        window.blur();
        window.hide();
        return;
      case 'linux':
        window.hide();
        return;
      default:
        platform satisfies never;
    }
  }

  #blurred(window: BrowserWindow): void {
    const state = this.#visibility;
    if (state.kind !== 'visible') return;
    const wait = state.since + SHOW_SETTLE_MS - this.#options.now();
    if (wait <= 0) this.hide();
    else this.#after(wait, () => (window.isFocused() ? undefined : this.hide()));
  }

  #crashed(reason: string): void {
    const { now, log, listener } = this.#options;
    log.error(`The page is gone: ${reason}`);
    const wasOpen = this.isVisible;
    this.#crashes = [...this.#crashes.filter((at) => now() - at < CRASH_WINDOW_MS), now()];
    this.#stopTimer();
    this.#visibility = { kind: 'hidden', since: now() };
    this.#discard();
    listener.pageLost();
    if (wasOpen) listener.hidden();
    if (this.#crashes.length > MOST_CRASHES) {
      log.error('The page keeps failing: it is made again when the popup is asked for');
      return;
    }
    if (wasOpen) this.show(this.#view);
    else this.prepare();
  }

  #discard(): void {
    const window = this.#window;
    this.#window = null;
    this.#push?.dispose();
    this.#push = null;
    this.#painted = false;
    if (window !== null && !window.isDestroyed()) window.destroy();
  }

  #after(delayMs: number, run: () => void): void {
    this.#stopTimer();
    this.#cancelTimer = this.#options.schedule(() => {
      this.#cancelTimer = null;
      run();
    }, delayMs);
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }
}
