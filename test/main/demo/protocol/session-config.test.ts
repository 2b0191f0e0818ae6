import { describe, expect, it } from 'vitest';
import { Talk } from '../fakes';

const update = (talk: Talk, session: Record<string, unknown>) =>
  talk.errorOf({ type: 'session.update', event_id: 'u', session });

describe('session.update', () => {
  it('is echoed as it was asked, in GA', () => {
    const talk = new Talk();
    const session = {
      type: 'realtime',
      output_modalities: ['audio'],
      instructions: 'Be brief.',
      tracing: null,
      truncation: { type: 'retention_ratio', retention_ratio: 0.8 },
      audio: {
        input: { turn_detection: null },
        output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'cedar', speed: 1.25 },
      },
    };
    expect(update(talk, session)).toBeUndefined();
    expect(talk.last('session.updated').session).toMatchObject({ ...session, model: 'test-model' });
  });

  it('is echoed as it was asked, in beta', () => {
    const talk = new Talk({ dialect: 'beta' });
    const session = {
      modalities: ['text', 'audio'],
      voice: 'echo',
      output_audio_format: 'pcm16',
      input_audio_format: 'g711_ulaw',
      turn_detection: null,
      temperature: 0.7,
      max_response_output_tokens: 900,
    };
    expect(update(talk, session)).toBeUndefined();
    expect(talk.last('session.updated').session).toMatchObject(session);
  });

  it('keeps what it does not mention', () => {
    const talk = new Talk();
    update(talk, { type: 'realtime', audio: { output: { voice: 'ash' } } });
    update(talk, { type: 'realtime', instructions: 'x' });
    expect(talk.last('session.updated').session).toMatchObject({
      instructions: 'x',
      audio: { output: { voice: 'ash', speed: 1 } },
    });
  });

  it.each([
    [{ type: 'realtime', foo: 1 }, 'unknown_parameter', 'session.foo'],
    [
      { type: 'realtime', audio: { output: { pitch: 1 } } },
      'unknown_parameter',
      'session.audio.output.pitch',
    ],
    [{ type: 'realtime', instructions: 4 }, 'invalid_type', 'session.instructions'],
    [{ instructions: 'x' }, 'missing_required_parameter', 'session.type'],
    [{ type: 'realtime', output_modalities: ['smell'] }, 'invalid_value', 'session.output_modalities[0]'],
    [
      { type: 'realtime', audio: { output: { voice: 'nobody' } } },
      'invalid_value',
      'session.audio.output.voice',
    ],
    [
      { type: 'realtime', audio: { output: { speed: 2 } } },
      'decimal_above_max_value',
      'session.audio.output.speed',
    ],
    [
      { type: 'realtime', audio: { output: { format: { type: 'audio/pcmu' } } } },
      'invalid_value',
      'session.audio.output.format.type',
    ],
    [{ modalities: ['audio'], voice: 3 }, 'invalid_value', 'session.voice'],
    [{ modalities: ['audio'], speed: 'fast' }, 'invalid_type', 'session.speed'],
  ])('refuses %j', (session, code, param) => {
    const talk = new Talk();
    expect(update(talk, session)).toMatchObject({
      type: 'invalid_request_error',
      code,
      param,
      event_id: 'u',
    });
    expect(talk.types()).not.toContain('session.updated');
  });

  it('names the type that was expected, in good English', () => {
    expect(update(new Talk(), { type: 'realtime', instructions: 4 })?.message).toBe(
      "Invalid type for 'session.instructions': expected a string, but got an integer instead.",
    );
  });

  it('locks the voice once it was heard', async () => {
    const talk = new Talk();
    update(talk, { type: 'realtime', audio: { output: { voice: 'ash' } } });
    await talk.ask('Hello');
    expect(update(talk, { type: 'realtime', audio: { output: { voice: 'ash' } } })).toBeUndefined();
    expect(update(talk, { type: 'realtime', audio: { output: { voice: 'echo' } } })?.code).toBe(
      'cannot_update_voice',
    );
  });
});
