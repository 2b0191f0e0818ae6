import { networkInterfaces } from 'node:os';
import { net, session } from 'electron';
import type { HttpGet } from '../realtime/models-list';
import type { Route } from '../realtime/route';
import { DIRECT, readProxyList, withCredentials } from '../realtime/route';
import type { Log } from './log';

/** False only when it is certain that there is none. Once the app is ready. */
export function isOnline(): boolean {
  return net.isOnline();
}

/** The addresses by which others see this computer. */
export function addresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((own) =>
    (own ?? []).filter(({ internal }) => !internal).map(({ address }) => address),
  );
}

/** Asks over HTTP as the system's browser would, but leaves nothing behind and goes nowhere else. */
export const systemGet: HttpGet = (url, { headers, signal }) =>
  net.fetch(url, {
    method: 'GET',
    headers: { ...headers },
    signal,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    bypassCustomProtocolHandlers: true,
  });

/** Finds ways as the system is set up, its proxy scripts included. Name and password come from the environment. */
export function systemRoutes(environment: Readonly<Record<string, string | undefined>>, log: Log) {
  const { HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy, ALL_PROXY, all_proxy } = environment;
  const known = [HTTPS_PROXY, https_proxy, HTTP_PROXY, http_proxy, ALL_PROXY, all_proxy];
  return async (url: URL): Promise<readonly Route[]> => {
    // Proxies are set for web addresses; a WebSocket begins as one.
    const asked = new URL(url.origin.replace(/^ws/u, 'http'));
    try {
      const list = await session.defaultSession.resolveProxy(asked.href);
      return readProxyList(list).map((route) => withCredentials(route, known));
    } catch (error) {
      log.warn('The system could not be asked for its proxy', {
        code: error instanceof Error ? error.name : 'unknown',
      });
      return [DIRECT];
    }
  };
}
