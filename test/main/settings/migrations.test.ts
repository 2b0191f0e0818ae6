import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Migration } from '../../../src/main/settings/migrations';
import { migrate, SETTINGS_MIGRATIONS } from '../../../src/main/settings/migrations';
import { OPENAI_PROFILE } from '../../../src/main/settings/profile';
import { DEFAULT_SETTINGS, SETTINGS_VERSION, settingsSchema } from '../../../src/main/settings/schema';

const schema = z.strictObject({ version: z.literal(3), name: z.string(), loud: z.boolean() });
const defaults = { version: 3 as const, name: 'x', loud: false };
const steps: readonly Migration[] = [
  ({ title, ...file }) => ({ ...file, name: title }),
  ({ volume, ...file }) => ({ ...file, loud: volume === 11 }),
];

describe('migrate', () => {
  it.each([
    [
      { version: 1, title: 'a', volume: 11 },
      { version: 3, name: 'a', loud: true },
    ],
    [
      { version: 2, name: 'b', volume: 3 },
      { version: 3, name: 'b', loud: false },
    ],
    [
      { version: 3, name: 'c', loud: true },
      { version: 3, name: 'c', loud: true },
    ],
    [
      { version: 3, name: 'd' },
      { version: 3, name: 'd', loud: false },
    ],
  ])('brings %j up to date', (file, value) => {
    expect(migrate(file, schema, defaults, steps)).toEqual({ kind: 'ok', value });
  });

  it.each([
    {},
    { version: '3', name: 'a', loud: true },
    { version: 0, name: 'a', loud: true },
    { version: 1.5 },
    { version: 3, name: 7, loud: true },
    { version: 3, name: 'a', loud: true, stray: 1 },
  ])('calls %j damaged', (file) => {
    expect(migrate(file, schema, defaults, steps)).toEqual({ kind: 'damaged' });
  });

  it('tells a file of a newer program from a damaged one', () => {
    expect(migrate({ version: 4, name: 'a' }, schema, defaults, steps)).toEqual({ kind: 'too-new' });
  });
});

describe('the settings', () => {
  it('have a version that fits their migrations, and defaults that fit their schema', () => {
    expect(SETTINGS_MIGRATIONS).toHaveLength(SETTINGS_VERSION - 1);
    expect(settingsSchema.parse(DEFAULT_SETTINGS)).toEqual(DEFAULT_SETTINGS);
  });

  it('are either whole or damaged, whatever the file holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.boolean(), (file, versioned) => {
        const raw = versioned ? { ...file, version: SETTINGS_VERSION } : file;
        const migrated = migrate(raw, settingsSchema, DEFAULT_SETTINGS, SETTINGS_MIGRATIONS);
        if (migrated.kind === 'ok') expect(settingsSchema.safeParse(migrated.value).success).toBe(true);
      }),
    );
  });

  it.each([
    { volume: -0.1 },
    { volume: 1.1 },
    { speed: 2 },
    { source: 'azure' },
    { hotkey: '' },
    { muted: 'yes' },
    { key: 'sk-123' },
  ])('refuse %j', (change) => {
    expect(settingsSchema.safeParse({ ...DEFAULT_SETTINGS, ...change }).success).toBe(false);
  });
});

describe('a file of version 1', () => {
  const former = {
    version: 1,
    source: 'openai',
    muted: true,
    hotkey: 'Alt+Space',
    model: 'gpt-realtime-mini',
    voice: 'cedar',
    speed: 1.2,
    instructions: 'Be brief.',
  };

  it('keeps how OpenAI answers, in the profile of OpenAI', () => {
    const migrated = migrate(former, settingsSchema, DEFAULT_SETTINGS, SETTINGS_MIGRATIONS);
    expect(migrated).toEqual({
      kind: 'ok',
      value: {
        ...DEFAULT_SETTINGS,
        source: 'openai',
        muted: true,
        hotkey: 'Alt+Space',
        profile: 'openai',
        profiles: [
          {
            ...OPENAI_PROFILE,
            model: 'gpt-realtime-mini',
            voice: 'cedar',
            speed: 1.2,
            instructions: 'Be brief.',
          },
        ],
      },
    });
  });

  it('that says nothing of it takes what Aloud recommends', () => {
    expect(migrate({ version: 1 }, settingsSchema, DEFAULT_SETTINGS, SETTINGS_MIGRATIONS)).toEqual({
      kind: 'ok',
      value: DEFAULT_SETTINGS,
    });
  });
});
