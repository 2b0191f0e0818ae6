import { SocksProxyAgent } from 'socks-proxy-agent';
import type { ProxyAnswer } from './proxy-agent';

/** An agent for one connection through a SOCKS proxy, and what that has answered so far. */
export function openSocksProxy(url: string): { agent: SocksProxyAgent; answer: () => ProxyAnswer } {
  const agent = new NotingAgent(url);
  return { agent, answer: () => agent.answer };
}

/** Notes how far it came: the library tells that by the words of an error alone. */
class NotingAgent extends SocksProxyAgent {
  answer: ProxyAnswer = { kind: 'none' };

  constructor(url: string) {
    super(url);
    // Addresses write IPv6 in brackets, sockets do not.
    if (this.proxy.host !== undefined) this.proxy.host = this.proxy.host.replace(/^\[|\]$/gu, '');
  }

  override async connect(
    ...request: Parameters<SocksProxyAgent['connect']>
  ): ReturnType<SocksProxyAgent['connect']> {
    try {
      const socket = await super.connect(...request);
      this.answer = { kind: 'tunnel' };
      return socket;
    } catch (error) {
      this.answer = readSocksError(error instanceof Error ? error.message : '');
      throw error;
    }
  }
}

/** `socks` 2 says `Socks5 proxy rejected connection - NotAllowed`, or passes on what its socket said. */
export function readSocksError(message: string): ProxyAnswer {
  const rejection = /rejected connection\W+(?<why>[A-Za-z]{1,32})/u.exec(message);
  if (rejection !== null) return { kind: 'refused', details: `socks ${rejection.groups?.why}` };
  if (/authentication (?:failed|type)/iu.test(message)) {
    return { kind: 'wants-sign-in', details: 'socks authentication', schemes: [] };
  }
  return { kind: 'none' };
}
