import { expect, test } from 'vitest';
import type { BrowserSearch } from '../../scripts/ensure-browser';
import { findBrowser, installAdvice } from '../../scripts/ensure-browser';

function machine(
  installed: readonly string[],
  env: Record<string, string>,
  platform: NodeJS.Platform = 'linux',
): BrowserSearch {
  return { platform, env, isExecutable: (path) => installed.includes(path) };
}

test('the first browser on the path is taken', () => {
  const env = { PATH: '/opt/bin:/usr/bin' };
  expect(findBrowser(machine(['/usr/bin/google-chrome', '/usr/bin/chromium'], env))).toBe(
    '/usr/bin/chromium',
  );
  expect(findBrowser(machine(['/opt/bin/microsoft-edge'], env))).toBe('/opt/bin/microsoft-edge');
  expect(findBrowser(machine([], env))).toBe(null);
});

test('ALOUD_BROWSER comes before all, by path or by name', () => {
  const installed = ['/usr/bin/chromium', '/usr/bin/brave'];
  expect(findBrowser(machine(installed, { PATH: '/usr/bin', ALOUD_BROWSER: 'brave' }))).toBe(
    '/usr/bin/brave',
  );
  expect(findBrowser(machine(installed, { ALOUD_BROWSER: '/usr/bin/brave' }))).toBe('/usr/bin/brave');
  expect(() => findBrowser(machine(installed, { PATH: '/usr/bin', ALOUD_BROWSER: '/nowhere' }))).toThrow(
    'ALOUD_BROWSER names /nowhere',
  );
});

test('macOS and Windows have their own places', () => {
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  expect(findBrowser(machine([mac], {}, 'darwin'))).toBe(mac);
  const edge = 'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe';
  expect(findBrowser(machine([edge], { 'PROGRAMFILES(X86)': 'C:\\Program Files (x86)' }, 'win32'))).toBe(
    edge,
  );
});

test.each(['linux', 'darwin', 'win32'] as const)('without one, %s is told what to do', (platform) => {
  expect(installAdvice(platform)).toMatch(/install .*ALOUD_BROWSER/);
});
