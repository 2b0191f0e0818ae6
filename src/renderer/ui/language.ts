import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { Language } from '../../preload/contract';
import { LANGUAGES } from '../../texts/languages';
import type { Texts } from '../../texts/texts';

/** What is read now, and in which language. */
export interface ReadLanguage<T = Texts> {
  language: Language;
  texts: T;
}

/**
 * The texts of the wanted language, null until the first are there. When another is wanted, the former stay until `load`
 * has brought its texts; of several that are wanted meanwhile, the last counts.
 */
export function followLanguage<T>(
  wanted: ReadonlySignal<Language | null>,
  load: (language: Language) => Promise<T>,
): ReadonlySignal<ReadLanguage<T> | null> {
  const read = signal<ReadLanguage<T> | null>(null);
  const bring = async (language: Language): Promise<void> => {
    const texts = await load(language);
    if (wanted.peek() === language) read.value = { language, texts };
  };
  effect(() => {
    if (wanted.value !== null) void bring(wanted.value);
  });
  return read;
}

/** Tells the document, and with it fonts, line breaking and screen readers, what it is written in. */
export function markDocument({ documentElement }: Document, language: Language): void {
  documentElement.lang = language;
  documentElement.dir = LANGUAGES[language].direction;
}
