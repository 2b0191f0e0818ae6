import { describe, expect, it } from 'vitest';
import {
  canonicalType,
  itemDelete,
  itemTruncate,
  recognise,
  responseCancel,
  responseCreate,
  sessionUpdate,
} from '../../../src/main/realtime/dialect';

const CONFIG = { instructions: 'Be brief.', voice: 'cedar', speed: 1.25, maxOutputTokens: 500 };

describe('canonicalType', () => {
  it.each([
    ['response.audio.delta', 'response.output_audio.delta'],
    ['response.audio_transcript.done', 'response.output_audio_transcript.done'],
    ['response.text.delta', 'response.output_text.delta'],
    ['conversation.item.created', 'conversation.item.added'],
    ['response.output_audio.delta', 'response.output_audio.delta'],
    ['never.seen', 'never.seen'],
    ['constructor', 'constructor'],
  ])('%s is %s', (type, canonical) => {
    expect(canonicalType(type)).toBe(canonical);
  });
});

describe('recognise', () => {
  it.each([
    [{ type: 'realtime', audio: {} }, 'ga'],
    [{ audio: {} }, 'ga'],
    [{ output_modalities: ['audio'] }, 'ga'],
    [{ modalities: ['audio', 'text'], voice: 'alloy' }, 'beta'],
    [{ output_audio_format: 'pcm16' }, 'beta'],
    [{ model: 'x' }, null],
  ])('%j is %s', (session, dialect) => {
    expect(recognise(session)).toBe(dialect);
  });
});

describe('sessionUpdate', () => {
  it('asks for all in GA', () => {
    expect(sessionUpdate('ga', CONFIG, 'full')).toEqual({
      type: 'session.update',
      session: {
        type: 'realtime',
        output_modalities: ['audio'],
        instructions: 'Be brief.',
        tracing: null,
        truncation: { type: 'retention_ratio', retention_ratio: 0.8 },
        max_output_tokens: 500,
        audio: {
          input: { turn_detection: null },
          output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'cedar', speed: 1.25 },
        },
      },
    });
  });

  it('asks for the essential in GA', () => {
    expect(sessionUpdate('ga', CONFIG, 'essential')).toEqual({
      type: 'session.update',
      session: {
        type: 'realtime',
        output_modalities: ['audio'],
        instructions: 'Be brief.',
        audio: {
          input: { turn_detection: null },
          output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'cedar' },
        },
      },
    });
  });

  it('is flat in beta', () => {
    const { session } = sessionUpdate('beta', CONFIG, 'full');
    expect(session).toEqual({
      modalities: ['audio', 'text'],
      instructions: 'Be brief.',
      voice: 'cedar',
      output_audio_format: 'pcm16',
      turn_detection: null,
      max_response_output_tokens: 500,
      speed: 1.25,
    });
    expect(sessionUpdate('beta', CONFIG, 'essential').session).not.toHaveProperty('speed');
  });

  it('sets no limit where there is none', () => {
    for (const config of [
      { ...CONFIG, maxOutputTokens: null },
      { instructions: '', voice: 'a', speed: 1 },
    ]) {
      for (const dialect of ['ga', 'beta'] as const) {
        expect(JSON.stringify(sessionUpdate(dialect, config, 'full'))).not.toContain('tokens');
      }
    }
  });
});

it('builds the small events', () => {
  expect(responseCreate('ga', '7')).toEqual({
    type: 'response.create',
    response: { metadata: { aloud_response: '7' } },
  });
  expect(responseCreate('beta', '7')).toEqual({ type: 'response.create' });
  expect(responseCancel('r')).toEqual({ type: 'response.cancel', response_id: 'r' });
  expect(responseCancel(null)).toEqual({ type: 'response.cancel' });
  expect(itemDelete('i')).toEqual({ type: 'conversation.item.delete', item_id: 'i' });
  expect(itemTruncate('i', 5)).toEqual({
    type: 'conversation.item.truncate',
    item_id: 'i',
    content_index: 0,
    audio_end_ms: 5,
  });
});
