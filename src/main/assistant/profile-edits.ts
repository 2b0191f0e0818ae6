import type { FieldProblem, ProfileChange } from '../../preload/settings-contract';
import { fieldProblems } from '../settings/field-problems';
import type { Profile, ProfileDraft } from '../settings/profile';
import { profileDraftSchema, profileSchema, RECOMMENDED } from '../settings/profile';
import { MOST_PROFILES } from '../settings/schema';
import { originOf } from './endpoint';

export type Edited =
  | { kind: 'ok'; profile: Profile }
  | { kind: 'refused'; problems: readonly FieldProblem[] };

/** A new profile beside those that there are (pure), or why there is none. */
export function newProfile(
  profiles: readonly Profile[],
  draft: ProfileDraft,
): Edited | { kind: 'full'; limit: number } {
  if (profiles.length >= MOST_PROFILES) return { kind: 'full', limit: MOST_PROFILES };
  const read = profileDraftSchema.safeParse(draft);
  if (!read.success) return { kind: 'refused', problems: fieldProblems(read.error) };
  const edited = parsed({ ...RECOMMENDED, ...read.data, id: freeId(read.data.kind, profiles) });
  return edited.kind === 'ok' ? reachable(edited) : edited;
}

/** The profile with some fields changed (pure), or what is wrong with them. */
export function changedProfile(profile: Profile, change: ProfileChange): Edited {
  const edited = parsed({ ...profile, ...change });
  // What a hand wrote into the file does not stand in the way of other fields.
  return edited.kind === 'ok' && serverOf(edited.profile) !== serverOf(profile) ? reachable(edited) : edited;
}

/**
 * What a change of the profile in use means for the connection (pure): `none`, `new-session` for how it answers, and
 * `new-server` for another one, which is told nothing of what was said to the former.
 */
export function effectOf(former: Profile, next: Profile): 'none' | 'new-session' | 'new-server' {
  if (serverOf(former) !== serverOf(next)) return 'new-server';
  return answersOf(former) === answersOf(next) ? 'none' : 'new-session';
}

function serverOf(profile: Profile): string {
  switch (profile.kind) {
    case 'openai':
      return profile.kind;
    case 'azure':
      return JSON.stringify([profile.resource, profile.apiVersion]);
    case 'compatible':
      return JSON.stringify([profile.url, profile.dialect, profile.insecureKey]);
    default:
      return profile satisfies never;
  }
}

function answersOf({ model, voice, speed, instructions, maxOutputTokens }: Profile): string {
  return JSON.stringify([model, voice, speed, instructions, maxOutputTokens]);
}

function parsed(candidate: unknown): Edited {
  const read = profileSchema.safeParse(candidate);
  return read.success
    ? { kind: 'ok', profile: read.data }
    : { kind: 'refused', problems: fieldProblems(read.error) };
}

/** The settings file may hold any text; what is typed here is to be an address as well. */
function reachable(edited: Extract<Edited, { kind: 'ok' }>): Edited {
  if (originOf(edited.profile) !== null) return edited;
  const field = edited.profile.kind === 'azure' ? 'resource' : 'url';
  return { kind: 'refused', problems: [{ field, fault: 'bad-address', limit: null }] };
}

/** `azure`, `azure-2`, …: it names the key's file, so that it never holds what was typed. */
function freeId(kind: Profile['kind'], profiles: readonly Profile[]): string {
  const taken = new Set(profiles.map(({ id }) => id));
  let id: string = kind;
  for (let number = 2; taken.has(id); number += 1) id = `${kind}-${number}`;
  return id;
}
