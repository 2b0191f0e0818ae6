import { describe, expect, test } from 'vitest';
import { formats } from '../../src/texts/formats';

const { count, duration, percent, plural, short, wait } = formats('en');

test.each([
  [0, '0 ms'],
  [180.4, '180 ms'],
  [994, '994 ms'],
  [996, '1.0 sec'],
  [1_440, '1.4 sec'],
  [9_960, '10 sec'],
  [61_000, '61 sec'],
])('%d ms took %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test.each([
  [1, '1 second'],
  [1_001, '2 seconds'],
  [119_000, '119 seconds'],
  [120_000, '2 minutes'],
  [361_000, '7 minutes'],
  [7_200_000, '2 hours'],
])('%i ms is a wait of %s', (ms, text) => {
  expect(wait(ms)).toBe(text);
});

test('numbers are written as the language does', () => {
  expect([count(3_200), percent(75), short(8, 'second'), short(2, 'minute')]).toEqual([
    '3,200',
    '75%',
    '8 sec',
    '2 min',
  ]);
  const german = formats('de');
  expect([german.count(3_200), german.percent(75), german.duration(1_440)]).toEqual([
    '3.200',
    '75\u00a0%',
    '1,4 Sek.',
  ]);
});

describe('a word that is counted', () => {
  test('has the form that the number wants', () => {
    const forms = { one: 'character', other: 'characters' };
    expect([0, 1, 2].map((n) => plural(n, forms))).toEqual(['characters', 'character', 'characters']);
    // French counts nothing as one.
    expect(formats('fr').plural(0, { one: 'caractère', other: 'caractères' })).toBe('caractère');
  });

  test('has one form at least', () => {
    expect(plural(1, { other: 'characters' })).toBe('characters');
  });
});
