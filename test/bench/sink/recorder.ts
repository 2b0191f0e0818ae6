import { RATE } from '../speech';

/** Arrivals within so many ms of a moment tell how the recording's clock stood then. */
const CLOCK_WINDOW_MS = 1_500;
/** How much is kept. Longer than any case. */
const KEEP_MS = 120_000;

interface Piece {
  /** When it arrived: `performance.now()`. */
  at: number;
  /** Index of its first frame since the recording began. */
  from: number;
  /** Interleaved. */
  samples: Int16Array;
}

/** A stretch of the recording at the speech's rate. */
export interface Take {
  samples: Float32Array;
  /** When frame `index` was at the sink: `performance.now()`. */
  timeOf(index: number): number;
}

/**
 * The sink's sound on the clock of this process. A frame's time is when it could first be read: pieces arrive late
 * when the machine is busy, never early, so the earliest arrivals around a moment give the clock.
 */
export class Recorder {
  readonly #channels: number;
  readonly #rate: number;
  readonly #pieces: Piece[] = [];
  #frames = 0;
  #rest: Buffer = Buffer.alloc(0);

  constructor(channels: number, rate: number) {
    this.#channels = channels;
    this.#rate = rate;
  }

  take(bytes: Buffer, at: number): void {
    const data = this.#rest.length > 0 ? Buffer.concat([this.#rest, bytes]) : bytes;
    const frameBytes = 2 * this.#channels;
    const frames = Math.floor(data.length / frameBytes);
    const samples = new Int16Array(frames * this.#channels);
    for (let i = 0; i < samples.length; i++) samples[i] = data.readInt16LE(2 * i);
    this.#rest = Buffer.from(data.subarray(frames * frameBytes));
    this.#pieces.push({ at, from: this.#frames, samples });
    this.#frames += frames;
    while ((this.#pieces[0]?.at ?? at) < at - KEEP_MS) this.#pieces.shift();
  }

  /** What was at the sink from `from` to `to`, `performance.now()`: the first channel, every other frame. */
  between(from: number, to: number): Take {
    const frameMs = 1000 / this.#rate;
    const near = (piece: Piece) => piece.at > from - CLOCK_WINDOW_MS && piece.at < to + CLOCK_WINDOW_MS;
    const zero = this.#pieces.filter(near).reduce((least, { at, from: first, samples }) => {
      const end = first + samples.length / this.#channels;
      return Math.min(least, at - end * frameMs);
    }, Number.POSITIVE_INFINITY);
    const step = this.#rate / RATE;
    const first = Math.max(this.#pieces[0]?.from ?? 0, Math.round((from - zero) / frameMs));
    const last = Math.min(this.#frames, Math.round((to - zero) / frameMs));
    const samples = new Float32Array(Math.max(0, Math.floor((last - first) / step)));
    for (const piece of this.#pieces) {
      const length = piece.samples.length / this.#channels;
      const begin = Math.max(0, Math.ceil((piece.from - first) / step));
      for (let i = begin; i < samples.length; i++) {
        const index = first + i * step - piece.from;
        if (index >= length) break;
        samples[i] = (piece.samples[index * this.#channels] ?? 0) / 32_768;
      }
    }
    return { samples, timeOf: (index) => zero + (first + index * step) * frameMs };
  }
}
