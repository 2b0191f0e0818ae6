import type { Language } from '../preload/contract';
import type { LanguageChoice } from '../preload/settings-contract';

/** Each language's own name for itself, and the way it is written. To add one: a row here, a folder beside `en`. */
export const LANGUAGES = {
  en: { name: 'English', direction: 'ltr' },
  de: { name: 'Deutsch', direction: 'ltr' },
  es: { name: 'Español', direction: 'ltr' },
  fr: { name: 'Français', direction: 'ltr' },
  ja: { name: '日本語', direction: 'ltr' },
  'zh-Hans': { name: '简体中文', direction: 'ltr' },
} as const satisfies Record<Language, { name: string; direction: 'ltr' | 'rtl' }>;

export function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(LANGUAGES, tag);
}

/** All of them, in the order in which they are offered. */
export const LANGUAGE_TAGS: readonly Language[] = Object.keys(LANGUAGES).filter(isLanguage);

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
