import type { IncomingMessage, Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect as connectTcp } from 'node:net';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConnect } from '../../../src/main/realtime/connect';
import type { Route } from '../../../src/main/realtime/route';
import { readProxyList, withCredentials } from '../../../src/main/realtime/route';
import { type ScriptedServer, startScriptedServer } from '../../fakes/scripted-server';

describe('readProxyList', () => {
  it.each<[string, Route]>([
    ['DIRECT', { kind: 'direct' }],
    ['', { kind: 'direct' }],
    ['PROXY proxy.example:8080; DIRECT', { kind: 'proxy', url: 'http://proxy.example:8080' }],
    ['HTTPS secure.example:443', { kind: 'proxy', url: 'https://secure.example:443' }],
    ['SOCKS5 10.0.0.1:1080;PROXY b:1', { kind: 'proxy', url: 'socks5://10.0.0.1:1080' }],
    ['SOCKS a:1080', { kind: 'proxy', url: 'socks4://a:1080' }],
    ['PROXY [::1]:3128', { kind: 'proxy', url: 'http://[::1]:3128' }],
    ['QUIC a:1; PROXY b:2', { kind: 'proxy', url: 'http://b:2' }],
    ['PROXY ; DIRECT', { kind: 'direct' }],
  ])('%j', (list, route) => {
    expect(readProxyList(list)).toEqual(route);
  });

  it('makes of anything a way that can be read', () => {
    fc.assert(
      fc.property(fc.string(), (list) => {
        const route = readProxyList(list);
        if (route.kind === 'proxy') expect(URL.canParse(route.url)).toBe(true);
      }),
    );
  });
});

describe('withCredentials', () => {
  const route: Route = { kind: 'proxy', url: 'http://proxy.example:8080' };

  it('gives name and password to the proxy that they were given for, and to no other', () => {
    expect(withCredentials(route, [undefined, 'http://me:p%40ss@proxy.example:8080/'])).toEqual({
      kind: 'proxy',
      url: 'http://me:p%40ss@proxy.example:8080/',
    });
    for (const given of ['http://me:secret@other.example:8080', 'http://proxy.example:8080', 'nonsense']) {
      expect(withCredentials(route, [given])).toEqual(route);
    }
    expect(withCredentials({ kind: 'direct' }, ['http://me:x@proxy.example:8080'])).toEqual({
      kind: 'direct',
    });
  });
});

describe('a server behind a proxy', () => {
  let server: ScriptedServer;
  let proxy: Server;
  let proxyUrl: string;
  let asked: IncomingMessage[];
  /** What the proxy answers to CONNECT; null lets it through. */
  let answer: string | null;

  beforeEach(async () => {
    server = await startScriptedServer(true);
    server.script = { accept: (socket) => socket.send('{"type":"session.created","session":{}}') };
    asked = [];
    answer = null;
    proxy = createServer();
    proxy.on('connect', (request: IncomingMessage, socket) => {
      asked.push(request);
      socket.on('error', () => {});
      if (answer !== null) {
        socket.end(`HTTP/1.1 ${answer}\r\nContent-Length: 0\r\n\r\n`);
        return;
      }
      const target = connectTcp(Number(new URL(server.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
        target.pipe(socket).pipe(target);
      });
      target.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
    proxyUrl = `http://me:secret@127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  });

  afterEach(async () => {
    proxy.closeAllConnections();
    await new Promise((resolve) => proxy.close(resolve));
    await server.close();
  });

  /** Connects to a host that only the proxy knows; what was told first. */
  function open(key: string | null): Promise<string> {
    const url = server.url.replace('localhost', 'realtime.example');
    return new Promise((resolve) => {
      const connection = createConnect({
        authorities: () => [server.ca],
        route: () => Promise.resolve({ kind: 'proxy', url: proxyUrl }),
        limits: { handshakeTimeoutMs: 2_000 },
      })(
        { url, key, model: 'm' },
        {
          opened: () => {},
          received: ({ type }) => {
            connection.close();
            resolve(type);
          },
          malformed: () => {},
          ended: ({ message }) => resolve(message),
        },
      );
    });
  }

  it.each([
    ['ws', null],
    ['the SDK', 'sk-test-0123456789'],
  ])(
    'is reached through it, by %s, with its password, but not trusted for a name that is not its own',
    async (_, key) => {
      // The certificate is that of `localhost`: the tunnel stands, and TLS is checked for the name that was asked for.
      expect(await open(key)).toBe('tls: ERR_TLS_CERT_ALTNAME_INVALID');
      const [request] = asked;
      expect(request?.url).toMatch(/^realtime\.example:\d+$/u);
      expect(request?.headers['proxy-authorization']).toBe(
        `Basic ${Buffer.from('me:secret').toString('base64')}`,
      );
      expect(JSON.stringify(request?.headers)).not.toContain('sk-test');
    },
  );

  it.each([
    ['407 Proxy Authentication Required', 'proxy-auth: proxy http 407'],
    ['403 Forbidden', 'proxy-refused: proxy http 403'],
    ['502 Bad Gateway', 'proxy-refused: proxy http 502'],
  ])('is not reached when the proxy says %s, and the proxy is named for it', async (status, message) => {
    answer = status;
    expect(await open('sk-test-0123456789')).toBe(message);
  });

  it('is not reached when the proxy is not there', async () => {
    await new Promise((resolve) => proxy.close(resolve));
    expect(await open(null)).toBe('proxy-refused: ECONNREFUSED');
    proxy.listen(0);
  });
});
