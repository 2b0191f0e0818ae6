import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPhrases } from '../../../../src/main/demo/voice/phrases';
import { speakable } from '../../../../src/main/demo/voice/speakable';
import { timeWords } from '../../../../src/main/demo/voice/words';

const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 400 }),
  fc.string({ unit: 'binary', maxLength: 100 }),
);

describe('phrases', () => {
  it('end where sentences end', () => {
    expect(splitPhrases('Hello! I am 3.5 years old. Dr. Who? "Yes."\n\nBye')).toEqual([
      { text: 'Hello! ', end: 'sentence' },
      { text: 'I am 3.5 years old. ', end: 'sentence' },
      { text: 'Dr. ', end: 'sentence' },
      { text: 'Who? ', end: 'sentence' },
      { text: '"Yes."\n\n', end: 'paragraph' },
      { text: 'Bye', end: 'sentence' },
    ]);
  });

  it('are short at first, and cut at clauses', () => {
    const text = `${'one two three, '.repeat(30)}end.`;
    const phrases = splitPhrases(text);
    expect(phrases[0]?.text.length).toBeLessThanOrEqual(70);
    for (const { text: phrase, end } of phrases.slice(0, -1)) {
      expect(phrase.length).toBeLessThanOrEqual(160);
      expect(phrase).toMatch(/, $/);
      expect(end).toBe('clause');
    }
  });

  it('joined are the text, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const phrases = splitPhrases(text);
        expect(phrases.map((phrase) => phrase.text).join('')).toBe(text);
        for (const phrase of phrases) {
          expect(phrase.text).not.toBe('');
          expect(phrase.text.length).toBeLessThanOrEqual(161);
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('speakable text', () => {
  it.each([
    ['Café “naïve” — Straße', 'Cafe naive, Strasse'],
    ['12 × 12 = 144', '12 times 12 equals 144'],
    ['50% & more', '50 percent and more'],
    ['🎉🎉', ''],
    ['Привет', ''],
    ['<b>bold</b>', 'b bold /b'],
  ])('%s → %s', (text, spoken) => {
    expect(speakable(text)).toBe(spoken);
  });

  it('is printable ASCII with no long runs, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const spoken = speakable(text);
        expect(spoken).toMatch(/^[\x20-\x7e]*$/);
        for (const word of spoken.split(' ')) expect(word.length).toBeLessThanOrEqual(40);
      }),
      { numRuns: 500 },
    );
  });
});

describe('word times', () => {
  it('grow, lie within the sound, and join to the text, for any text', () => {
    fc.assert(
      fc.property(anyText, fc.nat(480_000), (text, frames) => {
        const words = timeWords(text, frames);
        expect(words.map((word) => word.text).join('')).toBe(text);
        let before = 0;
        for (const { startFrame } of words) {
          expect(startFrame).toBeGreaterThanOrEqual(before);
          expect(startFrame).toBeLessThanOrEqual(frames);
          before = startFrame;
        }
      }),
      { numRuns: 300 },
    );
  });
});
