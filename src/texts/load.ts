import type { Language } from '../preload/contract';
import type { SettingsTexts, Texts } from './texts';

/** Fetches one language, and no other: for the pages, which are built with a file for each. */
export async function loadTexts(language: Language): Promise<Texts> {
  switch (language) {
    case 'en':
      return (await import('./en')).en;
  }
}

/** What only the settings window says: a file of its own, which the popup does without. */
export async function loadSettingsTexts(language: Language): Promise<SettingsTexts> {
  switch (language) {
    case 'en':
      return (await import('./en/settings')).settings;
  }
}
