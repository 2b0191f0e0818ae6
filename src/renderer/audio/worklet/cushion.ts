import { MAX_REBUFFER_FRAMES, REBUFFER_FRAMES, START_FRAMES, STEADY_FRAMES, TRIAL_FRAMES } from './constants';

/**
 * How much has to be there before sound begins or goes on. All numbers are frames.
 *
 * It learns in both directions: every starvation doubles what is gathered before going on, ten good seconds make up for
 * it; and a server that stayed ahead by a whole cushion from the first frame on gets its next reply begun with
 * whatever comes first, until a starvation shows that this was too bold.
 */
export class Cushion {
  #atStart = START_FRAMES;
  #afterStarving = REBUFFER_FRAMES;
  #needed = START_FRAMES;
  /** Played since the last start. */
  #steady = 0;
  /** The least that was queued since the last start. */
  #least = Number.POSITIVE_INFINITY;

  get needed(): number {
    return this.#needed;
  }

  /** Sound begins, or goes on. */
  started(): void {
    this.#steady = 0;
    this.#least = Number.POSITIVE_INFINITY;
  }

  /** So much was played, and so much is left; infinitely much if the rest of the reply is there. */
  played(frames: number, queued: number): void {
    const before = this.#steady;
    this.#steady += frames;
    if (this.#steady > STEADY_FRAMES) this.#afterStarving = REBUFFER_FRAMES;
    if (before >= TRIAL_FRAMES) return;
    this.#least = Math.min(this.#least, queued);
    if (this.#steady >= TRIAL_FRAMES && this.#least >= START_FRAMES) this.#atStart = 0;
  }

  /** It ran out in the middle of a reply. */
  starved(): void {
    this.#atStart = START_FRAMES;
    this.#needed = this.#afterStarving;
    this.#afterStarving = Math.min(this.#afterStarving * 2, MAX_REBUFFER_FRAMES);
  }

  /** It goes on after a pause, in the middle of a reply. */
  resume(): void {
    this.#needed = this.#atStart;
  }

  /** The reply is over: the next one is begun like the first. */
  renew(): void {
    this.#needed = this.#atStart;
    this.#afterStarving = REBUFFER_FRAMES;
  }
}
