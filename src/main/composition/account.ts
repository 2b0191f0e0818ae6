import type { KeyCheck, RemoveKeyResult } from '../../preload/settings-contract';
import type { Assistant } from '../assistant/assistant';
import { chooseEndpoint, OPENAI_API_URL, sourceOf } from '../assistant/endpoint';
import type { Keys } from '../assistant/keys';
import { problemOf, problemOfError } from '../assistant/problem-view';
import { changedProfile, effectOf, newProfile } from '../assistant/profile-edits';
import type { Store } from '../assistant/store';
import type { Profile } from '../settings/profile';
import { activeProfile } from '../settings/schema';
import type { SettingsStore } from '../settings/store';
import type { InvocationHandlers } from '../shell/ipc';
import type { ProfileVault } from './profile-vault';
import type { Speech } from './speech';
import { sessionConfig } from './speech';

/** What the settings window does with profiles and their keys. */
export type Account = Pick<
  InvocationHandlers,
  'useProfile' | 'addProfile' | 'changeProfile' | 'removeProfile' | 'checkKey' | 'removeKey'
>;

export interface AccountDeps {
  assistant: Pick<Assistant, 'switchTo' | 'renew'>;
  store: Store;
  settings: SettingsStore;
  keys: Keys;
  vault: Pick<ProfileVault, 'remove'>;
  /** Reads the stored key of the profile in use. */
  loadKey: () => Promise<void>;
  check: Speech['check'];
}

export function createAccount(deps: AccountDeps): Account {
  const { assistant, store, settings, keys, vault, loadKey, check } = deps;
  /** Somebody other than the profile answers: the demo voice, or the server of the environment. */
  const isElsewhere = (): boolean => store.state.source === 'demo' || store.state.source === 'custom';
  const use = async (profile: Profile): Promise<void> => {
    const source = sourceOf(profile);
    settings.set({ profile: profile.id, source });
    await loadKey();
    assistant.switchTo(source);
  };
  const replace = (profile: Profile): void => {
    settings.set({
      profiles: settings.value.profiles.map((each) => (each.id === profile.id ? profile : each)),
    });
  };

  return {
    async useProfile(id) {
      const profile = settings.value.profiles.find((each) => each.id === id);
      if (profile !== undefined) await use(profile);
    },

    addProfile(draft) {
      const added = newProfile(settings.value.profiles, draft);
      if (added.kind !== 'ok') return added;
      settings.set({ profiles: [...settings.value.profiles, added.profile] });
      return { kind: 'added', id: added.profile.id };
    },

    changeProfile(id, change) {
      const former = settings.value.profiles.find((each) => each.id === id);
      // Removed meanwhile: there is nothing left to change.
      if (former === undefined) return { kind: 'changed' };
      const edited = changedProfile(former, change);
      if (edited.kind !== 'ok') return edited;
      replace(edited.profile);
      if (activeProfile(settings.value).id !== id) return { kind: 'changed' };
      const effect = effectOf(former, edited.profile);
      // The demo voice, too, answers as the profile says.
      if (effect === 'new-session') assistant.renew();
      if (effect === 'new-server' && !isElsewhere()) assistant.switchTo(sourceOf(edited.profile));
      return { kind: 'changed' };
    },

    async removeProfile(id): Promise<RemoveKeyResult> {
      const rest = settings.value.profiles.filter((each) => each.id !== id);
      const [next] = rest;
      if (next === undefined || rest.length === settings.value.profiles.length) return { kind: 'removed' };
      const wasActive = activeProfile(settings.value).id === id;
      if (!(await vault.remove(id))) return { kind: 'still-stored' };
      settings.set({ profiles: rest, ...(wasActive && { profile: next.id }) });
      if (!wasActive) return { kind: 'removed' };
      if (isElsewhere()) await loadKey();
      else await use(next);
      return { kind: 'removed' };
    },

    async checkKey(): Promise<KeyCheck> {
      await loadKey();
      const profile = activeProfile(settings.value);
      const source = sourceOf(profile);
      const chosen = chooseEndpoint({
        source,
        customUrl: null,
        profile,
        enteredKey: keys.entered,
        environmentKey: profile.kind === 'openai' ? keys.environment : null,
      });
      switch (chosen.kind) {
        case 'endpoint': {
          const { endpoint } = chosen;
          const listUrl = profile.kind === 'openai' ? OPENAI_API_URL : null;
          const checked = await check({ endpoint, config: sessionConfig(profile), listUrl });
          return checked.kind === 'works'
            ? { ...checked, model: endpoint.model }
            : { kind: 'failed', problem: problemOfError(checked.error, { ...store.state, source }) };
        }
        case 'no-key':
        case 'key-of-other-host':
        case 'bad-server-url':
          return { kind: 'failed', problem: problemOf(chosen.kind, source) };
        case 'demo':
          return { kind: 'failed', problem: problemOf('no-key', source) };
        default:
          return chosen satisfies never;
      }
    },

    async removeKey(): Promise<RemoveKeyResult> {
      if (!(await keys.forget())) return { kind: 'still-stored' };
      store.dispatch({ type: 'key', key: keys.view });
      // What was opened with it is closed.
      if (!isElsewhere()) assistant.switchTo(store.state.source);
      return { kind: 'removed' };
    },
  };
}
