import type { RealtimeError } from './errors';
import type { Dialect } from './session-events';

/** Where to connect. `key` goes over `ws://` only to loopback, or with the user's consent (docs/security.md). */
export interface Endpoint {
  /** `wss:` goes through the SDK, `ws:` through plain `ws`. Without `model`: that is added. */
  url: string;
  key: string | null;
  model: string;
  /** Left out: recognised from what the server says first. `beta` also asks for it by header. */
  dialect?: Dialect;
  /** How the key is shown; left out: as a bearer token. `api-key` is Azure's header. */
  auth?: 'bearer' | 'api-key';
  /** The user's consent to send the key unencrypted over the network. */
  insecureKey?: boolean;
}

/** One event of the server: an object with a string `type`, nothing else is known of it. */
export type ServerEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

/** A client event; `event_id` is set by the session on each. */
export type ClientEvent = { readonly type: string; readonly event_id: string } & Readonly<
  Record<string, unknown>
>;

export interface ConnectionListener {
  opened(): void;
  received(event: ServerEvent): void;
  /** A frame that is no event (not JSON, not an object, binary). The connection stays open. */
  malformed(error: RealtimeError): void;
  /** Exactly once, also when opening failed. Nothing comes after it. */
  ended(reason: RealtimeError): void;
}

/** One transport connection. It opens on construction by {@link Connect}. */
export interface Connection {
  /** Drops the event if the connection is not open; the end is told by `ended`. */
  send(event: ClientEvent): void;
  /** Asks for a sign of life now; without one it ends soon. */
  probe(): void;
  /** Ends it from our side; `ended` is not called for it. */
  close(): void;
}

export type Connect = (endpoint: Endpoint, listener: ConnectionListener) => Connection;
