import { describe, expect, it } from 'vitest';
import {
  azureUrl,
  chooseEndpoint,
  OPENAI_REALTIME_URL,
  originOf,
} from '../../../src/main/assistant/endpoint';
import type { BoundKey } from '../../../src/main/assistant/keys';
import type { Profile } from '../../../src/main/settings/profile';
import { OPENAI_PROFILE } from '../../../src/main/settings/profile';

const { id, name, voice, speed, instructions, maxOutputTokens } = OPENAI_PROFILE;
const shared = { id, name, voice, speed, instructions, maxOutputTokens, model: 'my-model' };
const OPENAI: Profile = { ...OPENAI_PROFILE, model: 'gpt-realtime' };

const OPENAI_ORIGIN = 'wss://api.openai.com';
const SELF_HOSTED: Extract<Profile, { kind: 'compatible' }> = {
  ...shared,
  kind: 'compatible',
  url: 'ws://10.0.0.5:8080/v1/realtime',
  dialect: 'beta',
  insecureKey: true,
};

/** The key of a profile, as it is kept when it is entered for that. */
function keyFor(profile: Profile, key = 'of-the-profile'): BoundKey {
  return { key, origin: originOf(profile) };
}

const nothing = { customUrl: null, enteredKey: null, environmentKey: null, profile: OPENAI };

describe('chooseEndpoint', () => {
  it('needs nothing for the demo voice', () => {
    expect(chooseEndpoint({ ...nothing, source: 'demo', enteredKey: keyFor(OPENAI, 'sk-entered') })).toEqual({
      kind: 'demo',
    });
  });

  it('goes to OpenAI with the entered key, or with that of the environment before it', () => {
    const entered = { ...nothing, source: 'openai', enteredKey: keyFor(OPENAI, 'sk-entered') } as const;
    expect(chooseEndpoint(entered)).toEqual({
      kind: 'endpoint',
      endpoint: { url: OPENAI_REALTIME_URL, key: 'sk-entered', model: 'gpt-realtime' },
    });
    expect(chooseEndpoint({ ...entered, environmentKey: 'sk-env' })).toMatchObject({
      endpoint: { key: 'sk-env' },
    });
    expect(chooseEndpoint({ ...nothing, source: 'openai' })).toEqual({ kind: 'no-key' });
  });

  it('never sends the entered key to another server', () => {
    const custom = {
      ...nothing,
      source: 'custom',
      customUrl: 'wss://example.org/rt',
      enteredKey: keyFor(OPENAI, 'sk-mine'),
    } as const;
    expect(chooseEndpoint(custom)).toMatchObject({ endpoint: { url: 'wss://example.org/rt', key: null } });
    expect(chooseEndpoint({ ...custom, environmentKey: 'other' })).toMatchObject({
      endpoint: { key: 'other' },
    });
  });

  it.each([null, '', 'example.org', 'https://example.org', 'ws//x', 'wss://me:secret@example.org'])(
    'refuses %j as a server',
    (customUrl) => {
      expect(chooseEndpoint({ ...nothing, source: 'custom', customUrl })).toEqual({ kind: 'bad-server-url' });
    },
  );
});

