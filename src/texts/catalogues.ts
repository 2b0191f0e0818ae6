import type { Language } from '../preload/contract';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { ja } from './ja';
import type { Texts } from './texts';
import { zhHans } from './zh-Hans';

const catalogues: Record<Language, Texts> = { en, de, es, fr, ja, 'zh-Hans': zhHans };

/** A language's texts, at once: for main, which holds them all. */
export function textsIn(language: Language): Texts {
  return catalogues[language];
}
