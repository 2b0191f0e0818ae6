/** About 1.3 s of render quanta: more than any device holds back that is fit for a conversation. */
const QUANTA = 256;

/**
 * How many of the frames rendered last are still on their way through the device.
 *
 * Subtracting the device's latency from the frames played is right only while sound flows: after a pause or a
 * starvation the device holds silence, and what was played before has long been heard. So the last quanta are
 * remembered with how many frames of speech each had.
 */
export class HeldFrames {
  readonly #rendered = new Int32Array(QUANTA);
  readonly #speech = new Int32Array(QUANTA);
  #next = 0;

  /** One quantum of `rendered` frames was given to the device, `speech` of them from the queue. */
  record(rendered: number, speech: number): void {
    this.#rendered[this.#next] = rendered;
    this.#speech[this.#next] = speech;
    this.#next = (this.#next + 1) % QUANTA;
  }

  /** The speech among the last `window` frames. A quantum on the edge counts in proportion. */
  count(window: number): number {
    let held = 0;
    let left = window;
    for (let back = 1; back <= QUANTA && left > 0; back++) {
      const at = (this.#next - back + QUANTA) % QUANTA;
      const rendered = this.#rendered[at] ?? 0;
      const speech = this.#speech[at] ?? 0;
      if (rendered === 0) break;
      held += rendered <= left ? speech : Math.round((speech * left) / rendered);
      left -= rendered;
    }
    return held;
  }

  /** Forgets everything: what was rendered belongs to a reply that nobody asks about any more. */
  clear(): void {
    this.#rendered.fill(0);
  }
}
