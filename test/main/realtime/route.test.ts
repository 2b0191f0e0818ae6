import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AVOIDED_MS, Detours } from '../../../src/main/realtime/detours';
import { DIRECT, type Route, readProxyList, withCredentials } from '../../../src/main/realtime/route';
import { readSocksError } from '../../../src/main/realtime/socks-proxy';

const proxy = (url: string): Route => ({ kind: 'proxy', url });

describe('readProxyList', () => {
  it.each<[string, Route[]]>([
    ['DIRECT', [DIRECT]],
    ['', [DIRECT]],
    ['PROXY proxy.example:8080; DIRECT', [proxy('http://proxy.example:8080'), DIRECT]],
    ['DIRECT; PROXY b:1', [DIRECT, proxy('http://b:1')]],
    ['HTTPS secure.example:443', [proxy('https://secure.example:443')]],
    ['SOCKS5 10.0.0.1:1080;PROXY b:1', [proxy('socks5h://10.0.0.1:1080'), proxy('http://b:1')]],
    ['SOCKS a:1080', [proxy('socks4://a:1080')]],
    ['PROXY [::1]:3128', [proxy('http://[::1]:3128')]],
    ['QUIC a:1; PROXY b:2', [proxy('http://b:2')]],
    ['PROXY ; DIRECT', [DIRECT]],
    ['proxy Proxy.Example:8080', [proxy('http://proxy.example:8080')]],
    [' ; ;', [DIRECT]],
  ])('%j', (list, routes) => {
    expect(readProxyList(list)).toEqual(routes);
  });

  it('makes of anything ways that can be read, and at least one', () => {
    fc.assert(
      fc.property(fc.string(), (list) => {
        const routes = readProxyList(list);
        expect(routes.length).toBeGreaterThan(0);
        for (const route of routes) if (route.kind === 'proxy') expect(URL.canParse(route.url)).toBe(true);
      }),
    );
  });
});

describe('withCredentials', () => {
  const route = proxy('http://proxy.example:8080');

  it('gives name and password to the proxy that they were given for, and to no other', () => {
    expect(withCredentials(route, [undefined, 'http://me:p%40ss@proxy.example:8080/'])).toEqual(
      proxy('http://me:p%40ss@proxy.example:8080/'),
    );
    for (const given of ['http://me:secret@other.example:8080', 'http://proxy.example:8080', 'nonsense']) {
      expect(withCredentials(route, [given])).toEqual(route);
    }
    expect(withCredentials(DIRECT, ['http://me:x@proxy.example:8080'])).toEqual(DIRECT);
  });

  it('knows a SOCKS proxy by its host, too', () => {
    expect(withCredentials(proxy('socks5h://a:1080'), ['socks5://me:secret@a:1080'])).toEqual(
      proxy('socks5h://me:secret@a:1080'),
    );
  });
});

describe('detours', () => {
  const [a, b] = [proxy('http://a:1'), proxy('http://b:1')];

  it('try what led nowhere last, for a while', () => {
    let now = 0;
    const detours = new Detours(() => now);
    expect(detours.order([a, DIRECT, b])).toEqual([a, DIRECT, b]);
    detours.avoid(a);
    expect(detours.order([a, DIRECT, b])).toEqual([DIRECT, b, a]);
    detours.avoid(DIRECT);
    expect(detours.order([a, DIRECT, b])).toEqual([b, a, DIRECT]);
    now = AVOIDED_MS;
    expect(detours.order([a, DIRECT, b])).toEqual([a, DIRECT, b]);
  });

  it('lose and add no way', () => {
    const route = fc.constantFrom(a, b, DIRECT);
    fc.assert(
      fc.property(fc.array(route), fc.array(route), (avoided, routes) => {
        const detours = new Detours(() => 0);
        for (const each of avoided) detours.avoid(each);
        const ordered = detours.order(routes);
        expect(ordered).toHaveLength(routes.length);
        for (const each of [a, b, DIRECT]) {
          expect(ordered.filter((other) => other === each)).toEqual(routes.filter((other) => other === each));
        }
      }),
    );
  });
});

it.each([
  ['Socks5 proxy rejected connection - NotAllowed', { kind: 'refused', details: 'socks NotAllowed' }],
  ['Socks4 Proxy rejected connection - (Failed)', { kind: 'refused', details: 'socks Failed' }],
  ['Socks5 Authentication failed', { kind: 'wants-sign-in', details: 'socks authentication', schemes: [] }],
  [
    'Received invalid Socks5 initial handshake (no accepted authentication type)',
    { kind: 'wants-sign-in', details: 'socks authentication', schemes: [] },
  ],
  ['connect ECONNREFUSED 127.0.0.1:9', { kind: 'none' }],
  ['Socket closed', { kind: 'none' }],
  ['', { kind: 'none' }],
])('reads what a SOCKS library says: %j', (message, answer) => {
  expect(readSocksError(message)).toEqual(answer);
});
