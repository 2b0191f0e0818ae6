import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { heardEnd } from '../../../src/renderer/popup/heard';

describe('the heard words', () => {
  test('end with the word whose sound has begun', () => {
    expect(heardEnd('one two three', 0)).toBe(0);
    expect(heardEnd('one two three', 1)).toBe(3);
    expect(heardEnd('one two three', 3)).toBe(3);
    expect(heardEnd('one two three', 5)).toBe(7);
    expect(heardEnd('one two three', 99)).toBe(13);
  });

  test('are found where no spaces are written', () => {
    expect(heardEnd('彩虹出现了', 1)).toBe(2);
  });

  test('never end inside a character', () => {
    const family = '👨‍👩‍👧';
    for (let i = 1; i <= family.length; i++) expect(heardEnd(`${family} ok`, i)).toBe(family.length);
  });

  test('are at least what was heard, and never shrink', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(60), (text, heard) => {
        const end = heardEnd(text, heard);
        expect(end).toBeGreaterThanOrEqual(Math.min(heard, text.length));
        expect(end).toBeLessThanOrEqual(text.length);
        expect(heardEnd(text, heard + 1)).toBeGreaterThanOrEqual(end);
      }),
    );
  });
});
