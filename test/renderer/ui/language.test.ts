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
  const texts = await bring();
  expect(language.value).toEqual({ language: 'en', texts });
});

test('the former texts stay until the next are there, and the last that was wanted holds', async () => {
  const wanted = signal<Language | null>('en');
  const { load, wanted: asked, bring } = library();
  const language = followLanguage(wanted, load);
  const english = await bring();
  wanted.value = 'de';
  wanted.value = 'ja';
  expect(asked()).toEqual(['de', 'ja']);
  expect(language.value).toEqual({ language: 'en', texts: english });
  await bring();
  expect(language.value).toEqual({ language: 'en', texts: english });
  const japanese = await bring();
  expect(language.value).toEqual({ language: 'ja', texts: japanese });
});

test('the document says what it is written in', () => {
  markDocument(document, 'zh-Hans');
  expect(document.documentElement.lang).toBe('zh-Hans');
  expect(document.documentElement.dir).toBe('ltr');
});
