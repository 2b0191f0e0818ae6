import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { proxyCommand } from '../../../src/main/assistant/proxy-command';
import type { Route } from '../../../src/main/realtime/route';
import { withCredentials } from '../../../src/main/realtime/route';

const proxy = 'http://proxy.example:8080';

describe('proxyCommand', () => {
  it.each([
    ['linux', "HTTPS_PROXY='http://NAME:PASSWORD@proxy.example:8080' /opt/Aloud/aloud", true],
    ['darwin', "launchctl setenv HTTPS_PROXY 'http://NAME:PASSWORD@proxy.example:8080'", false],
    ['win32', 'setx HTTPS_PROXY "http://NAME:PASSWORD@proxy.example:8080"', false],
  ] as const)('on %s is %s', (platform, line, startsAloud) => {
    expect(proxyCommand(proxy, { platform, program: '/opt/Aloud/aloud' })).toEqual({ line, startsAloud });
  });

  it.each(['http://proxy.example:8080', 'https://proxy.example', 'socks5h://[::1]:1080', 'http://10.0.0.1'])(
    'names %s so that Aloud takes the password for the very same',
    (url) => {
      const { line } = proxyCommand(url, { platform: 'darwin', program: '' });
      const [, given = ''] = /'(.+)'/u.exec(line) ?? [];
      const route: Route = { kind: 'proxy', url };
      const taken = withCredentials(route, [given]);
      expect(taken).not.toEqual(route);
      expect(taken.kind === 'proxy' && new URL(taken.url).password).toBe('PASSWORD');
    },
  );

  it.skipIf(process.platform === 'win32')('starts the program whatever its path is', () => {
    const path = fc.string({ minLength: 1 }).filter((name) => !name.includes('\0'));
    fc.assert(
      fc.property(path, (program) => {
        const { line } = proxyCommand(proxy, { platform: 'linux', program });
        const [, word = ''] = /^HTTPS_PROXY='[^']*' (.*)$/su.exec(line) ?? [];
        expect(execFileSync('/bin/sh', ['-c', `printf %s ${word}`], { encoding: 'utf8' })).toBe(program);
      }),
      { numRuns: 20 },
    );
  });
});
