import { z } from 'zod';

/** The version of the file's layout. A change of it needs a step in `migrations.ts`. */
export const SETTINGS_VERSION = 1;

/** What the settings file holds. Never a key, never a word that the user typed to be answered. */
export const settingsSchema = z.strictObject({
  version: z.literal(SETTINGS_VERSION),
  /** Whose voice answers; null until the user has chosen. */
  source: z.enum(['demo', 'openai']).nullable(),
  muted: z.boolean(),
  /** 0 to 1. */
  volume: z.number().min(0).max(1),
  /** The device that the user chose; null follows the system. Found again by its id, or else by its name. */
  output: z.strictObject({ id: z.string().min(1).max(256), name: z.string().max(256) }).nullable(),
  /** As Electron writes it. One that cannot be registered is replaced at run time, not here. */
  hotkey: z.string().min(1).max(64),
  /** Null for the one that Aloud recommends, which changes with the program and not with this file. */
  model: z.string().min(1).max(200).nullable(),
  /** The name of the service's voice; null for the recommended one. */
  voice: z.string().min(1).max(100).nullable(),
  /** 1 is the natural speed; the service takes 0.25 to 1.5. */
  speed: z.number().min(0.25).max(1.5),
  /** An unused connection is closed after so many minutes. */
  idleMinutes: z.number().min(1).max(240),
  /** How to answer, in the user's words; null for Aloud's own. */
  instructions: z.string().max(10_000).nullable(),
});

export type Settings = Readonly<z.output<typeof settingsSchema>>;

export const DEFAULT_SETTINGS: Settings = {
  version: SETTINGS_VERSION,
  source: null,
  muted: false,
  volume: 1,
  output: null,
  hotkey: 'CommandOrControl+Shift+Space',
  model: null,
  voice: null,
  speed: 1,
  idleMinutes: 5,
  instructions: null,
};
