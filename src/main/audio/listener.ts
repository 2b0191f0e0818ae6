import type { Position } from './ledger';

export interface Progress {
  /** Items not yet heard to the end, in playing order. */
  items: Position[];
  /** Peak of the sound since the last report, 0 to 1. */
  level: number;
  queuedFrames: number;
  /** Times that this player ran out of sound too early. */
  underruns: number;
}

export interface AudioListener {
  /** The item's first frame was rendered and is heard `latencyMs` from now. Once per item. */
  started(item: string, latencyMs: number): void;
  /** About ten times a second while there is sound. */
  progress(progress: Progress): void;
  /** The item had ended and its last frame was heard. Not called for what was flushed. */
  drained(item: string): void;
  /** The present answer is too long to be kept: it cannot be replayed. */
  notRecorded(): void;
  /** Everything that was pushed has ended and was heard. */
  idle(): void;
  /** The page sent what it must not, or refused frames. For the log. */
  fault(reason: string): void;
}
