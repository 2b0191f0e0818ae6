import type { Language } from '../preload/contract';
import type { Texts } from './texts';

/** Fetches one language, and no other: for the pages, which are built with a file for each. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return (await import('./en')).en;
    case 'de':
      return (await import('./de')).de;
    case 'es':
      return (await import('./es')).es;
    case 'fr':
      return (await import('./fr')).fr;
    case 'ja':
      return (await import('./ja')).ja;
    case 'zh-Hans':
      return (await import('./zh-Hans')).zhHans;
  }
}
