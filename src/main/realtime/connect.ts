import { isLoopback, readAddress } from './address';
import { alongRoutes } from './along-routes';
import type { Connect } from './connection';
import { deferred } from './deferred';
import { Detours } from './detours';
import { againstFloods } from './flood';
import { plainConnect } from './plain';
import { DIRECT, type Route } from './route';
import type { SocketLimits } from './socket';
import { after, stillborn } from './socket';

/** How long a proxy may say nothing before the next way is tried, ms. Less than a question waits for a connection. */
const PROXY_PATIENCE_MS = 4_000;

export interface ConnectOptions {
  limits?: Partial<SocketLimits>;
  /** The authorities that are trusted, PEM; asked when the first secure connection is made. */
  authorities?(): string[] | undefined;
  /** The ways to a server that is not on this computer, first choice first; left out: the direct one. */
  routes?(url: URL): Promise<readonly Route[]>;
  /** How long a proxy may say nothing while there is another way, ms. */
  proxyPatienceMs?: number;
}

/**
 * Chooses the transport: the SDK for `wss:` with a key, plain `ws` for all else (the SDK can neither speak `ws:` nor go
 * without a key). The SDK is loaded when it is first needed; those who use the demo voice never load it.
 */
export function createConnect({
  limits = {},
  authorities,
  routes,
  proxyPatienceMs = PROXY_PATIENCE_MS,
}: ConnectOptions = {}): Connect {
  const detours = new Detours(() => performance.now());
  const connect: Connect = (endpoint, listener) => {
    const address = readAddress(endpoint.url, endpoint.model);
    if (address.kind === 'bad') return stillborn(listener, address.error);
    const { url } = address;
    const isSecure = url.protocol === 'wss:';
    if (!isSecure && isLoopback(url)) return plainConnect({ limits })(endpoint, listener);

    let isClosed = false;
    const connection = deferred(listener, async () => {
      const ways = routes === undefined || isLoopback(url) ? [DIRECT] : await routes(url);
      // A proxy may be spoken to under TLS whatever the server speaks.
      const isTrustAsked = isSecure || ways.some(({ kind }) => kind === 'proxy');
      const ca = isTrustAsked ? authorities?.() : undefined;
      const through =
        isSecure && endpoint.key !== null ? (await import('./openai')).openaiConnect : plainConnect;
      // Nobody is called whom nobody wants any more.
      if (isClosed) return null;
      return alongRoutes({
        routes: detours.order(ways),
        ca,
        patienceMs: proxyPatienceMs,
        schedule: after,
        listener,
        start: (agent, each) =>
          through({ limits, ...(ca !== undefined && { ca }), ...(agent !== null && { agent }) })(
            endpoint,
            each,
          ),
        passedOver: (route) => detours.avoid(route),
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
