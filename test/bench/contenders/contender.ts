import type { BenchServer } from '../server/bench-server';
import type { Desktop } from './desktop';
import type { Span } from './tracing';

/** One of those that are compared: it is asked by keys, as a user does, and plays into the sink. */
export interface Contender {
  readonly name: string;
  readonly server: BenchServer;
  /** Null for what is only a page. */
  readonly desktop: Desktop | null;
  /** Types something and presses Enter. The answer is `performance.now()` just before Enter. */
  ask(): Promise<number>;
  /**
   * When the last Enter that the page saw was pressed by the browser's own account, on the clock of
   * `performance.now()` here: how it was brought to the browser is no part of it.
   */
  enterAt(): Promise<number>;
  /** When the last question reached its main process, on the same clock; null where it has none. */
  takenAt(): Promise<number | null>;
  /** Presses Escape. The answer is `performance.now()` just before it. */
  escape(): Promise<number>;
  /** Keeps the page's main thread busy for `busyMs`, lets it go for `freeMs`, and so on, until `unblock`. */
  block(busyMs: number, freeMs: number): Promise<void>;
  unblock(): Promise<void>;
  /** What its page's process does meanwhile, as Chromium traces it in a category. */
  trace(category: string, during: () => Promise<void>): Promise<readonly Span[]>;
  /** The processes it runs in: first the one that keeps the backlog. */
  processes(): Promise<readonly number[]>;
  stop(): Promise<void>;
}
