import type { Duplex } from 'node:stream';
import type { RawData, WebSocket } from 'ws';
import type { Clock } from './clock';
import { Conversation } from './conversation';
import type { ConnectionFaults, Scenario, Wire } from './faults';
import { type Dialect, isRecord, type WireEvent } from './protocol/events';
import type { Manner } from './responses';
import { expireWire } from './scenarios/events';
import type { Admission } from './upgrade';
import type { Voice } from './voice/voice';

export interface ConnectionParts {
  voice: Voice;
  clock: Clock;
  pace: number;
  newId(prefix: string): string;
}

const HEARTBEAT_MS = 20_000;
/** Bytes that may wait for a client that does not read. */
const MOST_WAITING = 64 * 1024 * 1024;
/** A text frame of 125 bytes is announced, and one of them comes. */
const HALF_FRAME = Buffer.from([0x81, 125, 0x7b]);
const BOTH: readonly Dialect[] = ['ga', 'beta'];

/** What can be done to a connection from outside while it lives. */
export interface LiveConnection {
  /** From now on it behaves so. What can only happen at a handshake, or to a whole session, breaks it. */
  misbehave(scenario: Scenario): void;
  /** Its session has reached its 60 minutes. */
  expire(): void;
}

/** Joins one open WebSocket, its scenario and its conversation, until it closes. `socket` is what lies below it. */
export function serveConnection(
  client: WebSocket,
  socket: Duplex,
  admission: Extract<Admission, { kind: 'admitted' }>,
  scenario: Scenario,
  parts: ConnectionParts,
): LiveConnection {
  const { clock } = parts;
  const timers = new Set<() => void>();
  let faults: ConnectionFaults = scenario.connect?.() ?? {};
  const wire = createWire(client, socket, clock, timers);
  const dialects = scenario.dialects ?? BOTH;
  if (admission.dialect === 'beta' && !dialects.includes('beta')) {
    wire.send({
      type: 'error',
      event_id: parts.newId('event'),
      error: {
        type: 'invalid_request_error',
        code: 'beta_api_shape_disabled',
        message: 'The Realtime Beta API is no longer supported. Use /v1/realtime for the GA API.',
        param: null,
        event_id: null,
      },
    });
    wire.close(4000, 'invalid_request_error.beta_api_shape_disabled');
    return { misbehave() {}, expire() {} };
  }
  const conversation = new Conversation(
    {
      dialect: dialects.includes(admission.dialect) ? admission.dialect : (dialects[0] ?? 'ga'),
      dialects,
      model: admission.model,
      manner: mannerOf(scenario, parts.pace),
    },
    {
      voice: parts.voice,
      clock,
      newId: parts.newId,
      send: (event) => (faults.outgoing === undefined ? wire.send(event) : faults.outgoing(event, wire)),
    },
  );

  client.on('message', (data, isBinary) => {
    const event = isBinary ? undefined : parseJson(data);
    if (event === undefined) {
      conversation.receiveMalformed();
      return;
    }
    if (faults.incoming !== undefined && isEvent(event) && faults.incoming(event, wire) === 'drop') return;
    conversation.receive(event);
  });
  // A broken frame; ws closes the connection itself.
  client.on('error', () => {});
  client.on('close', () => {
    conversation.close();
    for (const cancel of timers) cancel();
    timers.clear();
  });
  keepAlive(client, wire);
  // The voice gets ready while the user is still typing; a failure is told by the first response.
  parts.voice.warmUp().catch(() => {});
  faults.opened?.(wire);
  conversation.open();
  return {
    misbehave(next) {
      if (isOfHandshakes(next)) {
        wire.reset(false);
        return;
      }
      faults = next.connect?.() ?? {};
      conversation.behave(mannerOf(next, parts.pace));
    },
    expire: () => expireWire(wire),
  };
}

function mannerOf({ pace, planned }: Scenario, usualPace: number): Manner {
  return { pace: pace ?? usualPace, planned: planned ?? null };
}

/** Whether it can only happen before a session, or to a whole one: an open connection breaks over it. */
export function isOfHandshakes(scenario: Scenario): boolean {
  const { refusal, answer, answersPings, handshakeDelayMs, dialects } = scenario;
  return [refusal, answer, answersPings, handshakeDelayMs, dialects].some((part) => part !== undefined);
}

function createWire(client: WebSocket, socket: Duplex, clock: Clock, timers: Set<() => void>): Wire {
  let frozen = false;
  const sendRaw = (frame: string | Uint8Array): void => {
    if (frozen || client.readyState !== client.OPEN) return;
    if (client.bufferedAmount > MOST_WAITING) client.terminate();
    else client.send(frame);
  };
  return {
    send: (event) => sendRaw(JSON.stringify(event)),
    sendRaw,
    later: (ms, action) => {
      const cancel = clock.after(ms, () => {
        timers.delete(cancel);
        action();
      });
      timers.add(cancel);
    },
    close: (code, reason) => {
      if (!frozen) client.close(code, reason);
    },
    sendFragments: (parts) => {
      if (frozen || client.readyState !== client.OPEN) return;
      for (const [index, part] of parts.entries()) client.send(part, { fin: index === parts.length - 1 });
    },
    reset: (midFrame) => {
      if (midFrame) socket.write(HALF_FRAME, () => socket.destroy());
      else socket.destroy();
    },
    freeze: (midFrame) => {
      if (midFrame && !frozen) socket.write(HALF_FRAME);
      frozen = true;
      // Pings are read by nobody, so nobody answers them.
      client.pause();
    },
  };
}

/** Finds connections whose other end has vanished. */
function keepAlive(client: WebSocket, wire: Wire): void {
  let answered = true;
  client.on('pong', () => {
    answered = true;
  });
  const beat = (): void => {
    if (!answered) {
      client.terminate();
      return;
    }
    answered = false;
    client.ping();
    wire.later(HEARTBEAT_MS, beat);
  };
  wire.later(HEARTBEAT_MS, beat);
}

/** Undefined for what is no JSON. */
function parseJson(data: RawData): unknown {
  try {
    return JSON.parse(data.toString());
  } catch {
    return undefined;
  }
}

function isEvent(value: unknown): value is WireEvent {
  return isRecord(value) && typeof value.type === 'string';
}
