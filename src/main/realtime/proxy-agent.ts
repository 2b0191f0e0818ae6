import type { Agent } from 'node:http';
import type { RealtimeErrorCode } from './errors';
import { RealtimeError } from './errors';
import type { Route } from './route';

/** A way that can be gone: what `ws` takes, and what a failure on it means. */
export interface OpenRoute {
  agent: Agent | null;
  /** `wasOpen`: the server had taken the connection. */
  explain(reason: RealtimeError, wasOpen: boolean): RealtimeError;
}

/** What looks like the server's failure, and is the proxy's, as long as that has let nothing through. */
const OF_THE_PROXY: ReadonlySet<RealtimeErrorCode> = new Set<RealtimeErrorCode>([
  'refused-connection',
  'host-not-found',
  'handshake-timeout',
  'not-a-realtime-server',
]);

const DIRECT: OpenRoute = { agent: null, explain: (reason) => reason };

/** Makes the agent for a route; what it needs is loaded for those who have a proxy. For one connection. */
export async function openRoute(route: Route): Promise<OpenRoute> {
  if (route.kind === 'direct') return DIRECT;
  if (route.url.startsWith('socks')) {
    const { SocksProxyAgent } = await import('socks-proxy-agent');
    return { agent: new SocksProxyAgent(route.url), explain: (...failure) => explained(null, ...failure) };
  }
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  let status: number | null = null;
  const agent = new HttpsProxyAgent(route.url);
  agent.on('proxyConnect', (answer: { statusCode: number }) => {
    status = answer.statusCode;
  });
  return { agent, explain: (...failure) => explained(status, ...failure) };
}

/** `status`: of the proxy's answer to CONNECT, or null if there was none that we know of. */
function explained(status: number | null, reason: RealtimeError, wasOpen: boolean): RealtimeError {
  if (status === 407) return new RealtimeError('proxy-auth', 'proxy http 407');
  if (status !== null && status !== 200) return new RealtimeError('proxy-refused', `proxy http ${status}`);
  if (status === null && !wasOpen && OF_THE_PROXY.has(reason.code)) {
    return new RealtimeError('proxy-refused', reason.details);
  }
  return reason;
}
