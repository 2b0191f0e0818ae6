import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resample } from '../../../../src/main/demo/voice/resample';

const RATE = 16_000;
const TARGET = 24_000;

function tone(hz: number, rate: number, seconds = 0.5): Float32Array {
  return Float32Array.from(
    { length: rate * seconds },
    (_, n) => 0.5 * Math.sin((2 * Math.PI * hz * n) / rate),
  );
}

/** Amplitude of `hz` in the middle of `samples`, under a Hann window, in dB of a half-scale sine. */
function levelDb(samples: Float32Array, hz: number, rate: number): number {
  const from = Math.floor(samples.length * 0.1);
  const length = Math.floor(samples.length * 0.8);
  let re = 0;
  let im = 0;
  let weight = 0;
  for (let n = 0; n < length; n++) {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / length);
    const value = (samples[from + n] ?? 0) * window;
    re += value * Math.cos((2 * Math.PI * hz * n) / rate);
    im += value * Math.sin((2 * Math.PI * hz * n) / rate);
    weight += window;
  }
  return 20 * Math.log10(((2 * Math.hypot(re, im)) / weight + 1e-12) / 0.5);
}

describe('16 kHz to 24 kHz', () => {
  it.each([50, 300, 1_000, 3_000, 5_000, 7_000])('passes %d Hz within 0.1 dB', (hz) => {
    expect(Math.abs(levelDb(resample(tone(hz, RATE), RATE, TARGET), hz, TARGET))).toBeLessThan(0.1);
  });

  it.each([4_500, 5_000, 6_000, 7_000, 7_900])('has no image of %d Hz above -80 dB', (hz) => {
    expect(levelDb(resample(tone(hz, RATE), RATE, TARGET), RATE - hz, TARGET)).toBeLessThan(-80);
  });

  it('keeps a constant constant in every phase', () => {
    const output = resample(new Float32Array(1_000).fill(0.5), RATE, TARGET);
    for (const sample of output.subarray(200, -200)) expect(sample).toBeCloseTo(0.5, 6);
  });

  it('keeps the time: an impulse stays where it was', () => {
    const input = new Float32Array(1_000);
    input[500] = 1;
    const output = resample(input, RATE, TARGET);
    expect(output.indexOf(Math.max(...output))).toBe(750);
  });
});

it('has no alias above -80 dB from 48 kHz to 24 kHz', () => {
  for (const hz of [12_500, 14_000, 20_000]) {
    expect(levelDb(resample(tone(hz, 48_000), 48_000, TARGET), TARGET - hz, TARGET)).toBeLessThan(-80);
  }
});

it('gives the same sound, sample for sample, at the same rate', () => {
  const input = tone(440, RATE, 0.01);
  expect(resample(input, RATE, RATE)).toEqual(input);
});

it('has the promised length and stays in bounds for any input', () => {
  fc.assert(
    fc.property(
      fc.array(fc.float({ min: -1, max: 1, noNaN: true }), { maxLength: 400 }),
      fc.constantFrom(8_000, 11_025, 16_000, 22_050, 48_000),
      (samples, rate) => {
        const output = resample(Float32Array.from(samples), rate, TARGET);
        expect(output.length).toBe(Math.round((samples.length * TARGET) / rate));
        // A sinc can overshoot, but no more than the sum of its taps.
        for (const sample of output) expect(Math.abs(sample)).toBeLessThan(4);
      },
    ),
    { numRuns: 60 },
  );
});
