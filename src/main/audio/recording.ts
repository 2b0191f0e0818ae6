import type { FrameStore } from './frame-store';

/** More items than an answer ever has. */
const MOST_ITEMS = 32;

/** An item, or what was heard of it: the first `frames` of `store`. */
export interface Recorded {
  readonly item: string;
  readonly store: FrameStore;
  readonly frames: number;
}

/** What was heard of one answer, in playing order, so that it can be heard once more. */
export class Recording {
  #items: Recorded[] = [];
  #kept = true;

  /** False once it was given up: the answer was too long. */
  get kept(): boolean {
    return this.#kept;
  }

  get items(): readonly Recorded[] {
    return this.#items;
  }

  /** Memory held, in bytes. */
  get bytes(): number {
    return this.#items.reduce((sum, { store }) => sum + store.bytes, 0);
  }

  /** The item was heard up to `frames`, and no more of it will be. */
  add(item: string, store: FrameStore, frames: number): void {
    if (!this.#kept || frames === 0) return;
    if (this.#items.length === MOST_ITEMS) {
      this.giveUp();
      return;
    }
    store.truncate(frames);
    this.#items.push({ item, store, frames });
  }

  /** Nothing of the answer is kept. */
  giveUp(): void {
    this.#items = [];
    this.#kept = false;
  }
}
