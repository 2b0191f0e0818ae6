import { BYTES_PER_FRAME } from './frames';

/** One second. Big enough to cost next to nothing beside the sound itself, small enough to be let go of soon. */
const BLOCK_FRAMES = 24_000;

/**
 * The frames of one item from some position on, in blocks, so that what has been heard can be released while more
 * comes in. Positions count from the item's first frame.
 */
export class FrameStore {
  #blocks: Int16Array<ArrayBuffer>[] = [];
  /** Position of the first frame of the first block: a multiple of the block size. */
  #start = 0;
  #end = 0;

  /** The position after the last frame: how many were ever appended. */
  get end(): number {
    return this.#end;
  }

  /** Memory held, in bytes. */
  get bytes(): number {
    return this.#blocks.length * BLOCK_FRAMES * BYTES_PER_FRAME;
  }

  /** What {@link bytes} would be with so many frames more. */
  bytesWith(frames: number): number {
    return Math.ceil((this.#end - this.#start + frames) / BLOCK_FRAMES) * BLOCK_FRAMES * BYTES_PER_FRAME;
  }

  append(frames: Int16Array): void {
    let from = 0;
    while (from < frames.length) {
      const offset = (this.#end - this.#start) % BLOCK_FRAMES;
      if ((this.#end - this.#start) / BLOCK_FRAMES === this.#blocks.length) {
        this.#blocks.push(new Int16Array(BLOCK_FRAMES));
      }
      const part = frames.subarray(from, from + BLOCK_FRAMES - offset);
      this.#blocks.at(-1)?.set(part, offset);
      from += part.length;
      this.#end += part.length;
    }
  }

  /** A copy of the frames in `[from, to)`, none of which may have been released. */
  copy(from: number, to: number): Int16Array<ArrayBuffer> {
    if (from < this.#start || to > this.#end)
      throw new RangeError(`Frames ${from} to ${to} are not in the store`);
    const frames = new Int16Array(to - from);
    for (let at = from; at < to; ) {
      const offset = (at - this.#start) % BLOCK_FRAMES;
      const block = this.#blocks[(at - this.#start - offset) / BLOCK_FRAMES];
      if (!block) break;
      const part = block.subarray(offset, Math.min(BLOCK_FRAMES, offset + to - at));
      frames.set(part, at - from);
      at += part.length;
    }
    return frames;
  }

  /** Lets go of what comes after the first `length` frames. */
  truncate(length: number): void {
    if (length >= this.#end) return;
    this.#end = Math.max(this.#start, length);
    this.#blocks = this.#blocks.slice(0, Math.ceil((this.#end - this.#start) / BLOCK_FRAMES));
  }

  /** Lets go of the whole blocks before `position`. */
  release(position: number): void {
    const whole = Math.floor((Math.min(position, this.#end) - this.#start) / BLOCK_FRAMES);
    if (whole <= 0) return;
    this.#blocks = this.#blocks.slice(whole);
    this.#start += whole * BLOCK_FRAMES;
  }
}
