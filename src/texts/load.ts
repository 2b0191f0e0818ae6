import type { Language } from '../preload/contract';
import type { SettingsTexts, Texts } from './texts';

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

/** What only the settings window says: a file of its own, which the popup does without. */
export async function loadSettingsTexts(language: Language): Promise<SettingsTexts> {
  switch (language) {
    case 'en':
      return (await import('./en/settings')).settings;
    case 'de':
      return (await import('./de/settings')).settings;
    case 'es':
      return (await import('./es/settings')).settings;
    case 'fr':
      return (await import('./fr/settings')).settings;
    case 'ja':
      return (await import('./ja/settings')).settings;
    case 'zh-Hans':
      return (await import('./zh-Hans/settings')).settings;
  }
}
