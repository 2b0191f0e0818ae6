import { describe, expect, test } from 'vitest';
import { loudness, MeterMotion } from '../../../src/renderer/popup/meter-motion';

const run = (motion: MeterMotion, level: number, frames: number): number[] => {
  for (let i = 0; i < frames; i++) motion.step(level, 16);
  return [...motion.heights];
};

test('loudness is 0 for silence, 1 for full scale, and even in decibels', () => {
  expect(loudness(0)).toBe(0);
  expect(loudness(Number.NaN)).toBe(0);
  expect(loudness(0.001)).toBe(0);
  expect(loudness(1)).toBe(1);
  expect(loudness(4)).toBe(1);
  expect(loudness(10 ** (-15 / 20))).toBeCloseTo(0.5);
});

describe('the meter', () => {
  test('rests in silence', () => expect(run(new MeterMotion(5), 0, 20)).toEqual([0, 0, 0, 0, 0]));

  test('rises in the middle first and highest, evenly to both sides', () => {
    const motion = new MeterMotion(5);
    const first = run(motion, 0.5, 2);
    expect(first[2]).toBeGreaterThan(0.4);
    expect(first[0]).toBe(0);
    const later = run(motion, 0.5, 20);
    expect(later[2]).toBeGreaterThan(later[1] ?? 1);
    expect(later[1]).toBeGreaterThan(later[0] ?? 1);
    expect(later[0]).toBeGreaterThan(0);
    expect(later).toEqual([...later].reverse());
  });

  test('falls more slowly than it rises, and comes to rest', () => {
    const motion = new MeterMotion(3);
    run(motion, 1, 30);
    expect(run(motion, 0, 3)[1]).toBeGreaterThan(0.6);
    expect(run(motion, 0, 100)[1]).toBeLessThan(0.01);
  });

  test('moves alike at any frame rate', () => {
    const slow = new MeterMotion(3);
    const fast = new MeterMotion(3);
    for (let i = 0; i < 10; i++) slow.step(0.3, 20);
    for (let i = 0; i < 40; i++) fast.step(0.3, 5);
    expect(slow.heights[1]).toBeCloseTo(fast.heights[1] ?? 0, 6);
  });
});
