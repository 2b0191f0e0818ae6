import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, describe, expect, it } from 'vitest';
import { findScenario } from '../../../src/main/demo/scenarios/scenarios';
import type { ConnectOptions } from '../../../src/main/realtime/connect';
import { createConnect } from '../../../src/main/realtime/connect';
import { DIRECT, type Route } from '../../../src/main/realtime/route';
import { certificateFor } from '../../fakes/certificate';
import { startFront } from '../../fakes/front';
import { HeardSession } from '../../fakes/heard-session';
import { type HttpProxy, type HttpProxyOptions, startHttpProxy } from '../../fakes/http-proxy';
import { type SocksProxy, type SocksProxyOptions, startSocksProxy } from '../../fakes/socks-proxy';
import { startServer } from '../demo/server-harness';

const KEY = 'sk-test-0123456789';
/** A host that only the proxies know. */
const HOST = 'realtime.example';
const ANSWER = { text: 'One, two, three.', outcome: { kind: 'completed' } };

const hasIPv6 = Object.values(networkInterfaces()).some((own) =>
  own?.some(({ address }) => address === '::1'),
);

const stops: (() => unknown)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop();
});

/** The embedded server, secure or not, behind a front that has a name. */
async function serve(
  secure: boolean,
  scenario = 'calm',
): Promise<{ port: number; far: string; near: string }> {
  const server = await startServer({ scenario: findScenario(scenario) ?? expect.fail(scenario) });
  stops.push(() => server.stop());
  const { port, stop } = await startFront(server.port, secure ? await certificateFor(HOST) : null);
  stops.push(stop);
  const scheme = secure ? 'wss' : 'ws';
  return {
    port,
    far: `${scheme}://${HOST}:${port}/v1/realtime`,
    // To us no address of this computer's own, and yet it leads to it.
    near: `${scheme}://0.0.0.0:${port}/v1/realtime`,
  };
}

async function httpProxy(options: HttpProxyOptions): Promise<HttpProxy> {
  const proxy = await startHttpProxy(options);
  stops.push(() => proxy.stop());
  return proxy;
}

async function socksProxy(options: SocksProxyOptions): Promise<SocksProxy> {
  const proxy = await startSocksProxy(options);
  stops.push(() => proxy.stop());
  return proxy;
}

/** A port of this machine at which nobody is. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

const through = (url: string): Route => ({ kind: 'proxy', url });

async function optionsFor(routes: readonly Route[]): Promise<ConnectOptions> {
  const authorities = [(await certificateFor(HOST)).cert, (await certificateFor('localhost')).cert];
  return {
    authorities: () => authorities,
    routes: () => Promise.resolve(routes),
    // Longer than a test may take: it is another patience that is tried here.
    limits: { handshakeTimeoutMs: 60_000 },
    proxyPatienceMs: 100,
  };
}

/** A whole turn along those ways. */
async function ask(url: string, key: string | null, routes: readonly Route[]) {
  const heard = new HeardSession({ url, key, model: 'm' }, await optionsFor(routes));
  stops.push(() => heard.session.close());
  return heard.ask(1, 'Count to 3');
}

/** Why there is no session along those ways. */
async function failure(url: string, routes: readonly Route[], key: string | null = KEY): Promise<string> {
  const { outcome } = await ask(url, key, routes);
  return outcome?.kind === 'failed' ? outcome.error.message : String(outcome?.kind);
}

const basic = (text: string): string => `Basic ${Buffer.from(text).toString('base64')}`;

