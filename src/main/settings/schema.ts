import { z } from 'zod';
import type { Profile } from './profile';
import { OPENAI_PROFILE, profileSchema } from './profile';

/** The version of the file's layout. A change of it needs a step in `migrations.ts`. */
export const SETTINGS_VERSION = 2;

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
  profiles: z.array(profileSchema).min(1).max(20),
  /** The `id` of the one that is used; of one that is not there any more, the first takes the place. */
  profile: z.string().max(40),
  /** An unused connection is closed after so many minutes. */
  idleMinutes: z.number().min(1).max(240),
});

export type Settings = Readonly<z.output<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  source: null,
  muted: false,
  volume: 1,
  output: null,
  hotkey: 'CommandOrControl+Shift+Space',
  profiles: [OPENAI_PROFILE],
  profile: OPENAI_PROFILE.id,
  idleMinutes: 5,
};

/** The profile that is used. */
export function activeProfile({ profiles, profile }: Settings): Profile {
  return profiles.find(({ id }) => id === profile) ?? profiles[0] ?? OPENAI_PROFILE;
}
