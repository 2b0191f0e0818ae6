import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { listAssets, registerAppScheme, serveApp } from '../../../src/main/shell/protocol';
import { protocol } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

let dir = '';
const log = new FakeLog();

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-protocol-'));
  mkdirSync(join(dir, 'popup'));
  mkdirSync(join(dir, 'assets'));
  writeFileSync(join(dir, 'popup/index.html'), '<!doctype html><title>Aloud</title>');
  writeFileSync(join(dir, 'assets/popup.js'), 'export {};');
  writeFileSync(join(dir, 'assets/popup.js.map'), '{}');
  symlinkSync('/etc/hostname', join(dir, 'assets/link.js'));
});

afterEach(() => {
  rmSync(dir, { recursive: true });
  vi.clearAllMocks();
});

async function request(path: string, init?: RequestInit): Promise<Response> {
  serveApp(dir, log);
  const handler = protocol.handle.mock.lastCall?.[1];
  if (handler === undefined) throw new Error('Nothing is handled');
  return handler(new Request(`app://aloud/${path}`, init));
}

describe('the app scheme', () => {
  it('is a standard and secure origin', () => {
    registerAppScheme();
    expect(protocol.registerSchemesAsPrivileged).toHaveBeenCalledWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  it('lists the built files that may be served, without links and source maps', () => {
    expect([...listAssets(dir)].sort()).toEqual(['assets/popup.js', 'popup/index.html']);
  });

  it('serves a page with its type', async () => {
    const response = await request('popup/index.html');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(await response.text()).toContain('<title>Aloud</title>');
  });

  it.each([
    ['a page', 'popup/index.html', undefined, 200],
    ['a missing file', 'popup/nothing.html', undefined, 404],
    ['a way out', '..%2f..%2fetc%2fpasswd', undefined, 404],
    ['a link', 'assets/link.js', undefined, 404],
    ['a form', 'popup/index.html', { method: 'POST' }, 405],
  ])('answers %s with the security headers', async (_name, path, init, status) => {
    const response = await request(path, init);
    expect(response.status).toBe(status);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toMatch(/unsafe|blob:|data:|\*/u);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('answers 500 for a file that has gone since the start', async () => {
    serveApp(dir, log);
    rmSync(join(dir, 'assets/popup.js'));
    const response = await protocol.handle.mock.lastCall?.[1](new Request('app://aloud/assets/popup.js'));
    expect(response?.status).toBe(500);
  });
});
