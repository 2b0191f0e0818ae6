import type { After } from './after';

/** How often the clock is looked at. */
export const WATCH_MS = 500;
/** A clock that has not moved for so long has no device behind it. Devices over the air take two seconds to begin. */
const STALL_MS = 3_000;

export interface ClockListener {
  /** It goes, and has for `runningMs` without a break. */
  moved(runningMs: number): void;
  /** It should go and does not. Told again and again while that lasts. */
  stalled(): void;
}

/** Looks at a device's clock while it should go: the one sign that is the same on every system. */
export class ClockWatch {
  readonly #after: After;
  readonly #listener: ClockListener;
  #cancel: (() => void) | null = null;
  #last = 0;
  #stalledMs = 0;
  #runningMs = 0;

  constructor(after: After, listener: ClockListener) {
    this.#after = after;
    this.#listener = listener;
  }

  get running(): boolean {
    return this.#cancel !== null;
  }

  /** `clock` gives the time in seconds. Does nothing while already watching. */
  start(clock: () => number): void {
    if (this.#cancel) return;
    this.#last = clock();
    this.#stalledMs = 0;
    this.#runningMs = 0;
    this.#later(clock);
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #later(clock: () => number): void {
    this.#cancel = this.#after(WATCH_MS, () => {
      this.#later(clock);
      this.#look(clock());
    });
  }

  #look(now: number): void {
    const moved = now > this.#last;
    this.#last = now;
    this.#runningMs = moved ? this.#runningMs + WATCH_MS : 0;
    this.#stalledMs = moved ? 0 : this.#stalledMs + WATCH_MS;
    if (moved) this.#listener.moved(this.#runningMs);
    else if (this.#stalledMs >= STALL_MS) {
      this.#stalledMs = 0;
      this.#listener.stalled();
    }
  }
}
