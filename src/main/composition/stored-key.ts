import type { Notice } from '../../preload/problem-contract';
import type { Keys } from '../assistant/keys';
import type { Store } from '../assistant/store';
import type { ProfileVault } from './profile-vault';

/**
 * Reads the stored key of the profile in use, at most once for each, and lets the state tell where it is. What there is to
 * say of its file is said once.
 */
export function createKeyLoader(
  vault: Pick<ProfileVault, 'load'>,
  keys: Pick<Keys, 'view'>,
  store: Store,
): () => Promise<void> {
  const told = new Set<Notice['kind']>();
  return async () => {
    const { notice } = await vault.load();
    store.dispatch({ type: 'key', key: keys.view });
    if (notice === null || told.has(notice.kind)) return;
    told.add(notice.kind);
    store.dispatch({ type: 'notice', notice });
  };
}
