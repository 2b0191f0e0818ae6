import { isIP } from 'node:net';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { addresses, isOnline, systemRoutes } from '../../../src/main/shell/network';
import { net, session } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

const { resolveProxy } = session.defaultSession;
const SERVER = new URL('wss://api.openai.com/v1/realtime?model=m');
let log: FakeLog;

beforeEach(() => {
  log = new FakeLog();
  resolveProxy.mockReset().mockResolvedValue('DIRECT');
});

it('tells whether there is a network, and by which addresses this computer is known', () => {
  expect(isOnline()).toBe(true);
  net.isOnline.mockReturnValueOnce(false);
  expect(isOnline()).toBe(false);
  for (const address of addresses()) {
    expect(isIP(address)).not.toBe(0);
    expect(address).not.toMatch(/^127\.|^::1$/u);
  }
});

describe('the ways to a server', () => {
  it.each([
    ['wss://api.openai.com:8443/v1/realtime?model=m', 'https://api.openai.com:8443/'],
    ['ws://server.example/realtime', 'http://server.example/'],
  ])('to %s are those of the system to %s: no path, no query', async (server, asked) => {
    await systemRoutes({}, log)(new URL(server));
    expect(resolveProxy).toHaveBeenCalledExactlyOnceWith(asked);
  });

  it('are all that a proxy script names, in its order', async () => {
    resolveProxy.mockResolvedValue('PROXY a.example:8080; SOCKS5 b.example:1080; DIRECT');
    expect(await systemRoutes({}, log)(SERVER)).toEqual([
      { kind: 'proxy', url: 'http://a.example:8080' },
      { kind: 'proxy', url: 'socks5h://b.example:1080' },
      { kind: 'direct' },
    ]);
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'all_proxy'])(
    'have name and password of %s, where it names the same proxy, and nowhere else',
    async (variable) => {
      resolveProxy.mockResolvedValue('PROXY a.example:8080; PROXY b.example:8080');
      const routes = systemRoutes({ [variable]: 'http://me:secret@b.example:8080' }, log);
      expect(await routes(SERVER)).toEqual([
        { kind: 'proxy', url: 'http://a.example:8080' },
        { kind: 'proxy', url: 'http://me:secret@b.example:8080/' },
      ]);
      expect(log.text).not.toContain('secret');
    },
  );

  it('are the direct one where the system does not answer, and the log says so', async () => {
    resolveProxy.mockRejectedValue(new TypeError('no proxies today'));
    expect(await systemRoutes({}, log)(SERVER)).toEqual([{ kind: 'direct' }]);
    expect(log.lines).toMatchObject([{ level: 'warn', details: { code: 'TypeError' } }]);
  });
});
