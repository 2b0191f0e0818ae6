import { isLoopback, readAddress } from './address';
import type { Connect } from './connection';
import { deferred } from './deferred';
import { againstFloods } from './flood';
import { plainConnect } from './plain';
import { openRoute } from './proxy-agent';
import type { Route } from './route';
import type { SocketLimits, TransportOptions } from './socket';
import { stillborn } from './socket';

export interface ConnectOptions {
  limits?: Partial<SocketLimits>;
  /** The authorities that are trusted, PEM; asked when the first secure connection is made. */
  authorities?(): string[] | undefined;
  /** The way to a server that is not on this computer; left out: the direct one. */
  route?(url: URL): Promise<Route>;
}

/**
 * Chooses the transport: the SDK for `wss:` with a key, plain `ws` for all else (the SDK can neither speak `ws:` nor go
 * without a key). The SDK is loaded when it is first needed; those who use the demo voice never load it.
 */
export function createConnect({ limits = {}, authorities, route }: ConnectOptions = {}): Connect {
  const connect: Connect = (endpoint, listener) => {
    const address = readAddress(endpoint.url, endpoint.model);
    if (address.kind === 'bad') return stillborn(listener, address.error);
    const { url } = address;
    const isSecure = url.protocol === 'wss:';
    if (!isSecure && isLoopback(url)) return plainConnect({ limits })(endpoint, listener);

    let isClosed = false;
    const connection = deferred(listener, async () => {
      const ca = isSecure ? authorities?.() : undefined;
      const way = await openRoute(
        route === undefined || isLoopback(url) ? { kind: 'direct' } : await route(url),
      );
      const options: TransportOptions = {
        limits,
        ...(ca !== undefined && { ca }),
        ...(way.agent !== null && { agent: way.agent }),
      };
      const start =
        isSecure && endpoint.key !== null
          ? (await import('./openai')).openaiConnect(options)
          : plainConnect(options);
      // Nobody is called whom nobody wants any more.
      if (isClosed) return null;
      let wasOpen = false;
      return start(endpoint, {
        ...listener,
        opened() {
          wasOpen = true;
          listener.opened();
        },
        ended: (reason) => listener.ended(way.explain(reason, wasOpen)),
      });
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
