import type { RealtimeError } from './errors';
import type { TurnEvent } from './server-events';
import type { SessionEvent, Turn } from './session-events';

/** Counts the `response.create` events of one connection. */
export type Generation = number;

/** A prompt goes out right before its create: one that is replaced while it waits never reaches the server. */
export interface Waiting {
  readonly turn: Turn;
  readonly prompt: string;
}

/**
 * Where the conversation stands. At most one response of ours is ever active at the server: `creating`, `active` and
 * `ending` are the life of one, and the next is created only after them.
 */
export type Phase =
  /** The session is not configured yet; the newest prompt waits. */
  | { kind: 'not-ready'; next: Waiting | null }
  | { kind: 'idle' }
  /** `response.create` is out, nothing of the response was seen. */
  | { kind: 'creating'; turn: Turn; generation: Generation; retried: boolean }
  /** `response` is null while the server has not named it. */
  | { kind: 'active'; turn: Turn; response: string | null; items: readonly ItemState[] }
  /**
   * A response that nobody wants any more; its end is awaited, for a bounded time. `generation` is null once the
   * server has answered the create. `cancelled` is the turn whose `turn-done` is still owed.
   */
  | {
      kind: 'ending';
      generation: Generation | null;
      response: string | null;
      items: readonly string[];
      cancelled: Turn | null;
      next: Waiting | null;
    }
  /**
   * The server refused to create, something was still active there; its end is awaited, for a bounded time. `prompt` is
   * null when it was sent before the refusal.
   */
  | { kind: 'blocked'; turn: Turn; prompt: string | null }
  /** The connection is gone. */
  | { kind: 'over'; reason: RealtimeError | null };

export type PhaseOf<K extends Phase['kind']> = Extract<Phase, { kind: K }>;

/** What of an item was told so far. */
export interface ItemState {
  readonly item: string;
  readonly audio: 'none' | 'open' | 'ended';
  readonly hasWords: boolean;
}

export interface Gate {
  readonly phase: Phase;
  /** The newest one given. */
  readonly generation: Generation;
  /** Creates that the server has not answered yet, oldest first: it answers them in this order. */
  readonly unanswered: readonly Generation[];
  /** Ids of responses and items whose events must not be heard any more, newest last. */
  readonly dead: readonly string[];
  /** Grows with every arming and disarming of the timer: a tick of an older number means nothing. */
  readonly timer: number;
  /**
   * What this server was seen to do. One that sends `response.created` is not believed without it, and one that
   * gives our tag back is not believed when the tag is missing or wrong: such responses are somebody else's.
   */
  readonly habits: { readonly created: boolean; readonly tags: boolean };
}

/** Which of our events an `error` of the server answers; null if it does not say. */
export type Origin =
  | { kind: 'create'; generation: Generation }
  | { kind: 'prompt'; turn: Turn }
  | { kind: 'other' }
  | null;

export type GateInput =
  | { type: 'ready' }
  | { type: 'ask'; turn: Turn; prompt: string }
  | { type: 'cancel' }
  | { type: 'event'; event: TurnEvent }
  | { type: 'refused'; code: string | null; error: RealtimeError; origin: Origin }
  | { type: 'tick'; timer: number }
  /** The connection ended; `reason` is null if by our own wish. */
  | { type: 'end'; reason: RealtimeError | null };

/** What the shell has to do, in this order. */
export type Command =
  | { do: 'send-prompt'; turn: Turn; prompt: string }
  | { do: 'send-create'; generation: Generation }
  | { do: 'send-cancel'; response: string | null }
  /** The items of a dead response: those of which nobody can have heard anything are to be forgotten by the server. */
  | { do: 'settle-unheard'; items: readonly string[] }
  /** There is one timer; arming replaces it. `end`: the old response's end. `silence`: a sign of life of the turn. */
  | { do: 'arm'; wait: 'end' | 'silence'; timer: number }
  | { do: 'disarm' }
  /** The other end has fallen silent for good. */
  | { do: 'disconnect'; error: RealtimeError }
  | { do: 'tell'; event: SessionEvent };

export interface Step {
  readonly gate: Gate;
  readonly commands: readonly Command[];
}
