import type { BrowserWindow } from 'electron';
import type { Snapshot } from '../../preload/contract';
import type { Schedule } from '../schedule';

/** A page that has not drawn by then is seen as it is, ms. */
export const VEIL_MS = 100;
/** Not 0: a system may let a window that cannot be seen at all draw nothing. */
export const VEILED = 0.01;

/**
 * Keeps a window from being seen until its page has drawn what it is shown with: what a compositor has of it at first
 * is what it showed last. It takes the keyboard meanwhile. Linux has no such thing.
 */
export class PopupVeil {
  readonly #platform: Snapshot['platform'];
  readonly #schedule: Schedule;
  #window: BrowserWindow | null = null;
  #cancel: (() => void) | null = null;

  constructor(platform: Snapshot['platform'], schedule: Schedule) {
    this.#platform = platform;
    this.#schedule = schedule;
  }

  /** To be called before the window is shown. */
  drop(window: BrowserWindow): void {
    this.#forget();
    if (this.#platform === 'linux') return;
    this.#window = window;
    window.setOpacity(VEILED);
    this.#cancel = this.#schedule(VEIL_MS, () => this.lift());
  }

  /** The page has drawn. */
  lift(): void {
    const window = this.#window;
    this.#forget();
    if (window !== null && !window.isDestroyed()) window.setOpacity(1);
  }

  /** It is hidden, or gone: there is nothing to lift. */
  dispose(): void {
    this.#forget();
  }

  #forget(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#window = null;
  }
}
