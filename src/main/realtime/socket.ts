import type { Agent } from 'node:http';
import type { WebSocket } from 'ws';
import type { Schedule } from '../schedule';
import { fromClose, fromErrno } from './classify';
import type { Connection, ConnectionListener } from './connection';
import { RealtimeError } from './errors';
import { watchPulse } from './pulse';
import { readRefusal } from './refusal';

export interface SocketLimits {
  /** From the first DNS query to the accepted upgrade, ms. */
  handshakeTimeoutMs: number;
  /** Bytes of one frame; a larger one ends the connection. */
  maxPayload: number;
  /** Between two pings on an open connection, ms. */
  pingIntervalMs: number;
  /** For any sign of life after a ping, ms. Less than the interval. */
  pongTimeoutMs: number;
}

export const DEFAULT_LIMITS: SocketLimits = {
  handshakeTimeoutMs: 15_000,
  // A second of speech is 64 KB as base64, and servers send less than ten seconds at once.
  maxPayload: 16 * 1024 * 1024,
  pingIntervalMs: 20_000,
  pongTimeoutMs: 10_000,
};

/** What a transport may be given: its limits, whom to trust, and the way to go. */
export interface TransportOptions {
  limits?: Partial<SocketLimits>;
  /** The authorities that are trusted, PEM; left out: Node's own. */
  ca?: string | string[];
  /** Through a proxy. */
  agent?: Agent;
}

/** What the server has to see, beside the key. */
export function headersFor(dialect: string | undefined): Record<string, string> {
  return { 'User-Agent': 'Aloud', ...(dialect === 'beta' && { 'OpenAI-Beta': 'realtime=v1' }) };
}

export interface Supervised extends Connection {
  /** Nothing may be told any more. */
  isOver(): boolean;
}

/** The real clock. Its timers do not keep the process alive. */
export const after: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};

/** A peer that does not answer our closing frame is dropped after this long, ms. */
const CLOSE_TIMEOUT_MS = 1_000;
const OPEN = 1;

/**
 * Joins the life of a `ws` socket, however it was made, to a listener: opened, and ended exactly once and with a cause.
 * What the frames hold is the caller's. To be called in the socket's first tick, or a refusal is missed.
 */
export function supervise(
  socket: WebSocket,
  listener: Pick<ConnectionListener, 'opened' | 'ended'>,
  key: string | null,
  limits: SocketLimits,
): Supervised {
  let isOver = false;
  let wasOpen = false;
  const end = (reason: RealtimeError) => {
    if (isOver) return;
    isOver = true;
    clearTimeout(handshake);
    pulse.stop();
    socket.terminate();
    listener.ended(reason);
  };
  const handshake = setTimeout(() => end(new RealtimeError('handshake-timeout')), limits.handshakeTimeoutMs);

  const pulse = watchPulse(socket, {
    ...limits,
    schedule: after,
    onDead: () => end(new RealtimeError('closed', 'no pong')),
  });

  socket.on('open', () => {
    if (isOver) return;
    clearTimeout(handshake);
    wasOpen = true;
    pulse.start();
    listener.opened();
  });
  socket.on('unexpected-response', (_request, response) => {
    void readRefusal(response, key, new URL(socket.url)).then(end);
  });
  // Stays for ever: an `error` without a listener would end the process.
  socket.on('error', (error: NodeJS.ErrnoException) => end(fromErrno(error.code, wasOpen)));
  socket.on('close', (code, reason) => end(fromClose(code, reason.toString())));

  return {
    isOver: () => isOver,
    send(event) {
      // A failed write is followed by `close`, which tells.
      if (!isOver && socket.readyState === OPEN) socket.send(JSON.stringify(event), () => {});
    },
    probe: pulse.probe,
    close() {
      if (isOver) return;
      isOver = true;
      clearTimeout(handshake);
      pulse.stop();
      socket.close(1000);
      const cancel = after(CLOSE_TIMEOUT_MS, () => socket.terminate());
      socket.once('close', cancel);
    },
  };
}

/** A connection that could not even begin. Its end is told in a later tick, as by every other. */
export function stillborn(listener: ConnectionListener, reason: RealtimeError): Connection {
  let isOver = false;
  queueMicrotask(() => {
    if (!isOver) listener.ended(reason);
    isOver = true;
  });
  return {
    send() {},
    probe() {},
    close() {
      isOver = true;
    },
  };
}
