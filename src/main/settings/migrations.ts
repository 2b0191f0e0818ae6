import type { z } from 'zod';
import { OPENAI_PROFILE } from './profile';

/** A file as it was read: an object of which nothing else is known. */
export type RawFile = Readonly<Record<string, unknown>>;

/** Makes a file of version N one of version N + 1 (pure). */
export type Migration = (file: RawFile) => RawFile;

/** `SETTINGS_MIGRATIONS[0]` leads from version 1 to 2, and so on; its length plus one is the present version. */
export const SETTINGS_MIGRATIONS: readonly Migration[] = [intoProfiles, wholeMinutes];

/** 1 → 2: there was one service, and how it answers belongs to its profile. */
function intoProfiles({ model, voice, speed, instructions, ...file }: RawFile): RawFile {
  const given = Object.entries({ model, voice, speed, instructions }).filter(
    ([, value]) => value !== undefined,
  );
  return {
    ...file,
    profiles: [{ ...OPENAI_PROFILE, ...Object.fromEntries(given) }],
    profile: OPENAI_PROFILE.id,
  };
}

/** 2 → 3: the minutes of an idle connection are whole, as the settings window shows them. What is new has its default. */
function wholeMinutes({ idleMinutes, ...file }: RawFile): RawFile {
  if (typeof idleMinutes !== 'number') return idleMinutes === undefined ? file : { ...file, idleMinutes };
  return { ...file, idleMinutes: Math.round(idleMinutes) };
}

export type Migrated<T> =
  | { kind: 'ok'; value: T }
  /** It does not hold what it should. */
  | { kind: 'damaged' }
  /** Written by a newer program: what it means is not known here. */
  | { kind: 'too-new' };

/**
 * Brings a file of any earlier version to the present one and checks it (pure). A field that is missing takes its
 * default, so that a new optional setting needs no migration; a wrong or unknown one makes the file damaged.
 */
export function migrate<T extends { version: number }>(
  file: RawFile,
  schema: z.ZodType<T>,
  defaults: T,
  migrations: readonly Migration[],
): Migrated<T> {
  const { version } = file;
  const present = migrations.length + 1;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { kind: 'damaged' };
  if (version > present) return { kind: 'too-new' };
  let current = file;
  for (const [step, migration] of migrations.slice(version - 1).entries()) {
    current = { ...migration(current), version: version + step + 1 };
  }
  const parsed = schema.safeParse({ ...defaults, ...current });
  return parsed.success ? { kind: 'ok', value: parsed.data } : { kind: 'damaged' };
}
