import { expect, test } from 'vitest';
import { countdown } from '../../../src/renderer/popup/countdown';

test.each([
  [8_000, 8, 's', 1_000],
  [7_999, 8, 's', 999],
  [7_001, 8, 's', 1],
  [1_001, 2, 's', 1],
  [1_000, 1, 's', null],
  [250, 1, 's', null],
  [0, 1, 's', null],
  [-5_000, 1, 's', null],
  [90_000, 90, 's', 1_000],
  [90_001, 2, 'min', 1],
  [150_000, 3, 'min', 30_000],
  [3_600_000, 60, 'min', 60_000],
] as const)('with %i ms to go it reads %i %s for %j ms', (ms, left, unit, changesInMs) => {
  expect(countdown(1_000_000 + ms, 1_000_000)).toEqual({ left, unit, changesInMs });
});

test('never says less than what is left, nor a whole unit more, and goes down whenever it changes', () => {
  let now = 0;
  const until = 200_000;
  const read: string[] = [];
  for (;;) {
    const { left, unit, changesInMs } = countdown(until, now);
    const unitMs = unit === 's' ? 1_000 : 60_000;
    expect(left * unitMs).toBeGreaterThanOrEqual(until - now);
    expect((left - 1) * unitMs).toBeLessThan(until - now);
    read.push(`${left} ${unit}`);
    if (changesInMs === null) break;
    expect(changesInMs).toBeGreaterThan(0);
    now += changesInMs;
  }
  expect(read.slice(0, 4)).toEqual(['4 min', '3 min', '2 min', '90 s']);
  expect(read.at(-1)).toBe('1 s');
  expect(new Set(read).size).toBe(read.length);
});
