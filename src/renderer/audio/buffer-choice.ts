import type { Buffering, Graph } from './graph';

/** So many since the device was woken, and it gets larger buffers from then on. */
const MOST_GLITCHES = 3;

/** Asks for the smallest buffers, until a machine has shown that it does not keep up with them. */
export class BufferChoice {
  #buffering: Buffering = 'least';
  #before = 0;

  get buffering(): Buffering {
    return this.#buffering;
  }

  /** The graph was woken. */
  begin({ glitches }: Graph): void {
    this.#before = glitches;
  }

  /** All is silent: true if another graph is wanted now, with larger buffers. */
  review({ glitches }: Graph): boolean {
    if (this.#buffering === 'safe' || glitches - this.#before < MOST_GLITCHES) return false;
    this.#buffering = 'safe';
    return true;
  }
}
