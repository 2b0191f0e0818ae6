import type { ProblemCode } from '../../preload/problem-contract';

export type { ProblemCode };

/** A failure as it is passed on: its code, and ids and codes for a bug report. A RealtimeError is one. */
export interface Trouble {
  readonly code: ProblemCode;
  readonly details: string | null;
  /** How long the other end wants to be left alone, ms; null where it did not say. */
  readonly retryAfterMs: number | null;
  /** The address of the proxy that wants a password, without one; null where none does, or it is not known. */
  readonly proxy: string | null;
}

/** A trouble of which nothing is known but its code. */
export function troubleOf(code: ProblemCode): Trouble {
  return { code, details: null, retryAfterMs: null, proxy: null };
}
