import type { Language } from '../preload/contract';
import type { SettingsTexts } from './texts';

/** What only the settings window says. In a file apart, or the popup would carry the names of all that it never fetches. */
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
