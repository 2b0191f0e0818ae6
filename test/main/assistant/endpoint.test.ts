import { describe, expect, it } from 'vitest';
import { chooseEndpoint, OPENAI_REALTIME_URL } from '../../../src/main/assistant/endpoint';

const nothing = { customUrl: null, enteredKey: null, environmentKey: null, model: 'gpt-realtime' };

describe('chooseEndpoint', () => {
  it('needs nothing for the demo voice', () => {
    expect(chooseEndpoint({ ...nothing, source: 'demo', enteredKey: 'sk-entered' })).toEqual({
      kind: 'demo',
    });
  });

  it('goes to OpenAI with the entered key, or with that of the environment before it', () => {
    const entered = { ...nothing, source: 'openai', enteredKey: 'sk-entered' } as const;
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
      enteredKey: 'sk-mine',
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
