import type { BrowserWindow } from 'electron';
import { screen } from 'electron';
import type { Schedule } from '../schedule';
import type { Placing, RememberedPlace } from './popup-display';
import { chooseDisplay, displayOf, rememberPlace } from './popup-display';
import type { Rect } from './popup-position';
import { placePopup, resizePopup } from './popup-position';
import { FIRST_HEIGHT, POPUP_WIDTH } from './popup-window';

/** The window grows at most once in this time, ms: a display shows no more. */
export const FRAME_MS = 16;
/** It becomes smaller only once its content has been so for this time, ms: what goes often makes room for what comes. */
export const SHRINK_MS = 100;
/** A hidden window follows its content once that has kept its height for this time, ms. */
export const HIDDEN_MS = 250;
/** What is told of the window's place this soon after it was placed, ms, is the window manager's doing, not the user's. */
export const PLACING_MS = 300;
/** When displays come or go, the system moves windows too, and last, ms. */
export const DISPLAYS_MS = 250;
/** Scale factors that are no whole numbers round a window's place by this much at most. */
const ROUNDING = 2;

export interface PopupBoundsOptions {
  schedule: Schedule;
  /** Monotonic, ms. */
  now: () => number;
  /** Where to open it now. */
  placing: () => Placing;
  /** The user has moved it there. */
  onMoved: (place: RememberedPlace) => void;
  /** Whether the system tells where windows are. Wayland does not. */
  knowsPlaces: boolean;
}

/** Where the popup's window is and how large: on the right display, as high as its content, always wholly to be seen. */
export class PopupBounds {
  readonly #window: BrowserWindow;
  readonly #options: PopupBoundsOptions;
  /** What the window was given last. Asking it instead would let it grow by roundings. Null before the first time. */
  #given: Rect | null = null;
  #givenAt = Number.NEGATIVE_INFINITY;
  #placedAt = Number.NEGATIVE_INFINITY;
  #contentHeight = FIRST_HEIGHT;
  #open = false;
  #cancel: (() => void) | null = null;
  readonly #onMove = (): void => this.#moved();
  readonly #onDisplays = (): void => {
    // One that is hidden is placed anew when it is shown.
    if (this.#open) this.#later(DISPLAYS_MS);
  };

  constructor(window: BrowserWindow, options: PopupBoundsOptions) {
    this.#window = window;
    this.#options = options;
    window.on('move', this.#onMove);
    screen.on('display-added', this.#onDisplays);
    screen.on('display-removed', this.#onDisplays);
    screen.on('display-metrics-changed', this.#onDisplays);
  }

  /** It is about to be shown: puts it on the display where it is wanted now. */
  open(): void {
    this.#open = true;
    this.#place();
  }

  /** It was hidden. What it had not followed yet, it follows as a hidden one. */
  close(): void {
    this.#open = false;
    if (this.#cancel !== null) this.#placeLater();
  }

  /** The content is this high, in CSS pixels. While the popup is seen, its top edge stays. */
  setContentHeight(height: number): void {
    this.#contentHeight = height;
    // Laid out before it is seen, the page has nothing left to do when it is shown. While an answer grows, it can wait;
    // the first time the popup may have been asked for already.
    if (this.#open) this.#follow();
    else if (this.#given === null) this.#place();
    else this.#placeLater();
  }

  dispose(): void {
    this.#open = false;
    this.#stop();
    this.#window.removeListener('move', this.#onMove);
    screen.removeListener('display-added', this.#onDisplays);
    screen.removeListener('display-removed', this.#onDisplays);
    screen.removeListener('display-metrics-changed', this.#onDisplays);
  }

  #place(): void {
    this.#stop();
    const placing = this.#options.placing();
    const chosen = chooseDisplay(screen.getAllDisplays(), screen.getCursorScreenPoint(), placing);
    if (chosen === null) return;
    const wanted = { width: POPUP_WIDTH, height: this.#contentHeight };
    const rect = placePopup(chosen.display.workArea, wanted, chosen.place);
    this.#placedAt = this.#options.now();
    this.#give(rect);
    // Windows scales a window that comes to a display of another scale factor, on top of what was asked for.
    const { width, height } = this.#window.getBounds();
    if (width !== rect.width || height !== rect.height) this.#give(rect);
  }

  #follow(): void {
    this.#stop();
    const [given, next] = [this.#given, this.#next()];
    if (given === null || next === null || isSame(given, next)) return;
    const wait = this.#givenAt + FRAME_MS - this.#options.now();
    if (next.height < given.height) this.#later(SHRINK_MS);
    else if (wait > 0) this.#later(wait);
    else this.#give(next);
  }

  #placeLater(): void {
    this.#after(HIDDEN_MS, () => this.#place());
  }

  #later(ms: number): void {
    this.#after(ms, () => {
      const next = this.#next();
      if (next !== null && this.#given !== null && !isSame(this.#given, next)) this.#give(next);
    });
  }

  #after(ms: number, run: () => void): void {
    this.#stop();
    this.#cancel = this.#options.schedule(ms, () => {
      this.#cancel = null;
      run();
    });
  }

  #stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  /** The window's rectangle for its content, on the display that it is on. */
  #next(): Rect | null {
    const given = this.#given;
    const display = given === null ? null : displayOf(screen.getAllDisplays(), given);
    if (given === null || display === null) return null;
    return resizePopup(display.workArea, given, this.#contentHeight);
  }

  #give(rect: Rect): void {
    this.#given = rect;
    this.#givenAt = this.#options.now();
    this.#window.setBounds(rect);
  }

  #moved(): void {
    const { now, knowsPlaces, onMoved } = this.#options;
    const given = this.#given;
    if (!this.#open || given === null || !knowsPlaces || now() - this.#placedAt < PLACING_MS) return;
    const { x, y } = this.#window.getBounds();
    if (Math.abs(x - given.x) <= ROUNDING && Math.abs(y - given.y) <= ROUNDING) return;
    this.#given = { ...given, x, y };
    const place = rememberPlace(screen.getAllDisplays(), this.#given);
    if (place !== null) onMoved(place);
  }
}

function isSame(a: Rect, b: Rect): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
