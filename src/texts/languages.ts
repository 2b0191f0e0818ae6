import type { Language } from '../preload/contract';

/** Each language's own name for itself, and the way it is written. To add one: a row here, a folder beside `en`. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  ja: { name: '日本語', direction: 'ltr' },
  'zh-Hans': { name: '简体中文', direction: 'ltr' },
} as const satisfies Record<Language, { name: string; direction: 'ltr' | 'rtl' }>;

/** What a user chooses: one language, or whatever the system speaks. */
export type LanguageChoice = 'system' | Language;

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

/** The language of a setting (pure): one that this Aloud does not speak is as good as none. */
export function wantedLanguage(setting: string, preferred: readonly string[]): Language {
  return chosenLanguage(isLanguage(setting) ? setting : 'system', preferred);
}

/**
 * The language to speak (pure). `preferred` are the user's languages as the system knows them, the dearest first; of
 * those that Aloud does not speak, the next one holds, and at last English.
 */
export function chosenLanguage(choice: LanguageChoice, preferred: readonly string[]): Language {
  if (choice !== 'system') return choice;
  for (const tag of preferred) {
    const language = spokenLanguage(tag);
    if (language !== null) return language;
  }
  return 'en';
}

/**
 * The language of Aloud that reads like `tag`, or null. Where a language is written in several scripts, ours must be the
 * one: whoever reads traditional Chinese is served better by the next language, English at last, than by simplified.
 */
function spokenLanguage(tag: string): Language | null {
  let locale: Intl.Locale;
  try {
    locale = new Intl.Locale(tag).maximize();
  } catch {
    // `C` and the like, of a system that was told no language.
    return null;
  }
  const { language, script } = locale;
  if (isLanguage(language)) return language;
  const written = `${language}-${script}`;
  return isLanguage(written) ? written : null;
}
