import { z } from 'zod';
import { LANGUAGE_TAGS } from '../../texts/languages';
import type { Profile } from './profile';
import { OPENAI_PROFILE, profileSchema } from './profile';

/** The version of the file's layout. A change of it needs a step in `migrations.ts`. */
export const SETTINGS_VERSION = 3;

export const MOST_PROFILES = 20;

/** What of the settings changes as it stands. Everything else has an effect of its own, and so a command. */
const preferences = {
  theme: z.enum(['system', 'light', 'dark']),
  launchAtLogin: z.boolean(),
  /** Where the popup opens: on the display of the cursor, or where it was last. */
  popupPosition: z.enum(['cursor', 'last']),
  /** The popup stays, above other windows, when another one is clicked. */
  keepOnTop: z.boolean(),
  /** An unused connection is closed after so many minutes. */
  idleMinutes: z.int().min(1).max(240),
  /** What Aloud itself is written in. */
  language: z.enum(['system', ...LANGUAGE_TAGS]),
  /** Whether newer versions are looked for. */
  updates: z.boolean(),
};

/** What the settings file holds. Never a key, never a word that the user typed to be answered. */
export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  /** Whose voice answers: the demo's, or the profile's (`openai` where that is OpenAI's); null until the user has chosen. */
  source: z.enum(['demo', 'openai', 'profile']).nullable(),
  muted: z.boolean(),
  /** 0 to 1. */
  volume: z.number().min(0).max(1),
  /** The device that the user chose; null follows the system. Found again by its id, or else by its name. */
  output: z.strictObject({ id: z.string().min(1).max(256), name: z.string().max(256) }).nullable(),
  /** As Electron writes it. One that cannot be registered is replaced at run time, not here. */
  hotkey: z.string().min(1).max(64),
  /** Whom to ask, beside the demo voice. */
  profiles: z.array(profileSchema).min(1).max(MOST_PROFILES),
  /** The `id` of the one that is used; of one that is not there any more, the first takes the place. */
  profile: z.string().max(40),
  ...preferences,
});

export type Settings = Readonly<z.output<typeof settingsSchema>>;

export const preferencesSchema = z.strictObject(preferences);

export type Preferences = Readonly<z.output<typeof preferencesSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  source: null,
  muted: false,
  volume: 1,
  output: null,
  hotkey: 'CommandOrControl+Shift+Space',
  profiles: [OPENAI_PROFILE],
  profile: OPENAI_PROFILE.id,
  theme: 'system',
  launchAtLogin: false,
  popupPosition: 'cursor',
  keepOnTop: false,
  idleMinutes: 5,
  language: 'system',
  updates: true,
};

/** What of the settings changes as it stands. */
export function preferencesOf(settings: Settings): Preferences {
  const { theme, launchAtLogin, popupPosition, keepOnTop, idleMinutes, language, updates } = settings;
  return { theme, launchAtLogin, popupPosition, keepOnTop, idleMinutes, language, updates };
}

/** The profile that is used. */
export function activeProfile({ profiles, profile }: Settings): Profile {
  return profiles.find(({ id }) => id === profile) ?? profiles[0] ?? OPENAI_PROFILE;
}
