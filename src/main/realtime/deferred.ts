import type { Connection, ConnectionListener } from './connection';
import { RealtimeError } from './errors';

/** A connection that begins when `start` is fulfilled. One that was closed by then is closed at once. */
export function deferred(listener: ConnectionListener, start: () => Promise<Connection | null>): Connection {
  let connection: Connection | null = null;
  let isClosed = false;
  start().then(
    (started) => {
      connection = started;
      if (isClosed) started?.close();
    },
    () => {
      if (!isClosed) listener.ended(new RealtimeError('closed', 'transport not started'));
    },
  );
  return {
    send: (event) => connection?.send(event),
    probe: () => connection?.probe(),
    close() {
      isClosed = true;
      connection?.close();
    },
  };
}