describe('a profile', () => {
  const key = {
    ...nothing,
    source: 'profile',
    enteredKey: { key: 'of-the-profile', origin: 'wss://me.openai.azure.com' },
    environmentKey: 'sk-env',
  } as const;
  const azure = (apiVersion: string | null): Profile => ({
    ...shared,
    kind: 'azure',
    resource: 'https://me.openai.azure.com/',
    apiVersion,
  });

  it('of Azure goes to its resource in both forms, with its own header', () => {
    expect(chooseEndpoint({ ...key, profile: azure(null) })).toEqual({
      kind: 'endpoint',
      endpoint: {
        url: 'wss://me.openai.azure.com/openai/v1/realtime?model=my-model',
        key: 'of-the-profile',
        model: 'my-model',
        auth: 'api-key',
      },
    });
    expect(chooseEndpoint({ ...key, profile: azure('2024-10-01-preview') })).toMatchObject({
      endpoint: {
        url: 'wss://me.openai.azure.com/openai/realtime?api-version=2024-10-01-preview&deployment=my-model',
        auth: 'api-key',
        dialect: 'beta',
      },
    });
    expect(chooseEndpoint({ ...key, enteredKey: null, profile: azure(null) })).toEqual({ kind: 'no-key' });
  });

  it.each([
    ['me.openai.azure.com', 'wss://me.openai.azure.com/openai/v1/realtime?model=d'],
    ['https://me.openai.azure.com/openai/v1/?x=1', 'wss://me.openai.azure.com/openai/v1/realtime?model=d'],
    ['http://me.openai.azure.com', 'http://me.openai.azure.com'],
    ['https://me:secret@evil.test', 'https://me:secret@evil.test'],
    ['not an address', 'not an address'],
  ])('takes %j for the resource of Azure', (resource, url) => {
    expect(azureUrl(resource, null, 'd')).toBe(url);
  });

  it('of another server needs no key, and gets only its own', () => {
    const profile = SELF_HOSTED;
    const endpoint = { url: profile.url, model: 'my-model', dialect: 'beta', insecureKey: true };
    expect(chooseEndpoint({ ...key, enteredKey: keyFor(profile), profile })).toEqual({
      kind: 'endpoint',
      endpoint: { ...endpoint, key: 'of-the-profile' },
    });
    expect(chooseEndpoint({ ...key, enteredKey: null, profile })).toEqual({
      kind: 'endpoint',
      endpoint: { ...endpoint, key: null },
    });
  });

  it('in use lends its key to nobody else, whatever this run asks for', () => {
    const other = { ...nothing, profile: azure(null), enteredKey: keyFor(azure(null), 'of-azure') };
    expect(chooseEndpoint({ ...other, source: 'openai' })).toEqual({ kind: 'no-key' });
    expect(chooseEndpoint({ ...other, source: 'custom', customUrl: 'wss://example.org' })).toMatchObject({
      endpoint: { key: null },
    });
  });
});

describe('a key', () => {
  const asked = { ...nothing, source: 'profile' } as const;
  const entered = keyFor(SELF_HOSTED);

  it.each([
    ['another host', 'ws://10.0.0.6:8080/v1/realtime'],
    ['another port', 'ws://10.0.0.5:8081/v1/realtime'],
    ['another scheme', 'wss://10.0.0.5:8080/v1/realtime'],
  ])('is not sent to %s than it was entered for', (_what, url) => {
    expect(chooseEndpoint({ ...asked, profile: { ...SELF_HOSTED, url }, enteredKey: entered })).toEqual({
      kind: 'key-of-other-host',
    });
  });

  it('is not sent elsewhere either when the profile becomes one of another service', () => {
    const resource = 'https://other.openai.azure.com';
    const azure: Profile = { ...shared, kind: 'azure', resource, apiVersion: null };
    for (const profile of [azure, OPENAI]) {
      const source = profile.kind === 'openai' ? 'openai' : 'profile';
      expect(chooseEndpoint({ ...asked, source, profile, enteredKey: entered })).toEqual({
        kind: 'key-of-other-host',
      });
    }
  });

  it('stays good when only the path of the address or the name of the profile changes', () => {
    const profile = { ...SELF_HOSTED, name: 'Mine', url: 'ws://10.0.0.5:8080/v2/realtime' };
    expect(chooseEndpoint({ ...asked, profile, enteredKey: entered })).toMatchObject({
      endpoint: { key: 'of-the-profile' },
    });
  });

  it('of an earlier version, which kept no host, is for OpenAI alone', () => {
    const enteredKey = { key: 'sk-old', origin: null };
    expect(chooseEndpoint({ ...nothing, source: 'openai', enteredKey })).toMatchObject({
      endpoint: { url: OPENAI_REALTIME_URL, key: 'sk-old' },
    });
    expect(chooseEndpoint({ ...asked, profile: SELF_HOSTED, enteredKey })).toEqual({
      kind: 'key-of-other-host',
    });
    expect(originOf(OPENAI)).toBe(OPENAI_ORIGIN);
  });

  it('goes nowhere when the address is none, which connecting then says', () => {
    const profile = { ...SELF_HOSTED, url: 'wss://me:secret@10.0.0.5:8080' };
    expect(originOf(profile)).toBeNull();
    expect(chooseEndpoint({ ...asked, profile, enteredKey: entered })).toMatchObject({
      kind: 'endpoint',
      endpoint: { url: profile.url, key: null },
    });
  });
});
