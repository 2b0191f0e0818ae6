/** The quietest sound that still moves the meter, in dB below full scale. */
const FLOOR_DB = -30;
const ATTACK_MS = 25;
const RELEASE_MS = 160;
/** How much later than its inner neighbour a bar moves. */
const SPREAD_MS = 45;
const HISTORY_MS = 500;

/** The meter's reading of a peak level (0 to 1), 0 to 1, in even steps of loudness as ears hear it. */
export function loudness(level: number): number {
  if (!(level > 0)) return 0;
  const db = 20 * Math.log10(Math.min(1, level));
  return Math.max(0, 1 - db / FLOOR_DB);
}

/**
 * How the bars of the level meter move: the middle bar follows the sound, rising faster than it falls, and its movement
 * runs outward over the others, ever smaller. Time comes in as ms between frames.
 */
export class MeterMotion {
  /** The bars' heights, 0 to 1, from left to right. Reused by every step. */
  readonly heights: Float64Array;
  readonly #past: { time: number; value: number }[] = [];
  #time = 0;
  #value = 0;

  constructor(bars: number) {
    this.heights = new Float64Array(bars);
  }

  /** The bars after `elapsedMs` in which the peak was `level` (0 to 1). */
  step(level: number, elapsedMs: number): Float64Array {
    const target = loudness(level);
    const constant = target > this.#value ? ATTACK_MS : RELEASE_MS;
    this.#time += elapsedMs;
    this.#value += (target - this.#value) * (1 - Math.exp(-elapsedMs / constant));
    this.#past.push({ time: this.#time, value: this.#value });
    while ((this.#past[0]?.time ?? this.#time) < this.#time - HISTORY_MS) this.#past.shift();

    const middle = (this.heights.length - 1) / 2;
    for (let bar = 0; bar < this.heights.length; bar++) {
      const distance = Math.abs(bar - middle);
      this.heights[bar] = this.#valueBefore(distance * SPREAD_MS) * (1 - (0.5 * distance) / (middle + 1));
    }
    return this.heights;
  }

  #valueBefore(ms: number): number {
    const wanted = this.#time - ms;
    for (let i = this.#past.length - 1; i >= 0; i--) {
      const moment = this.#past[i];
      if (moment !== undefined && moment.time <= wanted) return moment.value;
    }
    return 0;
  }
}
