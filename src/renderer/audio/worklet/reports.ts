import type { FromPlayer, ItemProgress } from '../../../preload/audio-contract';
import { REPORT_FRAMES } from './constants';
import type { PlayQueue } from './queue';

/** What main is told of the playing: about ten times a second, and at once where it matters. Allocates only messages. */
export class Reports {
  readonly #post: (message: FromPlayer) => void;
  readonly #queue: PlayQueue;
  #underruns = 0;
  #peak = 0;
  #sinceLast = 0;
  #due = false;
  /** Whether the last report said that all is still. */
  #settled = true;

  constructor(post: (message: FromPlayer) => void, queue: PlayQueue) {
    this.#post = post;
    this.#queue = queue;
  }

  /** On a new port: counts anew. */
  reset(): void {
    this.#underruns = 0;
    this.#due = false;
  }

  /** Takes `output[from..to)` into the level. */
  measure(output: Float32Array, from: number, to: number): void {
    for (let i = from; i < to; i++) this.#peak = Math.max(this.#peak, Math.abs(output[i] ?? 0));
  }

  /** Frames ran out too early. */
  starved(): void {
    this.#underruns++;
    this.#due = true;
  }

  /** Something has happened that main should know with the next report, which is the next quantum's. */
  hurry(): void {
    this.#due = true;
  }

  /** Tells of every item that has ended and was played whole, and forgets it. */
  drained(epoch: number, latencyMs: () => number): void {
    for (const slot of this.#queue.slots) {
      if (!slot.used || !slot.ended || slot.queued > 0) continue;
      slot.used = false;
      const { item, played } = slot;
      this.#post({ type: 'drained', epoch, item, playedFrames: played, latencyMs: latencyMs() });
    }
  }

  /** After `rendered` more frames: reports if it is time. */
  progress(epoch: number, rendered: number, heldMs: () => number): void {
    this.#sinceLast += rendered;
    if (!this.#due && this.#sinceLast < REPORT_FRAMES) return;
    this.#sinceLast = 0;

    const items: ItemProgress[] = [];
    for (const slot of this.#queue.slots) {
      if (!slot.used || slot.played === slot.reported) continue;
      slot.reported = slot.played;
      items.push({ item: slot.item, playedFrames: slot.played });
    }
    const level = Math.min(1, this.#peak);
    const latencyMs = heldMs();
    const settled = items.length === 0 && level === 0 && latencyMs === 0;
    // One more after the last change, so that level and latency are seen to reach zero; then silence costs nothing.
    if (settled && this.#settled && !this.#due) return;
    this.#settled = settled;
    this.#due = false;
    this.#peak = 0;
    const { queued: queuedFrames } = this.#queue;
    this.#post({
      type: 'progress',
      epoch,
      items,
      queuedFrames,
      underruns: this.#underruns,
      level,
      latencyMs,
    });
  }
}