describe.each([
  ['the SDK over wss:', true, KEY],
  ['ws over wss:', true, null],
  ['ws over ws:', false, null],
])('an answer comes, by %s', (_, secure, key) => {
  it.each([
    ['an HTTP proxy', false, false],
    ['an HTTP proxy that wants a password', false, true],
    ['an HTTPS proxy', true, false],
    ['an HTTPS proxy that wants a password', true, true],
  ])('through %s', async (_name, isHttps, isClosed) => {
    const server = await serve(secure);
    const proxy = await httpProxy({
      target: server.port,
      ...(isHttps && { certificate: await certificateFor('localhost') }),
      ...(isClosed && { password: 'me:p@ss word' }),
    });
    const url = new URL(proxy.url);
    if (isHttps) url.hostname = 'localhost';
    if (isClosed) Object.assign(url, { username: 'me', password: 'p@ss word' });
    expect(await ask(server.far, key, [through(url.href)])).toMatchObject(ANSWER);
    expect(proxy.asked.map(({ url: asked }) => asked)).toEqual([`${HOST}:${server.port}`]);
    const [request] = proxy.asked;
    expect(request?.headers['proxy-authorization']).toBe(isClosed ? basic('me:p@ss word') : undefined);
    expect(JSON.stringify(request?.headers)).not.toContain(KEY);
  });

  it.each([
    ['a SOCKS5 proxy', '127.0.0.1', ''],
    ['a SOCKS5 proxy that wants a password', '127.0.0.1', 'me:secret'],
    ['a SOCKS5 proxy with an address of IPv6', '::1', ''],
  ] as const)('through %s, which looks the name up', async (_name, host, password) => {
    if (host === '::1' && !hasIPv6) return;
    const server = await serve(secure);
    const proxy = await socksProxy({
      target: server.port,
      host,
      ...(password !== '' && { password }),
    });
    const address = `${host === '::1' ? '[::1]' : host}:${proxy.port}`;
    const url = `socks5h://${password === '' ? '' : `${password}@`}${address}`;
    expect(await ask(server.far, key, [through(url)])).toMatchObject(ANSWER);
    expect(proxy.asked).toEqual([`${HOST}:${server.port}`]);
  });
});

it('trusts a server behind a proxy for its own name alone', async () => {
  const server = await serve(true);
  const proxy = await httpProxy({ target: server.port });
  const other = server.far.replace(HOST, 'other.example');
  for (const key of [KEY, null]) {
    expect(await failure(other, [through(proxy.url)], key)).toBe('tls: ERR_TLS_CERT_ALTNAME_INVALID');
  }
});

describe('a proxy is named for its failure', () => {
  it.each([
    ['407 Proxy Authentication Required', 'proxy-auth: proxy http 407'],
    ['403 Forbidden', 'proxy-refused: proxy http 403'],
    ['502 Bad Gateway', 'proxy-refused: proxy http 502'],
  ])('when it says %s', async (answer, message) => {
    const server = await serve(true);
    const proxy = await httpProxy({ target: server.port });
    proxy.answer = answer;
    expect(await failure(server.far, [through(proxy.url)])).toBe(message);
  });

  it('when it wants another password', async () => {
    const server = await serve(true);
    const http = await httpProxy({ target: server.port, password: 'me:right' });
    const wrong = http.url.replace('//', '//me:wrong@');
    expect(await failure(server.far, [through(wrong)])).toBe('proxy-password: proxy http 407 basic');
    expect(await failure(server.far, [through(http.url)])).toBe('proxy-auth: proxy http 407 basic');
    const socks = await socksProxy({ target: server.port, password: 'me:right' });
    for (const [who, code] of [
      ['me:wrong@', 'proxy-password'],
      ['', 'proxy-auth'],
    ] as const) {
      const url = `socks5h://${who}127.0.0.1:${socks.port}`;
      expect(await failure(server.far, [through(url)])).toBe(`${code}: socks authentication`);
    }
  });

  it('when it takes no password at all', async () => {
    const server = await serve(true);
    const proxy = await httpProxy({ target: server.port });
    proxy.answer =
      '407 Proxy Authentication Required\r\nProxy-Authenticate: Negotiate\r\nProxy-Authenticate: NTLM';
    expect(await failure(server.far, [through(proxy.url)])).toBe(
      'proxy-sign-in: proxy http 407 negotiate ntlm',
    );
  });

  it('when it allows no such connection', async () => {
    const server = await serve(true);
    const proxy = await socksProxy({ target: server.port });
    proxy.reply = 2;
    const routes = [through(`socks5h://127.0.0.1:${proxy.port}`)];
    expect(await failure(server.far, routes)).toBe('proxy-refused: socks NotAllowed');
  });

  it.each(['http', 'socks5h'])('when it is not there (%s)', async (scheme) => {
    const routes = [through(`${scheme}://127.0.0.1:${await deadPort()}`)];
    expect(await failure(`wss://${HOST}/v1/realtime`, routes)).toMatch(/^proxy-refused\b/u);
  });

  it.each(['http', 'socks5h'])('but not for the server’s (%s)', async (scheme) => {
    const server = await serve(false, 'not-http');
    const proxy = await (scheme === 'http' ? httpProxy : socksProxy)({ target: server.port });
    const url = 'url' in proxy ? proxy.url : `socks5h://127.0.0.1:${proxy.port}`;
    expect(await failure(server.far, [through(url)], null)).toMatch(/^not-a-realtime-server\b/u);
  });
});

