import type { Dialect, WireEvent } from './protocol/events';
import type { Ending } from './response-shape';
import type { Refusal } from './upgrade';

/** What a scenario can do to one connection. */
export interface Wire {
  /** Sends an event as JSON. */
  send(event: WireEvent): void;
  /** Sends any frame: text, or bytes as a binary one. */
  sendRaw(frame: string | Uint8Array): void;
  /** Sends one text message in several frames. */
  sendFragments(parts: readonly string[]): void;
  /** Runs `action` after `ms`, unless the connection has ended by then. */
  later(ms: number, action: () => void): void;
  /** Ends it with a close frame. `code` is 1000, 1001 or as the protocol allows. */
  close(code: number, reason: string): void;
  /** Ends it without a close frame; `midFrame` leaves a frame half sent. The client sees 1006. */
  reset(midFrame: boolean): void;
  /** Nothing is read, sent or answered any more, pings neither: a half-open connection. `midFrame` as in {@link reset}. */
  freeze(midFrame: boolean): void;
}

/** The hooks of one connection. What is not given behaves well. */
export interface ConnectionFaults {
  /** The connection is open; the session's greeting has not been sent yet. */
  opened?(wire: Wire): void;
  /** Instead of sending it, `event` is handed here: send it, change it, keep it, or do something else. */
  outgoing?(event: WireEvent, wire: Wire): void;
  /** Sees what the client sends before the server does; `drop` keeps it from the server. */
  incoming?(event: WireEvent, wire: Wire): 'pass' | 'drop';
}

/** A way to misbehave. All of it is data and pure hooks: the server asks, the scenario answers. */
export interface Scenario {
  name: string;
  /** One line for `--list-scenarios`. */
  description: string;
  /** Every request to connect is refused so. */
  refusal?: Refusal;
  /** Every request to connect gets these bytes, and the connection ends. */
  answer?: string;
  /** Pings are answered; they are by default. */
  answersPings?: boolean;
  /** The upgrade is answered this late. */
  handshakeDelayMs?: number;
  /** The dialects spoken; both by default. */
  dialects?: readonly Dialect[];
  /** Overrides the server's pace. */
  pace?: number;
  /** Ends every response so, after that much speech. */
  planned?: { afterMs: number; ending: Ending };
  /** Fresh hooks for a connection, so that their state is its own. */
  connect?(): ConnectionFaults;
}
