import tls from 'node:tls';
import { expect, it, vi } from 'vitest';
import { type AskAuthorities, trustedAuthorities } from '../../../src/main/shell/certificates';

it('trusts whom Node trusts and whom this computer trusts, each once', () => {
  const ask = vi.fn<AskAuthorities>((type) => (type === 'default' ? ['a', 'b'] : ['b', 'company']));
  expect(trustedAuthorities(ask)()).toEqual(['a', 'b', 'company']);
});

it('asks when the first connection wants to know, and only then', () => {
  const ask = vi.fn<AskAuthorities>(() => ['a']);
  const authorities = trustedAuthorities(ask);
  expect(ask).not.toHaveBeenCalled();
  expect(authorities()).toBe(authorities());
  expect(ask.mock.calls).toEqual([['default'], ['system']]);
});

it('trusts whom Node trusts where the system does not answer', () => {
  const ask = (type: 'default' | 'system'): string[] => {
    if (type === 'system') throw new Error('the keychain is locked');
    return ['a'];
  };
  expect(trustedAuthorities(ask)()).toEqual(['a']);
});

it('leaves it to a Node that cannot be asked', () => {
  expect(trustedAuthorities(null)()).toBe(undefined);
});

it.runIf('getCACertificates' in tls)('has the real ones', () => {
  const authorities = trustedAuthorities()() ?? [];
  expect(authorities.length).toBeGreaterThan(50);
  for (const each of authorities) expect(each).toContain('BEGIN CERTIFICATE');
});
