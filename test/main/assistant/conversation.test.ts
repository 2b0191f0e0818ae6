import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Conversation } from '../../../src/main/assistant/conversation';
import { estimateTokens, keep, TOKEN_BUDGET, tokensOf } from '../../../src/main/assistant/conversation';

const turn = (n: number, prompt = `Question ${n}`, heard = `Answer ${n}`) => ({ turn: n, prompt, heard });

describe('the conversation that a new session is told', () => {
  it('keeps what was heard of each answer, in the order of the questions', () => {
    const all = [turn(2), turn(1), turn(3)].reduce(
      (known, exchange) => keep(known, exchange),
      [] as Conversation,
    );
    expect(all).toEqual([turn(1), turn(2), turn(3)]);
  });

  it('takes the better knowledge of a turn in place of the former', () => {
    const known = keep(keep([], turn(1, 'Hello', 'Good')), turn(1, 'Hello', 'Good day'));
    expect(known).toEqual([turn(1, 'Hello', 'Good day')]);
  });

  it('keeps the beginning of a question that is too long by itself, no character cut in two', () => {
    const [only] = keep([], turn(1, '👋🏽 '.repeat(20_000), 'Yes.'));
    expect(only?.prompt).toMatch(/^(?:👋🏽 )+(?:👋|👋🏽)?…$/u);
    expect(only?.heard).toBe('Yes.');
    expect(only === undefined ? 0 : tokensOf(only)).toBeLessThanOrEqual(TOKEN_BUDGET);
  });

  it('is bounded, and forgets the oldest first', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 400 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 40, max: 600 }),
        (pairs, budget) => {
          const exchanges = pairs.map(([prompt, heard], i) => turn(i + 1, prompt, heard));
          const kept = exchanges.reduce(
            (known, exchange) => keep(known, exchange, budget),
            [] as Conversation,
          );
          expect(kept.reduce((sum, exchange) => sum + tokensOf(exchange), 0)).toBeLessThanOrEqual(budget);
          const first = exchanges.length - kept.length;
          expect(kept.map((exchange) => exchange.turn)).toEqual(
            exchanges.slice(first).map((exchange) => exchange.turn),
          );
          if (kept.length > 1) expect(kept.slice(1)).toEqual(exchanges.slice(first + 1));
        },
      ),
    );
  });

  it('counts rather too many tokens than too few', () => {
    expect(estimateTokens('The quick brown fox jumps over the lazy dog.')).toBeGreaterThanOrEqual(10);
    expect(estimateTokens('今天天气很好')).toBe(6);
    expect(estimateTokens('')).toBe(0);
  });
});
