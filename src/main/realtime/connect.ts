import { readAddress } from './address';
import type { Connect, Connection, ConnectionListener, Endpoint } from './connection';
import { RealtimeError } from './errors';
import { againstFloods } from './flood';
import { plainConnect } from './plain';
import type { TransportOptions } from './socket';
import { stillborn } from './socket';

/**
 * Chooses the transport: the SDK for `wss:` with a key, plain `ws` for all else (the SDK can neither speak `ws:` nor go
 * without a key). The SDK is loaded when it is first needed; those who use the demo voice never load it.
 */
export function createConnect(options: TransportOptions = {}): Connect {
  const plain = plainConnect(options);
  const connect: Connect = (endpoint, listener) => {
    const address = readAddress(endpoint.url, endpoint.model);
    if (address.kind === 'bad') return stillborn(listener, address.error);
    return address.url.protocol === 'wss:' && endpoint.key !== null
      ? loadThen(async () => (await import('./openai')).openaiConnect(options), endpoint, listener)
      : plain(endpoint, listener);
  };
  return againstFloods(connect, () => performance.now());
}

export const connect: Connect = createConnect();

/** A connection that begins when its transport has been loaded. */
function loadThen(
  load: () => Promise<Connect>,
  endpoint: Endpoint,
  listener: ConnectionListener,
): Connection {
  let connection: Connection | null = null;
  let isClosed = false;
  load().then(
    (connect) => {
      if (!isClosed) connection = connect(endpoint, listener);
    },
    () => {
      if (!isClosed) listener.ended(new RealtimeError('closed', 'transport not loaded'));
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
