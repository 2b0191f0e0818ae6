import { expect, it } from 'vitest';
import type { BoundKey } from '../../../src/main/assistant/keys';
import type { OneVault } from '../../../src/main/composition/profile-vault';
import { keyFileOf, ProfileVault } from '../../../src/main/composition/profile-vault';
import type { Profile } from '../../../src/main/settings/profile';
import { OPENAI_PROFILE } from '../../../src/main/settings/profile';

const SERVER: Extract<Profile, { kind: 'compatible' }> = {
  ...OPENAI_PROFILE,
  id: 'mine',
  kind: 'compatible',
  url: 'wss://one.test:8443/v1/realtime',
  dialect: 'auto',
  insecureKey: false,
};

function vaultOf(profile: string): OneVault {
  let bound: BoundKey = { key: `key of ${profile}`, origin: null };
  return {
    get key() {
      return bound;
    },
    status: () => ({ kind: 'stored' }),
    store: (key, _remember, origin) => {
      bound = { key, origin };
      return Promise.resolve({ kind: 'kept', where: 'stored' });
    },
    load: () => Promise.resolve({ notice: profile === 'mine' ? { kind: 'key-locked' } : null }),
    canEncrypt: () => Promise.resolve(true),
    forget: () => Promise.resolve(true),
  };
}

it('hands out the key of the profile in use alone, and keeps each apart', async () => {
  let active: Profile = OPENAI_PROFILE;
  const vault = new ProfileVault({ open: vaultOf, active: () => active });
  expect(vault.key?.key).toBe('key of openai');
  await vault.store('new', true);
  active = SERVER;
  expect(vault.key?.key).toBe('key of mine');
  expect(await vault.load()).toEqual({ notice: { kind: 'key-locked' } });
  active = OPENAI_PROFILE;
  expect(vault.key).toEqual({ key: 'new', origin: 'wss://api.openai.com' });
});

it('binds a key to the host that its profile names when it is entered', async () => {
  let active = SERVER;
  const vault = new ProfileVault({ open: vaultOf, active: () => active });
  await vault.store('first', true);
  active = { ...SERVER, url: 'wss://two.test/v1/realtime' };
  expect(vault.key).toEqual({ key: 'first', origin: 'wss://one.test:8443' });
  await vault.store('second', true);
  expect(vault.key).toEqual({ key: 'second', origin: 'wss://two.test' });
  active = { ...SERVER, url: 'no address' };
  expect(await vault.store('third', true)).toEqual({ kind: 'refused', fault: 'no-server' });
  expect(vault.key?.key).toBe('second');
});

it('keeps the key of OpenAI where it was, and every other in a file of its own', () => {
  expect(keyFileOf('/data/key.bin', 'openai')).toBe('/data/key.bin');
  expect(keyFileOf('/data/key.bin', 'my-azure')).toBe('/data/key-my-azure.bin');
});
