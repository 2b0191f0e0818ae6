import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createConnect } from '../../../src/main/realtime/connect';
import { isPage } from '../../../src/main/realtime/refusal';

const HTML = { 'content-type': 'text/html; charset=utf-8' };

describe('the login page of a network', () => {
  const asked = new URL('wss://api.openai.com/v1/realtime');

  it.each([
    ['a page', HTML],
    ['a page of XHTML', { 'content-type': 'application/xhtml+xml' }],
    ['one by another spelling', { 'content-type': 'TEXT/HTML' }],
    ['the way to another host', { location: 'http://login.example/?from=api.openai.com' }],
    ['the way to an address', { location: 'http://10.0.0.1/' }],
    ['the way to this computer, where it was not asked', { location: 'http://127.0.0.1:8080/' }],
    ['a page at the same host', { ...HTML, location: '/login' }],
  ])('is %s', (_, headers) => {
    expect(isPage(headers, asked)).toBe(true);
  });

  it.each([
    ['an answer for programs', { 'content-type': 'application/json' }],
    ['text', { 'content-type': 'text/plain' }],
    ['something that has a page in its name', { 'content-type': 'application/x-text/html' }],
    ['nothing', {}],
    ['the way to another place of the same host', { ...HTML, location: 'https://api.openai.com/docs' }],
    ['the way to another realtime server', { location: 'wss://eu.api.openai.com/v1/realtime' }],
    ['no way at all', { location: 'nowhere', 'content-type': 'application/json' }],
  ])('is not %s', (_, headers) => {
    expect(isPage(headers, asked)).toBe(false);
  });

  describe.each(['localhost:3000', '127.0.0.1:3000', '127.1.2.3:3000', '[::1]:3000'])(
    'seen from %s',
    (host) => {
      const own = new URL(`ws://${host}/v1/realtime`);

      it.each([
        ['a page', HTML],
        ['the way to a login of its own', { ...HTML, location: '/login' }],
        ['the way to its other name', { ...HTML, location: 'http://localhost:3000/login' }],
        ['the way to its other address', { location: 'https://127.0.0.1:3443/' }],
        ['the way to its newer address', { location: 'http://[::1]:3000/' }],
      ])('is not %s', (_, headers) => {
        expect(isPage(headers, own)).toBe(false);
      });

      it('is the way to a host beyond this computer', () => {
        expect(isPage({ ...HTML, location: 'http://login.example/' }, own)).toBe(true);
      });
    },
  );
});

describe('a plain web server', () => {
  let server: Server;
  let port: number;
  let answer: { status: number; headers: Record<string, string>; body: string };

  beforeEach(async () => {
    // It knows nothing of upgrades, as most do not: it answers as if a page had been asked for.
    server = createServer((_request, response) => {
      response.writeHead(answer.status, answer.headers).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    port = (server.address() as AddressInfo).port;
  });

  afterEach(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const end = (host: string): Promise<string> =>
    new Promise((resolve) => {
      createConnect()(
        { url: `ws://${host}:${port}/v1/realtime`, key: null, model: 'm' },
        {
          opened: () => {},
          received: () => {},
          malformed: () => {},
          ended: ({ message }) => resolve(message),
        },
      );
    });

  it.each([
    [200, {}, 'not-a-realtime-server: http 200'],
    [301, { location: '/index.html' }, 'not-a-realtime-server: http 301'],
    [302, { location: 'http://localhost/login' }, 'not-a-realtime-server: http 302'],
    [401, { 'www-authenticate': 'Basic realm="files"' }, 'bad-key: http 401'],
    [404, {}, 'not-found: http 404'],
    [426, {}, 'not-a-realtime-server: http 426'],
    [500, {}, 'server-error: http 500'],
  ])(
    'of this computer is not taken for a network that wants a login: %i %j',
    async (status, headers, message) => {
      answer = { status, headers: { ...HTML, ...headers }, body: '<!doctype html><title>It works!</title>' };
      expect(await end('127.0.0.1')).toBe(message);
    },
  );

  it('says so itself when it stands for a network that wants a login', async () => {
    answer = { status: 511, headers: HTML, body: '<html>' };
    expect(await end('127.0.0.1')).toBe('captive-portal: http 511');
  });

  it('elsewhere may be one', async () => {
    answer = { status: 200, headers: HTML, body: '<html>' };
    // No address of this computer's own to us, and yet it leads to it.
    expect(await end('0.0.0.0')).toBe('captive-portal: http 200');
  });
});
