import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bestLag, compareSound, correlationAt, firstSoundMs } from '../../e2e/harness/waveform';

const RATE = 24_000;

/** Something like speech: never periodic over its length, so that only one lag is right. */
function sound(frames: number, seed = 1): Int16Array {
  let state = seed;
  let smooth = 0;
  return Int16Array.from({ length: frames }, (_, i) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    smooth += (state / 2_147_483_648 - 0.5 - smooth) * 0.2;
    return Math.round(20_000 * smooth + 3_000 * Math.sin(i / 9));
  });
}

function padded(samples: Int16Array, before: number, after: number): Int16Array {
  const all = new Int16Array(before + samples.length + after);
  all.set(samples, before);
  return all;
}

describe('the lag', () => {
  test('is found wherever the sound lies', () => {
    const reference = sound(4_000);
    fc.assert(
      fc.property(fc.nat(3_000), fc.nat(3_000), (before, after) => {
        expect(bestLag(padded(reference, before, after), reference)).toBe(before);
      }),
      { numRuns: 30 },
    );
  });

  test('is negative where the start was not recorded', () => {
    const reference = sound(8_000);
    expect(bestLag(reference.subarray(700), reference)).toBe(-700);
  });

  test('is that of the likeness, not of a louder sound of the same pitch', () => {
    const voice = (amplitude: number, drift: number) =>
      Int16Array.from({ length: 6_000 }, (_, i) => amplitude * Math.sin(i / 20 + drift * Math.sin(i / 900)));
    const quiet = voice(1_500, 3);
    const recording = new Int16Array(20_000);
    recording.set(quiet, 500);
    recording.set(voice(24_000, 2.2), 10_000);
    expect(bestLag(recording, quiet)).toBe(500);
  });

  test('of nothing is an error', () => {
    expect(() => bestLag(new Int16Array(0), sound(10))).toThrow(RangeError);
  });
});

describe('the comparison', () => {
  const reference = sound(RATE);

  test('of a perfect recording finds nothing', () => {
    const result = compareSound(padded(reference, 1_234, 999), reference, { rate: RATE });
    expect(result).toEqual({
      lag: 1_234,
      correlation: expect.closeTo(1, 6),
      missingAtStartMs: 0,
      missingAtEndMs: 0,
      longestGapMs: 0,
      clicks: 0,
    });
  });

  test('does not mind the volume', () => {
    const quiet = padded(
      reference.map((sample) => sample / 3),
      500,
      0,
    );
    expect(compareSound(quiet, reference, { rate: RATE }).correlation).toBeGreaterThan(0.999);
  });

  test.each([
    ['start', 0, 2_400, { missingAtStartMs: 100, missingAtEndMs: 0, longestGapMs: 0 }],
    ['end', RATE - 1_200, RATE, { missingAtStartMs: 0, missingAtEndMs: 50, longestGapMs: 0 }],
    ['middle', 12_000, 13_200, { missingAtStartMs: 0, missingAtEndMs: 0, longestGapMs: 50 }],
  ])('finds what is missing at the %s', (_where, from, to, expected) => {
    const holed = padded(reference, 600, 600);
    holed.fill(0, 600 + from, 600 + to);
    const result = compareSound(holed, reference, { rate: RATE });
    expect(result).toMatchObject(expected);
    expect(result.correlation).toBeLessThan(0.99);
  });

  test('finds clicks', () => {
    const clicked = padded(reference, 0, 0);
    for (const at of [5_000, 9_000]) clicked[at] = 32_000;
    expect(compareSound(clicked, reference, { rate: RATE }).clicks).toBe(2);
  });

  test('of something else does not correlate', () => {
    expect(Math.abs(compareSound(sound(RATE, 77), sound(RATE, 5), { rate: RATE }).correlation)).toBeLessThan(
      0.98,
    );
    expect(correlationAt(new Int16Array(100), sound(100), 0)).toBe(0);
  });
});

test('the first sound is told in ms', () => {
  expect(firstSoundMs(padded(Int16Array.of(1_000), 2_400, 10), RATE)).toBe(100);
  expect(firstSoundMs(new Int16Array(50), RATE)).toBe(null);
});
