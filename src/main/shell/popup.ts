import type { BrowserWindow } from 'electron';
import { app } from 'electron';
import type { PopupView, Snapshot } from '../../preload/contract';
import type { AudioPort } from '../audio/port';
import type { PopupBoundsOptions } from './popup-bounds';
import { PopupBounds } from './popup-bounds';
import type { PopupPageOptions } from './popup-page';
import { PopupPage } from './popup-page';
import type { ToggleSource, Visibility } from './popup-toggle';
import { toggleMeaning } from './popup-toggle';
import { PopupVeil } from './popup-veil';
import { conceal, reveal, wake } from './popup-window';
import type { RateLimit } from './rate-limit';
import { TokenBucket } from './rate-limit';

/** A popup that is asked for before its page was painted waits no longer than this for it, ms. */
export const FIRST_PAINT_TIMEOUT_MS = 1500;
/** The focus may flicker while a window manager shows a window; a blur within this time is looked at again, ms. */
export const SHOW_SETTLE_MS = 150;
/** A page that crashes more often than this is not made again until the popup is asked for. */
const CRASH_LIMIT: RateLimit = { burst: 3, perSecond: 3 / 60 };

export interface PopupOptions extends PopupPageOptions, PopupBoundsOptions {
  /** Whether it stays, above other windows, when the focus goes elsewhere. */
  staysOpen: () => boolean;
  listener: PopupListener;
}

export interface PopupListener {
  shown(): void;
  hidden(): void;
  /** The page is gone, with its player: it crashed or is loaded anew. `requestAudioPort` will be called again. */
  pageLost(): void;
}

/** When the one window is seen: shown when it is wanted, hidden when it loses the focus. */
export class Popup {
  readonly #options: PopupOptions;
  readonly #page: PopupPage;
  readonly #veil: PopupVeil;
  #bounds: PopupBounds | null = null;
  #visibility: Visibility = { kind: 'hidden', since: Number.NEGATIVE_INFINITY, by: 'wish' };
  #view: PopupView | null = null;
  #cancelTimer: (() => void) | null = null;
  readonly #crashes: TokenBucket;
  #quitting = false;

  constructor(options: PopupOptions) {
    this.#options = options;
    this.#veil = new PopupVeil(options.platform, options.schedule);
    this.#page = new PopupPage(options, {
      made: (window) => {
        this.#bounds = new PopupBounds(window, options);
      },
      painted: (window) => {
        if (this.#visibility.kind === 'waiting') this.#present(window);
      },
      // A page that was shown before it could listen does not know of it.
      loaded: () => {
        if (this.#visibility.kind === 'visible') this.#page.notify('shown', { view: this.#view });
      },
      reloading: () => options.listener.pageLost(),
      blurred: (window) => this.#blurred(window),
      closing: () => this.#closing(),
      closed: () => this.dispose(),
      crashed: () => this.#crashed(),
    });
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
    this.#page.ensure();
  }

  /** Shows it with `view`, or with what was there before. */
  show(view: PopupView | null = null): void {
    this.#view = view;
    const window = this.#page.ensure();
    if (this.#visibility.kind === 'visible') {
      window.focus();
      this.#page.notify('shown', { view });
      return;
    }
    if (this.#page.painted) {
      this.#present(window);
      return;
    }
    this.#visibility = { kind: 'waiting' };
    this.#after(FIRST_PAINT_TIMEOUT_MS, () => this.#present(window));
  }

  hide(): void {
    this.#hide('wish');
  }

  toggle(source: ToggleSource): void {
    const isFocused = this.#page.window?.isFocused() ?? false;
    const meaning = toggleMeaning(this.#visibility, source, this.#options.now(), isFocused);
    if (meaning === 'show') this.show();
    else if (meaning === 'hide') this.hide();
  }

  /** The page has drawn what it was shown with. */
  pagePainted(): void {
    this.#veil.lift();
  }

  /** The page's content is this high, in CSS pixels; see {@link PopupBounds}. */
  setContentHeight(height: number): void {
    this.#bounds?.setContentHeight(height);
  }

  /** Brings the page up to date; see {@link StatePush}. */
  push(snapshot: Snapshot): void {
    this.#page.push(snapshot);
  }

  /** A new port to the page's player, or null when there is no page. */
  openAudioPort(): AudioPort | null {
    return this.#page.openAudioPort();
  }

  /** Destroys the window without a word to anybody. */
  dispose(): void {
    this.#visibility = { kind: 'hidden', since: this.#options.now(), by: 'wish' };
    this.#discard();
  }

  #discard(): void {
    this.#stopTimer();
    this.#veil.dispose();
    this.#bounds?.dispose();
    this.#bounds = null;
    this.#page.discard();
  }

  /** Alt+F4 and the like hide it; only quitting destroys it, which refusing to close would call off. */
  #closing(): boolean {
    if (this.#quitting) return false;
    this.hide();
    return true;
  }

  #present(window: BrowserWindow): void {
    const { platform, now, listener } = this.#options;
    this.#stopTimer();
    this.#visibility = { kind: 'visible', since: now() };
    this.#veil.drop(window);
    // Ahead of the window itself, so that the page draws what it is to show first.
    this.#page.notify('shown', { view: this.#view });
    wake(window, platform);
    // Wayland ignores the position and places the window itself.
    this.#bounds?.open();
    reveal(window);
    listener.shown();
  }

  #hide(by: 'focus' | 'wish'): void {
    const was = this.#visibility.kind;
    if (was === 'hidden') return;
    this.#visibility = { kind: 'hidden', since: this.#options.now(), by };
    this.#stopTimer();
    const { window } = this.#page;
    if (was === 'waiting' || window === null) return;
    this.#page.notify('hidden', null);
    this.#veil.dispose();
    this.#bounds?.close();
    conceal(window, this.#options.platform);
    this.#options.listener.hidden();
  }

  #blurred(window: BrowserWindow): void {
    const state = this.#visibility;
    if (state.kind !== 'visible' || this.#options.staysOpen()) return;
    const wait = state.since + SHOW_SETTLE_MS - this.#options.now();
    if (wait <= 0) this.#hide('focus');
    else this.#after(wait, () => (window.isFocused() ? undefined : this.#hide('focus')));
  }

  #crashed(): void {
    const { now, log, listener } = this.#options;
    const wasOpen = this.isVisible;
    this.#visibility = { kind: 'hidden', since: now(), by: 'wish' };
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
