import { describe, expect, it } from 'vitest';
import {
  checkPrompt,
  HISTORY_LIMIT,
  HISTORY_TEXT_LIMIT,
  PROMPT_LIMIT,
  remember,
} from '../../../src/main/assistant/history';

describe('remember', () => {
  it('puts the newest first and holds each prompt once', () => {
    expect(remember(['b', 'a'], 'a')).toEqual(['a', 'b']);
    expect(remember(['b'], 'c')).toEqual(['c', 'b']);
  });

  it('is bounded', () => {
    const many = Array.from({ length: HISTORY_LIMIT }, (_, index) => `prompt ${index}`);
    expect(remember(many, 'new')).toHaveLength(HISTORY_LIMIT);
    const long = Array.from({ length: 10 }, (_, index) => `${index}`.padEnd(PROMPT_LIMIT, '.'));
    const kept = remember(long, 'new');
    expect(kept[0]).toBe('new');
    expect(kept.join('').length).toBeLessThanOrEqual(HISTORY_TEXT_LIMIT);
    expect(kept).toHaveLength(4);
  });
});

describe('checkPrompt', () => {
  it.each(['', ' ', '\n\t\u00a0\u2003'])('takes %j as blank', (typed) => {
    expect(checkPrompt(typed)).toEqual({ kind: 'blank' });
  });

  it.each(['a\u0000b\u001bc', '👩‍👩‍👧‍👦 ok', 'שלום עולם', '今日は', 'a\u202eb'])(
    'lets %j through unharmed',
    (typed) => {
      expect(checkPrompt(` ${typed}\n`)).toEqual({ kind: 'ok', prompt: typed });
    },
  );

  it('has its limit in UTF-16 code units', () => {
    expect(checkPrompt('x'.repeat(PROMPT_LIMIT)).kind).toBe('ok');
    expect(checkPrompt('x'.repeat(PROMPT_LIMIT + 1)).kind).toBe('too-long');
  });
});
