import type { Contender } from '../contenders/contender';
import type { Sink } from '../sink/sink';

/** How figures of one kind are put together and shown. */
export interface Metric {
  title: string;
  /** `time`: median and 95th percentile, ms. `count`: mean of a repetition. `worst`: the largest size, signed. */
  kind: 'time' | 'count' | 'worst' | 'median';
  unit: string;
}

/** One thing that is done to every contender, again and again. */
export interface Case {
  name: string;
  /** What happens in it, one line. */
  title: string;
  metrics: Readonly<Record<string, Metric>>;
  /** Repetitions in a whole run, and in a quick one; 0 leaves it out there. */
  repetitions: { full: number; quick: number };
  /** The contenders go through it at the same time, not one after the other: for what takes long and records nothing. */
  together?: boolean;
  /** One figure for each metric; null where there is none. `round` is the repetition, from 0. */
  run(stage: Stage, contender: Contender, round: number): Promise<Readonly<Record<string, number | null>>>;
}

export interface Stage {
  sink: Sink;
  /** The embedded voice, mono 16-bit frames at 24 kHz. */
  speech: Int16Array;
  /** Ends the run. */
  signal?: AbortSignal;
}