describe('of several ways', () => {
  it('the next is taken where a proxy is not there, and where one says nothing', async () => {
    const server = await serve(true);
    const silent = await httpProxy({ target: server.port });
    silent.answer = '';
    const good = await httpProxy({ target: server.port });
    const routes = [
      through(`http://127.0.0.1:${await deadPort()}`),
      through(`socks5h://127.0.0.1:${await deadPort()}`),
      through(silent.url),
      through(good.url),
    ];
    expect(await ask(server.far, KEY, routes)).toMatchObject(ANSWER);
    expect([silent.asked.length, good.asked.length]).toEqual([1, 1]);
  });

  it('one that led nowhere is not tried again at once', async () => {
    const server = await serve(true);
    const silent = await httpProxy({ target: server.port });
    silent.answer = '';
    const good = await httpProxy({ target: server.port });
    const connect = createConnect(await optionsFor([through(silent.url), through(good.url)]));
    for (const count of [1, 2]) {
      await new Promise<void>((resolve, reject) => {
        const connection = connect(
          { url: server.far, key: KEY, model: 'm' },
          {
            opened: () => {},
            malformed: reject,
            ended: reject,
            received: () => {
              connection.close();
              resolve();
            },
          },
        );
      });
      expect([silent.asked.length, good.asked.length]).toEqual([1, count]);
    }
  });

  it('the direct one has its place', async () => {
    const server = await serve(false);
    const proxy = await httpProxy({ target: server.port });
    const dead = through(`http://127.0.0.1:${await deadPort()}`);
    expect(await ask(server.near, null, [dead, DIRECT, through(proxy.url)])).toMatchObject(ANSWER);
    expect(proxy.asked).toEqual([]);
    const nowhere = `ws://0.0.0.0:${await deadPort()}/v1/realtime`;
    expect(await ask(nowhere, null, [DIRECT, through(proxy.url)])).toMatchObject(ANSWER);
    expect(proxy.asked).toHaveLength(1);
  });

  it.each([
    ['403 Forbidden', 'proxy-refused: proxy http 403'],
    ['407 Proxy Authentication Required', 'proxy-auth: proxy http 407'],
  ])('none is tried behind the back of a proxy that says %s', async (answer, message) => {
    const server = await serve(false);
    const strict = await httpProxy({ target: server.port });
    strict.answer = answer;
    const other = await httpProxy({ target: server.port });
    expect(await failure(server.near, [through(strict.url), through(other.url), DIRECT], null)).toBe(message);
    expect(other.asked).toEqual([]);
  });

  it('the last one tells why none leads there', async () => {
    const port = await deadPort();
    const dead = through(`http://127.0.0.1:${port}`);
    expect(await failure(`ws://0.0.0.0:${port}/v1/realtime`, [dead, DIRECT], null)).toBe(
      'refused-connection: ECONNREFUSED',
    );
  });

  it('none is begun for whom nobody waits any more', async () => {
    const server = await serve(true);
    const silent = await httpProxy({ target: server.port });
    silent.answer = '';
    const good = await httpProxy({ target: server.port });
    const connect = createConnect(await optionsFor([through(silent.url), through(good.url)]));
    const told: string[] = [];
    const connection = connect(
      { url: server.far, key: KEY, model: 'm' },
      {
        opened: () => told.push('opened'),
        malformed: () => told.push('malformed'),
        received: () => told.push('received'),
        ended: () => told.push('ended'),
      },
    );
    await expect.poll(() => silent.asked.length).toBe(1);
    connection.close();
    // Longer than anybody has patience with a proxy here.
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([told, good.asked]).toEqual([[], []]);
  });
});
