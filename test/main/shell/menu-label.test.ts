import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LABEL, menuLabel } from '../../../src/main/shell/menu-label';

describe('a label', () => {
  it.each([
    ['Why is the sky blue?', 'Why is the sky blue?'],
    ['  one\n\ttwo\u2028three ', 'one two three'],
    ['a\u202eb\u0007c', 'a b c'],
    ['👩‍👩‍👧‍👦 🇩🇪 ❤️', '👩‍👩‍👧‍👦 🇩🇪 ❤️'],
    ['שלום עולם', 'שלום עולם'],
    ['你好，世界', '你好，世界'],
  ])('of %j is %j', (text, label) => {
    expect(menuLabel(text)).toBe(label);
  });

  it.each(['', ' \n\t', '\u202e\u0000', '\ud800'])('of %j is none', (text) => {
    expect(menuLabel(text)).toBeNull();
  });

  it('is cut between signs, also of a text without end', () => {
    expect(menuLabel('👩‍👩‍👧‍👦'.repeat(60))).toBe(`${'👩‍👩‍👧‍👦'.repeat(LONGEST_LABEL - 1)}…`);
    expect(menuLabel('word '.repeat(100_000))).toMatch(/^word word .*…$/u);
  });

  it('is one line of a bearable length, whatever was written', () => {
    const characters = new Intl.Segmenter();
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const label = menuLabel(text);
        if (label === null) return;
        expect(label).not.toMatch(/[\r\n\t\u2028\u2029\u202a-\u202e]/u);
        expect([...characters.segment(label)].length).toBeLessThanOrEqual(LONGEST_LABEL);
        expect(label.trim()).toBe(label);
      }),
    );
  });
});
