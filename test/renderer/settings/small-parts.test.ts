import { describe, expect, test } from 'vitest';
import { OFFER } from '../../../src/main/realtime/models';
import { draftOf, emptyForm, formProblems } from '../../../src/renderer/settings/draft-service';
import { comboMove } from '../../../src/renderer/settings/parts/combo-move';
import { SECTIONS, sectionAfterKey } from '../../../src/renderer/settings/sections';
import { serverName } from '../../../src/renderer/settings/server-name';
import {
  chosenLength,
  lengthOptions,
  modelSuggestions,
  voiceSuggestions,
} from '../../../src/renderer/settings/voice-options';
import { settings } from '../../../src/texts/en/settings';
import { settingsSnapshot } from '../../fakes/settings-snapshot';

const [profile] = settingsSnapshot().profiles;
if (profile === undefined) throw new Error('There is a profile.');

describe('the keys of a combobox', () => {
  const closed = { active: null, current: -1, count: 3 };
  test.each([
    ['ArrowDown', closed, { kind: 'open', active: 0 }],
    ['ArrowUp', closed, { kind: 'open', active: 2 }],
    ['ArrowDown', { ...closed, current: 1 }, { kind: 'open', active: 1 }],
    ['ArrowDown', { ...closed, active: 2 }, { kind: 'open', active: 0 }],
    ['ArrowUp', { ...closed, active: 0 }, { kind: 'open', active: 2 }],
    ['ArrowDown', { ...closed, active: -1 }, { kind: 'open', active: 0 }],
    ['ArrowDown', { ...closed, count: 0 }, null],
    ['Escape', { ...closed, active: 1 }, { kind: 'close' }],
    ['Escape', closed, { kind: 'undo' }],
    ['Enter', closed, { kind: 'commit' }],
    ['a', { ...closed, active: 1 }, null],
  ] as const)('%s in %j', (key, state, move) => {
    expect(comboMove(key, state)).toEqual(move);
  });
});

describe('what is offered', () => {
  test('begins with what is recommended, and tells what speaks for and against the others', () => {
    expect(voiceSuggestions(OFFER, settings.voice)[0]).toEqual({
      value: '',
      label: 'marin',
      note: 'recommended',
    });
    const models = modelSuggestions(OFFER, settings.voice);
    expect(models.map(({ value }) => value)).toEqual(['', ...OFFER.models.slice(1).map(({ id }) => id)]);
    expect(models.find(({ value }) => value === 'gpt-realtime-mini')?.note).toBe(
      'cheaper · ends Jan 20, 2027',
    );
    expect(models.find(({ value }) => value === 'gpt-realtime-2')?.note).toBeNull();
  });

  test.each([null, 600, 6_000, 777])('has the present length %s among its own', (present) => {
    const options = lengthOptions(present, settings.voice);
    expect(options.filter(({ value }) => chosenLength(value) === present)).toHaveLength(1);
    expect(new Set(options.map(({ label }) => label)).size).toBe(options.length);
  });
});

describe('a new service', () => {
  test.each(['openai', 'azure', 'compatible'] as const)('of kind %s has what its kind needs', (kind) => {
    const draft = draftOf({ ...emptyForm(kind, settings), address: 'wss://a.test', model: ' ' });
    expect(draft).toMatchObject({ kind, name: settings.services.kinds[kind], model: null });
  });

  test('shows the problem of any address at its address', () => {
    const problems = [
      { field: 'url', fault: 'bad-address', limit: null },
      { field: 'name', fault: 'too-long', limit: 60 },
    ] as const;
    expect(formProblems(problems, settings)).toEqual({
      address: expect.stringMatching(/^This is no address/u),
      name: 'This is too long: 60 characters is the limit.',
    });
  });

  test.each([
    [
      { ...profile, kind: 'azure', resource: 'work.openai.azure.com/x', apiVersion: null },
      'work.openai.azure.com',
    ],
    [
      { ...profile, kind: 'compatible', url: 'ws://127.0.0.1:8080/v1', dialect: 'auto', insecureKey: false },
      '127.0.0.1:8080',
    ],
    [
      { ...profile, kind: 'compatible', url: 'not an address', dialect: 'auto', insecureKey: false },
      'not an address',
    ],
    [profile, 'api.openai.com'],
  ] as const)('is known by its server', (service, name) => {
    expect(serverName(service)).toBe(name);
  });
});

test('the keys of the sections go round', () => {
  const walk = SECTIONS.map((section) => sectionAfterKey(section, 'ArrowDown'));
  expect(walk).toEqual([...SECTIONS.slice(1), SECTIONS[0]]);
  expect(SECTIONS.map((section) => sectionAfterKey(section, 'ArrowUp'))).toEqual([
    SECTIONS.at(-1),
    ...SECTIONS.slice(0, -1),
  ]);
  expect(sectionAfterKey('sound', 'Home')).toBe('account');
  expect(sectionAfterKey('sound', 'End')).toBe('general');
  expect(sectionAfterKey('sound', 'x')).toBeNull();
});
