import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Assistant } from '../../../src/main/assistant/assistant';
import type { BoundKey } from '../../../src/main/assistant/keys';
import { Keys } from '../../../src/main/assistant/keys';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import type { Account } from '../../../src/main/composition/account';
import { createAccount } from '../../../src/main/composition/account';
import type { OneVault } from '../../../src/main/composition/profile-vault';
import { ProfileVault } from '../../../src/main/composition/profile-vault';
import type { Speech } from '../../../src/main/composition/speech';
import { createKeyLoader } from '../../../src/main/composition/stored-key';
import { RealtimeError } from '../../../src/main/realtime/errors';
import type { Profile } from '../../../src/main/settings/profile';
import { OPENAI_PROFILE, RECOMMENDED } from '../../../src/main/settings/profile';
import type { Settings } from '../../../src/main/settings/schema';
import { activeProfile, DEFAULT_SETTINGS } from '../../../src/main/settings/schema';
import type { SettingsStore } from '../../../src/main/settings/store';
import { freshState } from '../../fakes/fresh-state';

const SERVER: Profile = {
  ...RECOMMENDED,
  id: 'compatible',
  name: 'Mine',
  kind: 'compatible',
  url: 'wss://one.test/v1/realtime',
  dialect: 'auto',
  insecureKey: false,
};

const switchTo = vi.fn<Assistant['switchTo']>();
const renew = vi.fn<Assistant['renew']>();
const check = vi.fn<Speech['check']>(() => Promise.resolve({ kind: 'works', how: 'session' }));

/** Keys on a disk that may refuse to forget. */
let disk: Map<string, BoundKey>;
let disobeys: boolean;
let settings: Settings;
let store: Store;
let keys: Keys;
let account: Account;

function vaultOf(id: string): OneVault {
  let bound: BoundKey | null = null;
  return {
    get key() {
      return bound;
    },
    status: () => ({ kind: bound === null ? 'none' : 'stored' }),
    async store(key, _remember, origin) {
      bound = { key, origin };
      disk.set(id, bound);
      return { kind: 'kept', where: 'stored' };
    },
    async load() {
      bound = disk.get(id) ?? null;
      return { notice: id === 'damaged' ? { kind: 'key-damaged' } : null };
    },
    canEncrypt: () => Promise.resolve(true),
    async forget() {
      if (disobeys) return false;
      bound = null;
      disk.delete(id);
      return true;
    },
  };
}

function build(changes: Partial<Settings> = {}, environmentKey: string | null = null): void {
  settings = { ...DEFAULT_SETTINGS, source: 'openai', profiles: [OPENAI_PROFILE, SERVER], ...changes };
  const settingsStore = {
    get value() {
      return settings;
    },
    set: (change: Partial<Settings>) => {
      settings = { ...settings, ...change };
    },
  } as Partial<SettingsStore> as SettingsStore;
  store = createStore(freshState({ source: settings.source ?? 'demo' }));
  const vault = new ProfileVault({ open: vaultOf, active: () => activeProfile(settings) });
  keys = new Keys(vault, environmentKey);
  account = createAccount({
    assistant: { switchTo, renew },
    store,
    settings: settingsStore,
    keys,
    vault,
    loadKey: createKeyLoader(vault, keys, store),
    check,
  });
}

beforeEach(() => {
  vi.clearAllMocks();
  disk = new Map([['openai', { key: 'sk-openai', origin: null }]]);
  disobeys = false;
  build();
});

describe('using a service', () => {
  it('turns to it with its own key, and to no other with that', async () => {
    await account.useProfile('compatible');
    expect(settings).toMatchObject({ profile: 'compatible', source: 'profile' });
    expect(switchTo).toHaveBeenLastCalledWith('profile');
    expect(keys.entered).toBeNull();
    await account.useProfile('openai');
    expect(switchTo).toHaveBeenLastCalledWith('openai');
    expect(keys.entered?.key).toBe('sk-openai');
    expect(store.state.key).toEqual({ kind: 'stored' });
  });

  it('that is not there changes nothing', async () => {
    await account.useProfile('gone');
    expect(switchTo).not.toHaveBeenCalled();
  });

  it('says once what is wrong with its key file', async () => {
    build({ profiles: [OPENAI_PROFILE, { ...SERVER, id: 'damaged' }] });
    await account.useProfile('damaged');
    await account.useProfile('openai');
    await account.useProfile('damaged');
    expect(store.state.notices).toEqual([{ kind: 'key-damaged' }]);
  });
});

