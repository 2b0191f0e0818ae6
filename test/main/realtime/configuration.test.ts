import { describe, expect, it } from 'vitest';
import { Configuration } from '../../../src/main/realtime/configuration';
import type { Asked } from '../../../src/main/realtime/dialect';
import { RealtimeError } from '../../../src/main/realtime/errors';
import type { SessionDescription } from '../../../src/main/realtime/server-events';
import { CONFIG } from './harness';

const described = (session: Partial<SessionDescription> = {}): SessionDescription => ({
  dialect: null,
  model: null,
  format: null,
  ...session,
});
const configure = (asked: Asked) => ({ kind: 'configure', asked }) as const;
const rejected = new RealtimeError('rejected', 'unknown_parameter');

describe('the dialect of a session', () => {
  it('is the one in which the server introduces itself', () => {
    const configuration = new Configuration(CONFIG, null);
    expect(configuration.dialect).toBe('ga');
    const { event } = configuration.introduced(described({ dialect: 'beta' }));
    expect(configuration.dialect).toBe('beta');
    expect(event).toMatchObject({ session: { output_audio_format: 'pcm16' } });
  });

  it('is the one that was set, whatever the server looks like', () => {
    const configuration = new Configuration(CONFIG, 'beta');
    configuration.introduced(described({ dialect: 'ga' }));
    expect(configuration.dialect).toBe('beta');
  });
});

describe('the model of a session', () => {
  it('is the one that the server named last', () => {
    const configuration = new Configuration(CONFIG, null);
    configuration.introduced(described({ model: 'first' }));
    expect(configuration.confirmed(described())).toBeNull();
    expect(configuration.model).toBe('first');
    expect(configuration.confirmed(described({ model: 'second' }))).toBeNull();
    expect(configuration.model).toBe('second');
  });
});

describe('a refused configuration', () => {
  it('is asked for once more with less, and then given up', () => {
    const configuration = new Configuration(CONFIG, null);
    const first = configuration.introduced(described());
    expect(first.sent).toEqual(configure('full'));
    const then = configuration.refused(rejected, first.sent);
    expect(then).toMatchObject({ do: 'ask', request: { sent: configure('essential') } });
    // A server that names every field of the first request in an error of its own.
    expect(configuration.refused(rejected, configure('full'))).toEqual({ do: 'ignore' });
    expect(configuration.refused(rejected, configure('essential'))).toEqual({ do: 'give-up' });
  });

  it('is taken as such where the server does not say to what its error belongs', () => {
    const configuration = new Configuration(CONFIG, null);
    configuration.introduced(described());
    expect(configuration.refused(rejected, null).do).toBe('ask');
    expect(configuration.refused(rejected, null).do).toBe('give-up');
  });

  it.each(['bad-key', 'quota', 'not-found'] as const)('is given up at once for %s', (code) => {
    const configuration = new Configuration(CONFIG, null);
    configuration.introduced(described());
    expect(configuration.refused(new RealtimeError(code), configure('full'))).toEqual({ do: 'give-up' });
  });

  it('is one that grants another format', () => {
    const configuration = new Configuration(CONFIG, null);
    configuration.introduced(described());
    const granted = described({ format: { type: 'audio/pcmu', rate: 8_000 } });
    expect(configuration.confirmed(granted)?.code).toBe('wrong-format');
  });
});
