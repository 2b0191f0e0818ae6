import type { WebSocket } from 'ws';
import type { Schedule } from '../schedule';

const OPEN = 1;

export interface Pulse {
  /** The socket is open. */
  start(): void;
  /** Pings now, whenever the last ping was. */
  probe(): void;
  stop(): void;
}

export interface PulseOptions {
  schedule: Schedule;
  pingIntervalMs: number;
  /** For any sign of life after a ping, ms. */
  pongTimeoutMs: number;
  onDead(): void;
}

/**
 * Finds half-open sockets: a network that went away tells nobody, and a write into it succeeds. Whatever comes is a sign
 * of life, so that a server which is busy sending sound need not answer in time.
 */
export function watchPulse(
  socket: Pick<WebSocket, 'readyState' | 'on' | 'ping'>,
  options: PulseOptions,
): Pulse {
  const { schedule, pingIntervalMs, pongTimeoutMs, onDead } = options;
  let cancelNext: (() => void) | null = null;
  let cancelDeadline: (() => void) | null = null;
  const alive = (): void => {
    cancelDeadline?.();
    cancelDeadline = null;
  };
  const later = (): void => {
    cancelNext?.();
    cancelNext = schedule(pingIntervalMs, ping);
  };
  const ping = (): void => {
    if (socket.readyState !== OPEN) return;
    cancelDeadline ??= schedule(pongTimeoutMs, onDead);
    later();
    // A failed write is followed by `close`, which tells.
    socket.ping(undefined, undefined, () => {});
  };
  return {
    start() {
      socket.on('pong', alive);
      socket.on('ping', alive);
      socket.on('message', alive);
      later();
    },
    probe: ping,
    stop() {
      cancelNext?.();
      cancelNext = null;
      alive();
    },
  };
}