describe('changing a service', () => {
  it.each([
    [{ name: 'Other' }, 0, 0],
    [{ voice: 'cedar' }, 1, 0],
    [{ url: 'wss://two.test' }, 0, 1],
  ])('in use by %j opens a new session or turns to another server', async (change, renewed, switched) => {
    await account.useProfile('compatible');
    vi.clearAllMocks();
    expect(await account.changeProfile('compatible', change)).toEqual({ kind: 'changed' });
    expect(renew).toHaveBeenCalledTimes(renewed);
    expect(switchTo).toHaveBeenCalledTimes(switched);
    expect(settings.profiles[1]).toMatchObject(change);
  });

  it('that is not in use disturbs nobody', async () => {
    await account.changeProfile('compatible', { url: 'wss://two.test', voice: 'cedar' });
    expect(renew).not.toHaveBeenCalled();
    expect(switchTo).not.toHaveBeenCalled();
  });

  it('while the demo voice answers changes how that answers, and leaves it the word', async () => {
    build({ source: 'demo' });
    await account.changeProfile('openai', { voice: 'cedar' });
    expect(renew).toHaveBeenCalledOnce();
    build({ source: 'demo', profile: 'compatible' });
    await account.changeProfile('compatible', { url: 'wss://two.test' });
    expect(switchTo).not.toHaveBeenCalled();
  });

  it('wrongly changes nothing, and says what is wrong', async () => {
    expect(await account.changeProfile('compatible', { url: 'nowhere' })).toEqual({
      kind: 'refused',
      problems: [{ field: 'url', fault: 'bad-address', limit: null }],
    });
    expect(settings.profiles[1]).toEqual(SERVER);
    expect(await account.addProfile({ kind: 'openai', name: '', model: null })).toMatchObject({
      kind: 'refused',
    });
    expect(settings.profiles).toHaveLength(2);
  });
});

describe('removing a service', () => {
  it('removes its key, and turns to another when it was in use', async () => {
    await account.useProfile('openai');
    expect(await account.removeProfile('openai')).toEqual({ kind: 'removed' });
    expect(disk.size).toBe(0);
    expect(settings).toMatchObject({ profile: 'compatible', source: 'profile', profiles: [SERVER] });
    expect(switchTo).toHaveBeenLastCalledWith('profile');
  });

  it('never leaves none, nor a key without its service', async () => {
    disobeys = true;
    expect(await account.removeProfile('openai')).toEqual({ kind: 'still-stored' });
    expect(settings.profiles).toHaveLength(2);
    disobeys = false;
    await account.removeProfile('openai');
    await account.removeProfile('compatible');
    expect(settings.profiles).toEqual([SERVER]);
  });

  it('does not give its key to a new one of the same name', async () => {
    const added = await account.addProfile({ kind: 'openai', name: 'Second', model: null });
    expect(added).toEqual({ kind: 'added', id: 'openai-2' });
    await account.useProfile('openai-2');
    await keys.keep('sk-second-key-of-openai', true);
    await account.removeProfile('openai-2');
    await account.addProfile({ kind: 'openai', name: 'Third', model: null });
    await account.useProfile('openai-2');
    expect(keys.entered).toBeNull();
  });
});

describe('removing the key', () => {
  it('closes what was opened with it', async () => {
    await account.useProfile('openai');
    vi.clearAllMocks();
    expect(await account.removeKey()).toEqual({ kind: 'removed' });
    expect(keys.entered).toBeNull();
    expect(store.state.key).toEqual({ kind: 'none' });
    expect(switchTo).toHaveBeenCalledExactlyOnceWith('openai');
  });

  it('tells when it is still stored', async () => {
    await account.useProfile('openai');
    disobeys = true;
    expect(await account.removeKey()).toEqual({ kind: 'still-stored' });
    expect(keys.entered?.key).toBe('sk-openai');
  });
});

describe('checking the key', () => {
  it('asks the service of the profile in use, with the key that is used there', async () => {
    expect(await account.checkKey()).toEqual({ kind: 'works', how: 'session', model: 'gpt-realtime-2.1' });
    expect(check.mock.calls[0]?.[0]).toMatchObject({
      endpoint: { url: 'wss://api.openai.com/v1/realtime', key: 'sk-openai' },
      listUrl: 'https://api.openai.com/v1',
    });
    await account.useProfile('compatible');
    await account.checkKey();
    expect(check.mock.calls[1]?.[0]).toMatchObject({
      endpoint: { url: SERVER.url, key: null },
      listUrl: null,
    });
  });

  it('uses the key of the environment for OpenAI alone', async () => {
    build({}, 'sk-environment');
    await account.checkKey();
    expect(check.mock.calls[0]?.[0].endpoint.key).toBe('sk-environment');
    await account.useProfile('compatible');
    await account.checkKey();
    expect(check.mock.calls[1]?.[0].endpoint.key).toBeNull();
  });

  it('says the truth from the table of problems', async () => {
    check.mockResolvedValueOnce({ kind: 'failed', error: new RealtimeError('quota') });
    expect(await account.checkKey()).toMatchObject({
      kind: 'failed',
      problem: { code: 'quota', source: 'openai' },
    });
    disk.clear();
    build();
    expect(await account.checkKey()).toMatchObject({ kind: 'failed', problem: { code: 'no-key' } });
    disk.set('compatible', { key: 'sk-other', origin: 'wss://two.test' });
    build({ profile: 'compatible', source: 'profile' });
    expect(await account.checkKey()).toMatchObject({
      kind: 'failed',
      problem: { code: 'key-of-other-host' },
    });
    expect(check).toHaveBeenCalledOnce();
  });
});
