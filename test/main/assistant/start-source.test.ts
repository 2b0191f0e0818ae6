import { describe, expect, it } from 'vitest';
import { startSource } from '../../../src/main/assistant/start-source';

const nothing = { demo: false, customUrl: null, environmentKey: null, chosen: null };

describe('startSource', () => {
  it('speaks with the demo voice until the user has chosen', () => {
    expect(startSource(nothing)).toEqual({ source: 'demo', firstRun: true });
    expect(startSource({ ...nothing, chosen: 'openai' })).toEqual({ source: 'openai', firstRun: false });
  });

  it('puts what holds for one run before the choice: --demo, then the server, then the key', () => {
    const all = {
      demo: true,
      customUrl: 'ws://127.0.0.1:1',
      environmentKey: 'sk',
      chosen: 'openai',
    } as const;
    expect(startSource(all).source).toBe('demo');
    expect(startSource({ ...all, demo: false }).source).toBe('custom');
    expect(startSource({ ...all, demo: false, customUrl: null, chosen: 'demo' }).source).toBe('openai');
  });
});
