import type { Agent } from 'node:http';
import type { RealtimeErrorCode } from './errors';
import { RealtimeError } from './errors';
import { readSchemes, signInWanted } from './proxy-sign-in';
import type { Route } from './route';

/** What a proxy has made of our wish to be let through. */
export type ProxyAnswer =
  | { kind: 'none' }
  /** The way through it stands. */
  | { kind: 'tunnel' }
  | { kind: 'refused'; details: string | null }
  /** `schemes`: how, in lower case, the best first; empty where it did not say. */
  | { kind: 'wants-sign-in'; details: string; schemes: readonly string[] };

/** What a failure on a way means. */
export interface RouteFailure {
  reason: RealtimeError;
  /** The way led nowhere, so that another one may be better: browsers pass over it, too. */
  ledNowhere: boolean;
}

/** A way that can be gone, once. */
export interface OpenRoute {
  /** What `ws` takes; null for the direct way. */
  agent: Agent | null;
  /** Whether whatever stands at its beginning has answered. */
  hasAnswered(): boolean;
  /** `wasOpen`: the server had taken the connection. */
  explain(reason: RealtimeError, wasOpen: boolean): RouteFailure;
}

/** What looks like the server's failure, and is the proxy's, as long as that has let nothing through. */
const OF_THE_PROXY: ReadonlySet<RealtimeErrorCode> = new Set<RealtimeErrorCode>([
  'refused-connection',
  'host-not-found',
  'handshake-timeout',
  'not-a-realtime-server',
]);

/** Failures to reach anybody. */
const NOBODY_THERE: ReadonlySet<RealtimeErrorCode> = new Set<RealtimeErrorCode>([
  'offline',
  'host-not-found',
  'refused-connection',
  'handshake-timeout',
]);

const DIRECT_WAY: OpenRoute = {
  agent: null,
  hasAnswered: () => true,
  explain: (reason, wasOpen) => ({ reason, ledNowhere: !wasOpen && NOBODY_THERE.has(reason.code) }),
};

/** Makes the agent for a route; what it needs is loaded for those who have a proxy. `ca`: whom to trust, PEM. */
export async function openRoute(route: Route, ca?: string[]): Promise<OpenRoute> {
  if (route.kind === 'direct') return DIRECT_WAY;
  if (route.url.startsWith('socks')) {
    const { openSocksProxy } = await import('./socks-proxy');
    const { agent, answer } = openSocksProxy(route.url);
    return throughProxy(route.url, agent, answer);
  }
  const { HttpsProxyAgent } = await import('https-proxy-agent');
  let answer: ProxyAnswer = { kind: 'none' };
  const agent = new HttpsProxyAgent(route.url, ca === undefined ? {} : { ca });
  agent.on('proxyConnect', (connect: ConnectAnswer) => {
    answer = answerOf(connect);
  });
  return throughProxy(route.url, agent, () => answer);
}

/** What a proxy says to CONNECT. */
interface ConnectAnswer {
  statusCode: number;
  headers: Readonly<Record<string, string | string[]>>;
}

function answerOf({ statusCode, headers }: ConnectAnswer): ProxyAnswer {
  if (statusCode === 200) return { kind: 'tunnel' };
  const details = `proxy http ${statusCode}`;
  return statusCode === 407
    ? { kind: 'wants-sign-in', details, schemes: readSchemes(headers['proxy-authenticate']) }
    : { kind: 'refused', details };
}

function throughProxy(url: string, agent: Agent, answer: () => ProxyAnswer): OpenRoute {
  return {
    agent,
    hasAnswered: () => answer().kind !== 'none',
    explain(reason, wasOpen) {
      const said = answer();
      switch (said.kind) {
        case 'wants-sign-in':
          return { reason: signInWanted(url, said.details, said.schemes), ledNowhere: false };
        case 'refused':
          return { reason: new RealtimeError('proxy-refused', said.details), ledNowhere: false };
        case 'tunnel':
          return { reason, ledNowhere: false };
        case 'none': {
          const isProxys = !wasOpen && OF_THE_PROXY.has(reason.code);
          return {
            reason: isProxys ? new RealtimeError('proxy-refused', reason.details) : reason,
            ledNowhere: !wasOpen,
          };
        }
        default:
          return said satisfies never;
      }
    },
  };
}
