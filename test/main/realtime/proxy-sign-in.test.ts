import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readSchemes, signInWanted } from '../../../src/main/realtime/proxy-sign-in';

describe('readSchemes', () => {
  it.each<[string | string[] | undefined, string[]]>([
    [undefined, []],
    ['', []],
    ['Basic realm="work"', ['basic']],
    ['Basic', ['basic']],
    ['NTLM', ['ntlm']],
    ['Negotiate TlRMTVNTUAA=, Basic realm="a, Digest b"', ['negotiate', 'basic']],
    [
      ['Negotiate', 'NTLM', 'basic realm="x"'],
      ['negotiate', 'ntlm', 'basic'],
    ],
    [String.raw`Digest realm="say \"hi, there\"", qop="auth", nonce=abc`, ['digest']],
  ])('%j offers %j', (challenge, schemes) => {
    expect(readSchemes(challenge)).toEqual(schemes);
  });

  it('makes of anything names that can be shown', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.array(fc.string())), (challenge) => {
        const schemes = readSchemes(challenge);
        expect(schemes.length).toBeLessThanOrEqual(4);
        for (const scheme of schemes) expect(scheme).toMatch(/^[a-z][a-z0-9-]*$/u);
      }),
    );
  });
});

describe('signInWanted', () => {
  it.each([
    ['http://proxy.example:8080', [], 'proxy-auth'],
    ['http://proxy.example:8080', ['negotiate', 'basic'], 'proxy-auth'],
    ['http://me:secret@proxy.example:8080', ['basic'], 'proxy-password'],
    ['http://me@proxy.example:8080', [], 'proxy-password'],
    ['http://proxy.example:8080', ['negotiate', 'ntlm'], 'proxy-sign-in'],
    ['http://me:secret@proxy.example:8080', ['digest'], 'proxy-sign-in'],
  ] as const)('%s, which offers %j: %s', (url, schemes, code) => {
    const error = signInWanted(url, 'proxy http 407', schemes);
    expect(error).toMatchObject({ code, proxy: 'http://proxy.example:8080' });
    expect(error.details).toBe(['proxy http 407', ...schemes].join(' '));
    expect(JSON.stringify({ ...error, message: error.message })).not.toContain('secret');
  });

  it('names the very address that a password has to be given for', () => {
    expect(signInWanted('https://me:x@proxy.example/', '', []).proxy).toBe('https://proxy.example');
    expect(signInWanted('socks5h://me:x@[::1]:1080', '', []).proxy).toBe('socks5h://[::1]:1080');
  });
});
