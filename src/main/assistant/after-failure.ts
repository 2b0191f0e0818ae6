import { cureOf } from './problems';
import type { Trouble } from './trouble';

/** How far a prompt had come when its answer failed. */
export interface Progress {
  /** Whether the prompt was given to a session that was ready: only then can anybody have answered it. */
  sent: boolean;
  /** Whether words or sound of the answer came, or the account of what it cost. */
  received: boolean;
  /** It was sent a second time already. */
  repeated: boolean;
  /** The connection is gone, or is given up with this failure. */
  lost: boolean;
}

export type AfterFailure =
  /** It never went out: it goes out over the next connection. */
  | 'send-later'
  /** It goes out once more, and nobody notices. */
  | 'repeat'
  | 'tell';

/**
 * What becomes of a prompt whose answer failed (pure). A lost connection is repeated at most once, and never when
 * anything of the answer had come: then it was made, and would be paid for twice. That the server began (its
 * `response.created`) is no such sign: it counts nothing until it says something.
 */
export function afterFailure(trouble: Trouble, { sent, received, repeated, lost }: Progress): AfterFailure {
  if (!lost || cureOf(trouble.code) !== 'time') return 'tell';
  if (!sent) return 'send-later';
  return received || repeated ? 'tell' : 'repeat';
}
