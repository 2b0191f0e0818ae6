import { expect, test } from 'vitest';
import { countdown } from '../../../src/renderer/popup/countdown';

test.each([
  [8_000, 8, 'second', 1_000],
  [7_999, 8, 'second', 999],
  [7_001, 8, 'second', 1],
  [1_001, 2, 'second', 1],
  [1_000, 1, 'second', null],
  [250, 1, 'second', null],
  [0, 1, 'second', null],
  [-5_000, 1, 'second', null],
  [90_000, 90, 'second', 1_000],
  [90_001, 2, 'minute', 1],
  [150_000, 3, 'minute', 30_000],
  [3_600_000, 60, 'minute', 60_000],
] as const)('with %i ms to go it reads %i %s for %j ms', (ms, left, unit, changesInMs) => {
  expect(countdown(1_000_000 + ms, 1_000_000)).toEqual({ left, unit, changesInMs });
});

test('never says less than what is left, nor a whole unit more, and goes down whenever it changes', () => {
  let now = 0;
  const until = 200_000;
  const read: string[] = [];
  for (;;) {
    const { left, unit, changesInMs } = countdown(until, now);
    const unitMs = unit === 'second' ? 1_000 : 60_000;
    expect(left * unitMs).toBeGreaterThanOrEqual(until - now);
    expect((left - 1) * unitMs).toBeLessThan(until - now);
    read.push(`${left} ${unit}`);
    if (changesInMs === null) break;
    expect(changesInMs).toBeGreaterThan(0);
    now += changesInMs;
  }
  expect(read.slice(0, 4)).toEqual(['4 minute', '3 minute', '2 minute', '90 second']);
  expect(read.at(-1)).toBe('1 second');
  expect(new Set(read).size).toBe(read.length);
});
