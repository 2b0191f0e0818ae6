import { describe, expect, it } from 'vitest';
import { joinAudio, joinDeltas, outline, rampVoice, responseOf, Talk } from './fakes';

describe('a turn', () => {
  it('comes in the order of the GA protocol', async () => {
    const talk = new Talk();
    const events = await talk.ask('Count to three');
    expect(outline(events)).toEqual([
      'response.created',
      'rate_limits.updated',
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
      'response.output_audio.done',
      'response.output_audio_transcript.done',
      'response.content_part.done',
      'response.output_item.done',
      'conversation.item.done',
      'response.done',
    ]);
    expect(joinDeltas(events, 'response.output_audio_transcript.delta')).toBe('One, two, three.');
    expect(joinAudio(events).length).toBe('One, two, three.'.length * 480);
    expect(responseOf(talk.last('response.done'))).toMatchObject({
      status: 'completed',
      status_details: null,
    });
    expect(new Set(talk.events.map((event) => event.event_id)).size).toBe(talk.events.length);
  });

  it('speaks beta to a beta client', async () => {
    const talk = new Talk({ dialect: 'beta' });
    expect(talk.last('session.created').session).toMatchObject({
      modalities: ['text', 'audio'],
      output_audio_format: 'pcm16',
    });
    const events = await talk.ask('Hello');
    expect(outline(events)).toEqual([
      'response.created',
      'rate_limits.updated',
      'response.output_item.added',
      'conversation.item.created',
      'response.content_part.added',
      'response.audio.done',
      'response.audio_transcript.done',
      'response.content_part.done',
      'response.output_item.done',
      'response.done',
    ]);
    const output = responseOf(talk.last('response.done')).output as { content: { type: string }[] }[];
    expect(output[0]?.content[0]?.type).toBe('audio');
  });

  it('turns to beta when the session is updated in beta', () => {
    const talk = new Talk();
    talk.send({
      type: 'session.update',
      session: { modalities: ['text', 'audio'], output_audio_format: 'pcm16' },
    });
    expect(talk.last('session.updated').session).toMatchObject({ modalities: ['text', 'audio'] });
    talk.say('x');
    expect(talk.types()).toContain('conversation.item.created');
  });

  it('sends each word before its sound, and sound at the asked pace', async () => {
    const talk = new Talk({ pace: 4 });
    talk.say('Count to ten');
    talk.send({ type: 'response.create' });
    await talk.clock.pass(250);
    const events = talk.events;
    const heardMs = joinAudio(events).length / 24;
    expect(heardMs).toBeGreaterThanOrEqual(1_000);
    expect(heardMs).toBeLessThanOrEqual(1_000 + 2 * 120);
    const words = joinDeltas(events, 'response.output_audio_transcript.delta');
    expect('One, two, three, four, five, six, seven, eight, nine, ten.').toContain(words.trim());
    expect(words.length * 20).toBeGreaterThan(heardMs * 0.6);
  });

  it('writes without sound when asked for text', async () => {
    const talk = new Talk();
    const events = await talk.ask('Hello', { output_modalities: ['text'] });
    expect(joinAudio(events).length).toBe(0);
    expect(joinDeltas(events, 'response.output_text.delta')).toBe(
      talk.last('response.output_text.done').text,
    );
    expect(talk.last('response.done').response).toMatchObject({
      output_modalities: ['text'],
      output: [{ content: [{ type: 'output_text' }] }],
    });
  });

  it('ends with an error when the voice cannot speak, and can be asked again', async () => {
    const talk = new Talk({}, { ...rampVoice, speak: () => Promise.reject(new Error('no voice')) });
    await talk.ask('Hello');
    expect(talk.last('response.done').response).toMatchObject({
      status: 'failed',
      status_details: { error: { code: 'voice_unavailable' } },
    });
    await talk.ask('Hello');
    expect(talk.types().filter((type) => type === 'response.done')).toHaveLength(2);
  });

  it('stops at max_output_tokens', async () => {
    const talk = new Talk();
    await talk.ask('Tell me a long story', { max_output_tokens: 100 });
    const response = responseOf(talk.last('response.done'));
    expect(response).toMatchObject({ status: 'incomplete', status_details: { reason: 'max_output_tokens' } });
    const usage = response.usage as { output_tokens: number };
    expect(usage.output_tokens).toBeGreaterThanOrEqual(100);
    expect(usage.output_tokens).toBeLessThan(120);
  });

  it('counts cached tokens within the input tokens', async () => {
    const talk = new Talk();
    await talk.ask('Tell me a long story');
    await talk.ask('Hello');
    const usage = responseOf(talk.last('response.done')).usage as {
      input_tokens: number;
      input_token_details: { cached_tokens: number; text_tokens: number; audio_tokens: number };
    };
    await talk.ask('Hello again');
    const later = responseOf(talk.last('response.done')).usage as typeof usage;
    expect(later.input_tokens).toBeGreaterThan(usage.input_tokens);
    expect(later.input_token_details.cached_tokens).toBeGreaterThan(0);
    expect(later.input_token_details.cached_tokens).toBeLessThan(later.input_tokens);
    expect(later.input_token_details.text_tokens + later.input_token_details.audio_tokens).toBe(
      later.input_tokens,
    );
  });
});

describe('what a client should not send', () => {
  it.each([
    [
      { type: 'no.such.event', event_id: 'e1' },
      { code: 'invalid_value', param: 'type', event_id: 'e1' },
    ],
    [{ event_id: 'e2' }, { code: 'missing_required_parameter', param: 'type', event_id: 'e2' }],
    [
      { type: 'response.cancel', extra: 1 },
      { code: 'unknown_parameter', param: 'extra' },
    ],
    [{ type: 'conversation.item.create' }, { code: 'missing_required_parameter', param: 'item' }],
    [{ type: 'input_audio_buffer.append', audio: 'AAAA' }, { code: 'unsupported_event' }],
    [{ type: 'input_audio_buffer.commit' }, { code: 'input_audio_buffer_commit_empty' }],
    [
      { type: 'response.create', response: { output_modalities: ['audio', 'text'] } },
      { param: 'response.output_modalities' },
    ],
    [{ type: 'response.create', response: { voice: 7 } }, { param: 'response.voice' }],
  ])('%j', (event, error) => {
    expect(new Talk().errorOf(event)).toMatchObject({ type: 'invalid_request_error', ...error });
  });

  it.each([[null], [3], ['text'], [[]]])('%j is answered too', (value) => {
    const talk = new Talk();
    talk.conversation.receive(value);
    expect(talk.last('error').error).toMatchObject({ type: 'invalid_request_error', event_id: null });
  });
});
