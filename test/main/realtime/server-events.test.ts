import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readServerEvent } from '../../../src/main/realtime/server-events';
import { says } from '../../fakes/server-says';

const KEY = 'sk-0123456789';

describe('readServerEvent', () => {
  it.each([
    ['response.output_audio.delta', { delta: 'AAAA' }, { type: 'audio', delta: 'AAAA' }],
    ['response.audio.delta', { delta: 'AAAA' }, { type: 'audio', delta: 'AAAA' }],
    ['response.audio.done', {}, { type: 'audio-done' }],
    ['response.output_audio_transcript.delta', { delta: 'a' }, { type: 'words', delta: 'a' }],
    ['response.text.delta', { delta: 'a' }, { type: 'words', delta: 'a' }],
    ['response.audio_transcript.done', { transcript: 'abc' }, { type: 'words-done', text: 'abc' }],
    ['response.output_text.done', { text: 'abc' }, { type: 'words-done', text: 'abc' }],
    ['response.output_text.done', {}, { type: 'words-done', text: '' }],
  ])('reads %s %j', (type, fields, event) => {
    const ids = { response_id: 'r', item_id: 'i' };
    expect(readServerEvent({ type, ...ids, ...fields }, KEY)).toEqual({
      type: 'turn',
      event: { response: 'r', item: 'i', ...event },
    });
    expect(readServerEvent({ type, item_id: 'i', response_id: null, ...fields }, KEY)).toMatchObject({
      event: { response: null },
    });
  });

  it('takes a response.done with nothing in it for a completed one', () => {
    expect(readServerEvent({ type: 'response.done', response: {} }, KEY)).toEqual({
      type: 'turn',
      event: {
        type: 'response-done',
        response: null,
        status: 'completed',
        reason: null,
        code: null,
        errorType: null,
        usage: null,
        items: [],
      },
    });
  });

  it.each([
    [
      { audio: { output: { format: { type: 'audio/pcm', rate: 24_000 } } } },
      { type: 'audio/pcm', rate: 24_000 },
    ],
    [{ audio: { output: { format: 'g711_ulaw' } } }, { type: 'g711_ulaw', rate: null }],
    [{ output_audio_format: 'pcm16' }, { type: 'pcm16', rate: null }],
    [{ audio: { output: {} } }, null],
    [{}, null],
  ])('finds the format in %j', (session, format) => {
    expect(readServerEvent({ type: 'session.updated', session }, KEY)).toMatchObject({ session: { format } });
  });

  it('takes any other event of a response for a sign of life, and the rest for nothing', () => {
    expect(readServerEvent({ type: 'response.content_part.added', response_id: 'r' }, KEY)).toEqual({
      type: 'turn',
      event: { type: 'activity', response: 'r' },
    });
    expect(readServerEvent({ type: 'rate_limits.updated', rate_limits: 'none' }, KEY)).toEqual({
      type: 'ignored',
    });
    expect(readServerEvent({ type: 'rate_limits.updated', rate_limits: [] }, KEY)).toEqual({
      type: 'rate-limits',
      resetMs: null,
    });
    expect(readServerEvent({ type: '__proto__' }, KEY)).toEqual({ type: 'ignored' });
  });

  it.each([
    [{ type: 'response.output_audio.delta', item_id: 'i', delta: 5 }, 'response.output_audio.delta delta'],
    [{ type: 'response.audio.delta', delta: '' }, 'response.output_audio.delta item_id'],
    [{ type: 'response.created' }, 'response.created response'],
    [{ type: 'response.done', response: { status: 'secret' } }, 'response.done response.status'],
    [{ type: 'error', error: 'secret' }, 'error error'],
    [{ type: 'session.created', session: [] }, 'session.created session'],
  ])('says where %j is wrong, and not what stood there', (event, details) => {
    expect(readServerEvent(event, KEY)).toMatchObject({
      type: 'unreadable',
      error: { code: 'garbage', details },
    });
  });

  it('takes on no code that could be content or the key', () => {
    for (const code of [KEY, `x_${KEY}`, 'Two words', 'x'.repeat(65), '', 5, null, undefined]) {
      const event = { type: 'error', error: { code: code as string, type: 'invalid_request_error' } };
      const read = readServerEvent(event, KEY);
      expect(read.type === 'error' ? read.code : null).toBeNull();
    }
    const own = readServerEvent({ type: 'error', error: { code: 'has_mykey_in_it' } }, 'mykey');
    expect(own).toMatchObject({ code: null });
  });

  it('never throws, whatever an event holds', () => {
    const types = Object.values(says).map(
      (say) => (say as (...args: unknown[]) => { type: string })('a', 'b', 1).type,
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.object({ maxDepth: 4 }),
        fc.object(),
        (type, event, response) => {
          readServerEvent({ ...event, type }, KEY);
          readServerEvent(
            { response, session: response, error: response, item: response, ...event, type },
            KEY,
          );
        },
      ),
      { numRuns: 500 },
    );
  });
});
