import { DECAY_FRAMES, FADE_FRAMES } from './constants';
import { fadeOut } from './fade';

/**
 * The last few ms of a sound that is broken off or has run dry: prepared when it happens, then played before anything
 * else, so that sound never stops hard.
 */
export class Tail {
  readonly #fade = fadeOut(FADE_FRAMES);
  readonly #decay = fadeOut(DECAY_FRAMES);
  readonly #samples = new Float32Array(FADE_FRAMES);
  #at = 0;
  #end = 0;
  #speech = 0;

  /** Frames of speech, already counted as played, that are still to be played. */
  get speech(): number {
    return this.#speech;
  }

  get playing(): boolean {
    return this.#at < this.#end;
  }

  /** Where {@link fadeOutSpeech} wants the next frames of the queue, as many as there are. */
  get buffer(): Float32Array {
    return this.#samples;
  }

  /**
   * Fades out over the first `frames` of {@link buffer}, at `level` so far. If they are fewer than the fade is long,
   * the last one (`last`, if there is none) dies away under the rest of it.
   */
  fadeOutSpeech(frames: number, level: number, last: number): void {
    const rest = frames > 0 ? (this.#samples[frames - 1] ?? 0) * level : last;
    for (let i = 0; i < FADE_FRAMES; i++) {
      const sample = i < frames ? (this.#samples[i] ?? 0) * level : rest;
      this.#samples[i] = sample * (this.#fade[i] ?? 0);
    }
    this.#begin(FADE_FRAMES, frames);
  }

  /** Lets the last sample die away. */
  decay(last: number): void {
    for (let i = 0; i < DECAY_FRAMES; i++) this.#samples[i] = last * (this.#decay[i] ?? 0);
    this.#begin(DECAY_FRAMES, 0);
  }

  /** Writes what is left, as far as there is room, into `output` from `from` on. Returns how many frames. */
  read(output: Float32Array, from: number): number {
    const frames = Math.min(this.#end - this.#at, output.length - from);
    for (let i = 0; i < frames; i++) output[from + i] = this.#samples[this.#at++] ?? 0;
    this.#speech = Math.max(0, this.#speech - frames);
    return frames;
  }

  /** Nothing of it is played any more. */
  stop(): void {
    this.#at = this.#end;
    this.#speech = 0;
  }

  /** The tail goes on, but nobody counts it any more. */
  disown(): void {
    this.#speech = 0;
  }

  #begin(end: number, speech: number): void {
    this.#at = 0;
    this.#end = end;
    this.#speech = speech;
  }
}
