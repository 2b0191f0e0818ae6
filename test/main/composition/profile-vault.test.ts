import { expect, it } from 'vitest';
import type { OneVault } from '../../../src/main/composition/profile-vault';
import { keyFileOf, ProfileVault } from '../../../src/main/composition/profile-vault';

function vaultOf(profile: string): OneVault {
  let key: string | null = `key of ${profile}`;
  return {
    get key() {
      return key;
    },
    status: () => ({ kind: key === null ? 'none' : 'stored' }),
    store: (typed) => {
      key = typed;
      return Promise.resolve({ kind: 'kept', where: 'stored' });
    },
    load: () => Promise.resolve({ notice: profile }),
    canEncrypt: () => Promise.resolve(true),
  };
}

it('hands out the key of the profile in use alone, and keeps each apart', async () => {
  let active = 'openai';
  const vault = new ProfileVault({ open: vaultOf, active: () => active });
  expect(vault.key).toBe('key of openai');
  await vault.store('new', true);
  active = 'azure';
  expect(vault.key).toBe('key of azure');
  expect(await vault.load()).toEqual({ notice: 'azure' });
  active = 'openai';
  expect(vault.key).toBe('new');
});

it('keeps the key of OpenAI where it was, and every other in a file of its own', () => {
  expect(keyFileOf('/data/key.bin', 'openai')).toBe('/data/key.bin');
  expect(keyFileOf('/data/key.bin', 'my-azure')).toBe('/data/key-my-azure.bin');
});
