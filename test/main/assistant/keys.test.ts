import { describe, expect, it } from 'vitest';
import type { Vault } from '../../../src/main/assistant/keys';
import { Keys } from '../../../src/main/assistant/keys';

function vaultWith(stored: string | null): Vault {
  let key = stored;
  return {
    get key() {
      return key === null ? null : { key, origin: null };
    },
    status: () => ({ kind: key === null ? 'none' : 'stored' }),
    store: (typed) => {
      if (typed === 'bad') return Promise.resolve({ kind: 'refused', fault: 'too-short' });
      key = typed;
      return Promise.resolve({ kind: 'kept', where: 'stored' });
    },
    forget: () => {
      key = null;
      return Promise.resolve(true);
    },
  };
}

describe('Keys', () => {
  it('uses the key of the environment before the stored one', () => {
    const keys = new Keys(vaultWith('stored'), 'from the environment');
    expect(keys.view).toEqual({ kind: 'environment' });
    expect(new Keys(vaultWith('stored'), null).view).toEqual({ kind: 'stored' });
    expect(new Keys(vaultWith(null), null).view).toEqual({ kind: 'none' });
  });

  it('lets a key that is entered now take the place of that of the environment', async () => {
    const keys = new Keys(vaultWith(null), 'from the environment');
    await keys.keep('bad', true);
    expect(keys.environment).toBe('from the environment');
    await keys.keep('entered', true);
    expect(keys.environment).toBeNull();
    expect(keys.entered?.key).toBe('entered');
    expect(keys.view).toEqual({ kind: 'stored' });
  });
});
