import type { RealtimeError } from './errors';

/** A number that the session's owner gives to each prompt; it grows. */
export type Turn = number;

export type Dialect = 'ga' | 'beta';

export type SessionState =
  | { kind: 'connecting' }
  /** Open; `session.update` is out, its echo is awaited. */
  | { kind: 'configuring'; dialect: Dialect }
  | { kind: 'ready'; dialect: Dialect; model: string | null }
  /** Final. A new session object is needed. */
  | { kind: 'closed'; reason: RealtimeError | null };

export interface Usage {
  inputTokens: number;
  outputTokens: number;
}

/** How a turn ended. */
export type TurnOutcome =
  | { kind: 'completed' }
  /** By our own interruption. */
  | { kind: 'cancelled' }
  | { kind: 'failed'; error: RealtimeError };

/** What a session tells its owner, in order. Nothing of a turn comes after its `turn-done`. */
export type SessionEvent =
  | { type: 'state'; state: SessionState }
  /** The server began to answer. */
  | { type: 'turn-started'; turn: Turn }
  /** `delta` is base64 of PCM16 as it came. */
  | { type: 'audio'; turn: Turn; item: string; delta: string }
  | { type: 'audio-end'; turn: Turn; item: string }
  | { type: 'words'; turn: Turn; item: string; delta: string }
  | { type: 'turn-done'; turn: Turn; outcome: TurnOutcome; usage: Usage | null }
  /** Something that ended no turn and not the session; for the log. */
  | { type: 'warning'; error: RealtimeError };

/** What was heard of one item of an interrupted answer. */
export interface HeardItem {
  item: string;
  /** `none`: the item is deleted; `all`: left alone; a number of ms: truncated there. */
  heard: 'none' | 'all' | number;
}

/** A message of an earlier session. */
export interface RememberedMessage {
  role: 'user' | 'assistant';
  text: string;
}

/**
 * One conversation with a server over one connection.
 *
 * `ask` while another turn is alive interrupts that one first; the prompt goes out once the server has confirmed the
 * end of the old response or a time-out has passed. `ask` before `ready` waits and goes out the moment it is.
 */
export interface Session {
  readonly state: SessionState;
  ask(turn: Turn, prompt: string): void;
  /** Cancels the running turn, if any: at once on the wire. Its `turn-done` follows. Audio of it is not told any more. */
  cancel(): void;
  /**
   * Tells the server what was heard of the turn that was cancelled or ended. Must be called after `cancel` and before
   * the next `ask` for the server's memory to be right; also after generation has ended while sound still played.
   */
  settle(items: readonly HeardItem[]): void;
  /** Puts messages of earlier sessions into the server's memory; before `ready` they wait, and go before any prompt. */
  remember(messages: readonly RememberedMessage[]): void;
  /** Makes sure that the connection lives: one that does not answer in a few seconds ends. */
  probe(): void;
  close(): void;
}
