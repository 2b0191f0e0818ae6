import type { Language } from '../preload/contract';
import { en } from './en';
import type { Texts } from './texts';

const catalogues: Record<Language, Texts> = { en };

/** A language's texts, at once: for main, which holds them all. */
export function textsIn(language: Language): Texts {
  return catalogues[language];
}
