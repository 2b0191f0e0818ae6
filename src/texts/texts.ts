import type { en } from './en';
import type { settings } from './en/settings';

/** What every language has to say: the keys of English, with the same parameters. */
export type Texts = typeof en;

/** What only the settings window has to say: the keys of English here, too. */
export type SettingsTexts = typeof settings;
