import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chosenLanguage, isLanguage } from '../../src/texts/languages';

test.each<[string[], string]>([
  [['en-GB'], 'en'],
  [['de-AT', 'en'], 'de'],
  [['es-419'], 'es'],
  [['fr'], 'fr'],
  [['ja-JP', 'en-US'], 'ja'],
  [['zh'], 'zh-Hans'],
  [['zh-CN'], 'zh-Hans'],
  [['zh-Hans-SG'], 'zh-Hans'],
  // The next one that Aloud speaks.
  [['pt-BR', 'es-ES', 'en-US'], 'es'],
  [['pt-BR', 'en-US', 'es-ES'], 'en'],
  [['it-IT'], 'en'],
  [[], 'en'],
  [['C', 'c', '', 'not a language'], 'en'],
  // Whoever reads traditional Chinese does not want simplified.
  [['zh-TW'], 'en'],
  [['zh-Hant-HK', 'en-HK'], 'en'],
  [['zh-TW', 'ja-JP'], 'ja'],
  // As POSIX writes it.
  [['de_DE.UTF-8', 'fr'], 'fr'],
])('a system that speaks %j is spoken to in %s', (preferred, language) => {
  expect(chosenLanguage('system', preferred)).toBe(language);
});

test('what the user chose holds, whatever the system speaks', () => {
  expect(chosenLanguage('en', ['de-DE'])).toBe('en');
  expect(chosenLanguage('ja', [])).toBe('ja');
});

test('there is a language for every system', () => {
  fc.assert(
    fc.property(fc.array(fc.string()), (preferred) => {
      expect(isLanguage(chosenLanguage('system', preferred))).toBe(true);
    }),
  );
});
