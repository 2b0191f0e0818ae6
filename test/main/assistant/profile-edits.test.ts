import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changedProfile, effectOf, newProfile } from '../../../src/main/assistant/profile-edits';
import type { Profile } from '../../../src/main/settings/profile';
import { OPENAI_PROFILE, profileSchema, RECOMMENDED } from '../../../src/main/settings/profile';
import { MOST_PROFILES } from '../../../src/main/settings/schema';

const SERVER: Profile = {
  ...RECOMMENDED,
  id: 'compatible',
  name: 'Mine',
  kind: 'compatible',
  url: 'wss://one.test/v1/realtime',
  dialect: 'auto',
  insecureKey: false,
};
const AZURE: Profile = {
  ...RECOMMENDED,
  id: 'azure',
  name: 'Work',
  kind: 'azure',
  resource: 'https://work.openai.azure.com',
  apiVersion: null,
};

describe('a new profile', () => {
  it('answers as recommended, under an id that is free and says nothing', () => {
    const draft = { kind: 'openai', name: ' Second ', model: null } as const;
    const added = newProfile([OPENAI_PROFILE], draft);
    expect(added).toEqual({ kind: 'ok', profile: { ...OPENAI_PROFILE, id: 'openai-2', name: 'Second' } });
  });

  it.each([
    [{ kind: 'azure', name: 'A', model: null, resource: 'not a host', apiVersion: null }, 'resource'],
    [{ kind: 'azure', name: 'A', model: null, resource: 'http://a.test', apiVersion: null }, 'resource'],
    [
      {
        kind: 'compatible',
        name: 'A',
        model: null,
        url: 'https://a.test',
        dialect: 'auto',
        insecureKey: false,
      },
      'url',
    ],
    [
      {
        kind: 'compatible',
        name: 'A',
        model: null,
        url: 'wss://me:pw@a.test',
        dialect: 'auto',
        insecureKey: false,
      },
      'url',
    ],
  ] as const)('needs an address that can be connected to: %j', (draft, field) => {
    expect(newProfile([], draft)).toEqual({
      kind: 'refused',
      problems: [{ field, fault: 'bad-address', limit: null }],
    });
  });

  it('tells every field that is wrong', () => {
    const draft = { kind: 'azure', name: '', model: '', resource: '', apiVersion: 'x' } as const;
    const added = newProfile([], draft);
    const fields = added.kind === 'refused' ? added.problems.map(({ field }) => field) : [];
    expect(fields.toSorted()).toEqual(['apiVersion', 'model', 'name', 'resource']);
  });

  it('is not made beyond the most that are kept', () => {
    const many = Array.from({ length: MOST_PROFILES }, () => OPENAI_PROFILE);
    expect(newProfile(many, { kind: 'openai', name: 'A', model: null })).toEqual({
      kind: 'full',
      limit: MOST_PROFILES,
    });
  });

  it('has an id that no other has, whatever there is', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('openai', 'openai-2', 'openai-3', 'openai-4', 'azure')),
        (ids) => {
          const added = newProfile(
            ids.map((id) => ({ ...OPENAI_PROFILE, id })),
            { kind: 'openai', name: 'A', model: null },
          );
          expect(added.kind).toBe('ok');
          if (added.kind === 'ok') expect(ids).not.toContain(added.profile.id);
        },
      ),
    );
  });
});

describe('a change of a profile', () => {
  it('is checked as a whole, and leaves its id and service alone', () => {
    expect(changedProfile(SERVER, { voice: ' cedar ', speed: 1.25 })).toEqual({
      kind: 'ok',
      profile: { ...SERVER, voice: 'cedar', speed: 1.25 },
    });
    expect(changedProfile(OPENAI_PROFILE, { url: 'wss://other.test' })).toMatchObject({ kind: 'refused' });
    expect(changedProfile(AZURE, { resource: 'nowhere at all' })).toMatchObject({ kind: 'refused' });
  });

  it('is taken beside an address that a hand wrote into the file', () => {
    const broken: Profile = { ...SERVER, url: 'not yet' };
    expect(changedProfile(broken, { name: 'Later' })).toMatchObject({ kind: 'ok' });
    expect(changedProfile(broken, { url: 'still not' })).toMatchObject({ kind: 'refused' });
  });

  it('never makes what the settings could not hold', () => {
    const change = fc.record(
      {
        name: fc.string(),
        voice: fc.option(fc.string()),
        speed: fc.double(),
        maxOutputTokens: fc.option(fc.double()),
        url: fc.oneof(fc.string(), fc.webUrl()),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(change, (fields) => {
        const edited = changedProfile(SERVER, fields);
        if (edited.kind === 'ok') expect(profileSchema.safeParse(edited.profile).success).toBe(true);
        else expect(edited.problems.length).toBeGreaterThan(0);
      }),
    );
  });
});

describe('what a change means for the connection', () => {
  it.each([
    [SERVER, { name: 'Other' }, 'none'],
    [SERVER, { voice: 'cedar' }, 'new-session'],
    [SERVER, { model: 'other' }, 'new-session'],
    [SERVER, { url: 'wss://two.test' }, 'new-server'],
    [SERVER, { dialect: 'beta' }, 'new-server'],
    [SERVER, { insecureKey: true }, 'new-server'],
    [AZURE, { model: 'deployment' }, 'new-session'],
    [AZURE, { apiVersion: '2024-10-01-preview' }, 'new-server'],
    [OPENAI_PROFILE, { instructions: 'Be brief.' }, 'new-session'],
  ] as const)('%#', (profile, change, effect) => {
    expect(effectOf(profile, { ...profile, ...change } as Profile)).toBe(effect);
  });
});
