import { MAX_ITEMS, MAX_RUNS } from './constants';

/** One item that has frames queued or has not ended. Reused: nothing is allocated once the queue stands. */
export interface Slot {
  used: boolean;
  item: string;
  queued: number;
  played: number;
  ended: boolean;
  /** `played` when it was last reported. */
  reported: number;
}

/**
 * The frames to be played, in order, with whose they are: an Int16 ring, the runs (stretches of one item) in it, and
 * the items. All preallocated. It knows nothing of time, fades or messages.
 */
export class PlayQueue {
  readonly capacity: number;
  readonly slots: readonly Slot[];
  readonly #ring: Int16Array;
  readonly #runSlot = new Int32Array(MAX_RUNS);
  readonly #runFrames = new Int32Array(MAX_RUNS);
  #runHead = 0;
  #runCount = 0;
  #read = 0;
  #queued = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.#ring = new Int16Array(capacity);
    this.slots = Array.from({ length: MAX_ITEMS }, () => ({
      used: false,
      item: '',
      queued: 0,
      played: 0,
      ended: false,
      reported: 0,
    }));
  }

  get queued(): number {
    return this.#queued;
  }

  /** Whether some item may still get frames: running dry then is a starvation, otherwise it is the end. */
  get unfinished(): boolean {
    for (const slot of this.slots) if (slot.used && !slot.ended) return true;
    return false;
  }

  /** Whether frames are queued whose item has ended: waiting for more would be in vain. */
  get endQueued(): boolean {
    for (const slot of this.slots) if (slot.used && slot.ended && slot.queued > 0) return true;
    return false;
  }

  /** Queues what there is room for and returns how many frames that was. */
  write(item: string, pcm: Int16Array): number {
    const slot = this.#slotOf(item);
    if (slot < 0) return 0;
    const last = (this.#runHead + this.#runCount - 1) % MAX_RUNS;
    const extendsLast = this.#runCount > 0 && this.#runSlot[last] === slot;
    if (!extendsLast && this.#runCount === MAX_RUNS) return 0;
    const frames = Math.min(pcm.length, this.capacity - this.#queued);
    if (frames === 0) return 0;

    let to = (this.#read + this.#queued) % this.capacity;
    for (let i = 0; i < frames; i++) {
      this.#ring[to] = pcm[i] ?? 0;
      to = to + 1 === this.capacity ? 0 : to + 1;
    }
    const run = extendsLast ? last : (this.#runHead + this.#runCount++) % MAX_RUNS;
    this.#runSlot[run] = slot;
    this.#runFrames[run] = (extendsLast ? (this.#runFrames[run] ?? 0) : 0) + frames;
    this.#queued += frames;
    const owner = this.slots[slot];
    if (owner) owner.queued += frames;
    return frames;
  }

  /** Marks the item's end. False if there is no room to remember an item that had no frames. */
  end(item: string): boolean {
    const slot = this.slots[this.#slotOf(item)];
    if (slot) slot.ended = true;
    return slot !== undefined;
  }

  /** Whether an item is known: it has frames queued, or had some and may get more. */
  has(item: string): boolean {
    for (const slot of this.slots) if (slot.used && slot.item === item) return true;
    return false;
  }

  /** Whether an item is known and has ended: frames for it would come too late. */
  hasEnded(item: string): boolean {
    for (const slot of this.slots) if (slot.used && slot.ended && slot.item === item) return true;
    return false;
  }

  /**
   * Takes frames out into `output[from..to)` as -1 to 1 and returns how many there were. Counts them as played;
   * `onStart` is called for an item whose first frame is among them.
   */
  read(output: Float32Array, from: number, to: number, onStart: (slot: Slot) => void): number {
    let at = from;
    while (at < to && this.#runCount > 0) {
      const left = this.#runFrames[this.#runHead] ?? 0;
      const frames = Math.min(left, to - at);
      for (let i = 0; i < frames; i++) {
        output[at++] = (this.#ring[this.#read] ?? 0) / 32_768;
        this.#read = this.#read + 1 === this.capacity ? 0 : this.#read + 1;
      }
      const slot = this.slots[this.#runSlot[this.#runHead] ?? 0];
      if (slot) {
        if (slot.played === 0) onStart(slot);
        slot.played += frames;
        slot.queued -= frames;
      }
      this.#queued -= frames;
      this.#runFrames[this.#runHead] = left - frames;
      if (left === frames) {
        this.#runHead = (this.#runHead + 1) % MAX_RUNS;
        this.#runCount--;
      }
    }
    return at - from;
  }

  /** Drops all frames and items. */
  clear(): void {
    for (const slot of this.slots) slot.used = false;
    this.#runCount = 0;
    this.#queued = 0;
  }

  #slotOf(item: string): number {
    let free = -1;
    for (let i = 0; i < this.slots.length; i++) {
      const slot = this.slots[i];
      if (!slot?.used) {
        if (free < 0) free = i;
      } else if (slot.item === item) return i;
    }
    const slot = this.slots[free];
    if (!slot) return -1;
    slot.used = true;
    slot.item = item;
    slot.queued = 0;
    slot.played = 0;
    slot.ended = false;
    slot.reported = 0;
    return free;
  }
}
