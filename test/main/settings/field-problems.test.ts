import { expect, it } from 'vitest';
import { fieldProblems } from '../../../src/main/settings/field-problems';
import { profileSchema } from '../../../src/main/settings/profile';
import { DEFAULT_SETTINGS, preferencesOf, preferencesSchema } from '../../../src/main/settings/schema';

const preferences = preferencesOf(DEFAULT_SETTINGS);
const azure = {
  ...DEFAULT_SETTINGS.profiles[0],
  kind: 'azure',
  resource: 'https://a.test',
  apiVersion: null,
};

it.each([
  [{ idleMinutes: 0 }, [{ field: 'idleMinutes', fault: 'too-small', limit: 1 }]],
  [{ idleMinutes: 1000 }, [{ field: 'idleMinutes', fault: 'too-large', limit: 240 }]],
  [{ idleMinutes: 2.5 }, [{ field: 'idleMinutes', fault: 'not-whole', limit: null }]],
  [{ idleMinutes: Number.NaN }, [{ field: 'idleMinutes', fault: 'wrong', limit: null }]],
  [{ theme: 'pink' }, [{ field: 'theme', fault: 'wrong', limit: null }]],
  [{ key: 'sk' }, [{ field: 'key', fault: 'wrong', limit: null }]],
])('tells the field, the fault and the bound of %j', (change, problems) => {
  const read = preferencesSchema.safeParse({ ...preferences, ...change });
  expect(read.error && fieldProblems(read.error)).toEqual(problems);
});

it.each([
  [{ name: '  ' }, [{ field: 'name', fault: 'missing', limit: null }]],
  [{ name: 'x'.repeat(61) }, [{ field: 'name', fault: 'too-long', limit: 60 }]],
  [{ apiVersion: 'v1' }, [{ field: 'apiVersion', fault: 'bad-version', limit: null }]],
  [
    { speed: 3, voice: '' },
    [
      { field: 'voice', fault: 'missing', limit: null },
      { field: 'speed', fault: 'too-large', limit: 1.5 },
    ],
  ],
  [{ url: 'wss://b.test' }, [{ field: 'url', fault: 'wrong', limit: null }]],
])('tells those of a profile with %j', (change, problems) => {
  const read = profileSchema.safeParse({ ...azure, ...change });
  expect(read.error && fieldProblems(read.error)).toEqual(problems);
});
