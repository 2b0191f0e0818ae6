import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenLanguage, isLanguage } from '../../src/texts/languages';

test.each<[string[], string]>([
  [['en-GB'], 'en'],
  [['pt-BR', 'en-US'], 'en'],
  [[], 'en'],
  [['C', 'c', '', 'not a language'], 'en'],
  // Whoever reads traditional Chinese does not want simplified.
  [['zh-TW'], 'en'],
  [['zh-Hant-HK', 'en-HK'], 'en'],
])('a system that speaks %j is spoken to in %s', (preferred, language) => {
  expect(chosenLanguage('system', preferred)).toBe(language);
});

test('what the user chose holds, whatever the system speaks', () => {
  expect(chosenLanguage('en', ['de-DE'])).toBe('en');
});

test('there is a language for every system', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (preferred) => {
      expect(isLanguage(chosenLanguage('system', preferred))).toBe(true);
    }),
  );
});
