import { readAddress } from './address';
import type { Connect } from './connection';
import { deferred } from './deferred';
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
    if (address.url.protocol !== 'wss:' || endpoint.key === null) return plain(endpoint, listener);
    let isClosed = false;
    const connection = deferred(listener, async () => {
      const { openaiConnect } = await import('./openai');
      // Nobody is called whom nobody wants any more.
      return isClosed ? null : openaiConnect(options)(endpoint, listener);
    });
    return {
      ...connection,
      close() {
        isClosed = true;
        connection.close();
      },
    };
  };
  return againstFloods(connect, () => performance.now());
}

export const connect: Connect = createConnect();
