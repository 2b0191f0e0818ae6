// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { expect, test } from 'vitest';
import type { Language } from '../../../src/preload/contract';
import { followLanguage, markDocument } from '../../../src/renderer/ui/language';
import { en } from '../../../src/texts/en';
import type { Texts } from '../../../src/texts/texts';

/** Brings each language when the test says so. */
function library() {
  const waiting: { language: Language; bring: (texts: Texts) => void }[] = [];
  return {
    load: (language: Language) => new Promise<Texts>((bring) => waiting.push({ language, bring })),
    wanted: () => waiting.map(({ language }) => language),
    async bring(): Promise<Texts> {
      const texts = { ...en };
      waiting.shift()?.bring(texts);
      await Promise.resolve();
      return texts;
    },
  };
}

test('nothing is fetched before a language is wanted, and each as it is wanted', async () => {
  const wanted = signal<Language | null>(null);
  const { load, wanted: asked, bring } = library();
  const language = followLanguage(wanted, load);
  expect(asked()).toEqual([]);
  wanted.value = 'en';
  expect(asked()).toEqual(['en']);
  expect(language.value).toBeNull();
  expect(language.value).toBeNull();
  const texts = await bring();
  expect(language.value).toEqual({ language: 'en', texts });
});

test('the document says what it is written in', () => {
  markDocument(document, 'en');
  expect(document.documentElement.lang).toBe('en');
  expect(document.documentElement.dir).toBe('ltr');
});
