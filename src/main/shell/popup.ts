import type { BrowserWindow } from 'electron';
import { app, screen } from 'electron';
import type { NotificationChannel, Notifications, PopupView, Snapshot } from '../../preload/contract';
import type { AudioPort } from '../audio/port';
import type { Schedule } from '../schedule';
import { openAudioPort } from './audio-port';
import type { Log } from './log';
import { SnapshotPush } from './notify';
import { placePopup, resizePopup } from './popup-position';
import { conceal, createPopupWindow, FIRST_HEIGHT, POPUP_URL, POPUP_WIDTH, reveal } from './popup-window';
import type { RateLimit } from './rate-limit';
import { TokenBucket } from './rate-limit';

/** A popup that is asked for before its page was painted waits no longer than this for it, ms. */
export const FIRST_PAINT_TIMEOUT_MS = 1500;
/** The focus may flicker while a window manager shows a window; a blur within this time is looked at again, ms. */
export const SHOW_SETTLE_MS = 150;
/** A click on the tray takes the focus first, which hides the popup: the click then must not show it again, ms. */
export const TRAY_CLICK_GUARD_MS = 100;
/** A hotkey that is held down repeats after about half a second: it must not close what it has just opened, ms. */
export const HOTKEY_GUARD_MS = 700;
/** A page that crashes more often than this is not made again until the popup is asked for. */
const CRASH_LIMIT: RateLimit = { burst: 3, perSecond: 3 / 60 };

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
  shown(): void;
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
  #view: PopupView | null = null;
  #contentHeight = FIRST_HEIGHT;
  #latest: Snapshot | null = null;
  #cancelTimer: (() => void) | null = null;
  readonly #crashes: TokenBucket;
  #quitting = false;

  constructor(options: PopupOptions) {
    this.#options = options;
    this.#crashes = new TokenBucket(CRASH_LIMIT, options.now());
    app.once('before-quit', () => {
      this.#quitting = true;
    });
  }

  get isVisible(): boolean {
    return this.#visibility.kind !== 'hidden';
  }

  /** Makes the window and loads its page, hidden, so that it can be shown at once. Once the app is ready. */
  prepare(): void {
    this.#ensure();
  }

  /** Shows it with `view`, or with what was there before. */
  show(view: PopupView | null = null): void {
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
    conceal(this.#window, this.#options.platform);
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

  /** Destroys the window without a word to anybody. */
  dispose(): void {
    this.#stopTimer();
    this.#visibility = { kind: 'hidden', since: this.#options.now() };
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
    // Alt+F4 and the like hide it; only quitting destroys it, which refusing to close would call off.
    window.on('close', (event) => {
      if (!current() || this.#quitting) return;
      event.preventDefault();
      this.hide();
    });
    window.on('closed', () => {
      if (current()) this.dispose();
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
      // A page that was shown before it could listen does not know of it.
      if (this.#visibility.kind === 'visible') this.notify('shown', { view: this.#view });
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
    reveal(window, platform);
    this.notify('shown', { view: this.#view });
    listener.shown();
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
    this.#stopTimer();
    this.#visibility = { kind: 'hidden', since: now() };
    this.#discard();
    listener.pageLost();
    if (wasOpen) listener.hidden();
    if (!this.#crashes.take(now())) {
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
    this.#cancelTimer = this.#options.schedule(delayMs, () => {
      this.#cancelTimer = null;
      run();
    });
  }

  #stopTimer(): void {
    this.#cancelTimer?.();
    this.#cancelTimer = null;
  }
}
