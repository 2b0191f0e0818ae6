import { describe, expect, it } from 'vitest';
import { examine, RESOLUTION_FRAMES } from './findings';

const RATE = 24_000;
const FADE = 144;

/** A tone that wanders below 1 kHz and never repeats: as easy to tell from its own past as speech. */
const reference = Float32Array.from({ length: 2 * RATE }, (_, i) => {
  const t = i / RATE;
  const ramp = Math.min(1, i / 24, (2 * RATE - i) / 24);
  const phase = 2 * Math.PI * (180 * t + 60 * t * t + 25 * Math.sin(2 * Math.PI * 1.7 * t));
  return ramp * (0.3 * Math.sin(phase) + 0.15 * Math.sin(2.6 * phase + 1));
});

const silence = (frames: number) => new Float32Array(frames);
const joined = (...parts: Float32Array[]) => Float32Array.from(parts.flatMap((part) => [...part]));
const faded = (part: Float32Array, direction: 'in' | 'out') =>
  part.map((sample, i) => {
    const done = direction === 'in' ? i / FADE : (part.length - 1 - i) / FADE;
    return sample * (done >= 1 ? 1 : (1 - Math.cos(Math.PI * done)) / 2);
  });

describe('what a recording shows', () => {
  it('is nothing amiss when all of it sounded', () => {
    const found = examine(reference, joined(silence(5_000), reference, silence(3_000)));
    expect(found).toMatchObject({ lostAtStart: 0, lostAtEnd: 0, lostInside: 0, repeated: 0 });
    expect(found).toMatchObject({ holes: [], clicks: [] });
    expect(Math.abs((found.onset ?? 0) - 5_000)).toBeLessThan(RESOLUTION_FRAMES);
  });

  it('is that nothing sounded', () => {
    const found = examine(reference, silence(RATE));
    expect(found).toMatchObject({ onset: null, heard: 0, lostAtStart: reference.length });
  });

  it('is a hole, where it is and how long, with the clicks of a hard cut', () => {
    const found = examine(
      reference,
      joined(
        silence(5_000),
        reference.slice(0, 20_030),
        silence(2_000),
        reference.slice(20_030),
        silence(500),
      ),
    );
    expect(found.holes).toHaveLength(1);
    expect(Math.abs((found.holes[0]?.ref ?? 0) - 20_030)).toBeLessThan(RESOLUTION_FRAMES);
    expect(Math.abs((found.holes[0]?.frames ?? 0) - 2_000)).toBeLessThan(RESOLUTION_FRAMES);
    expect(found).toMatchObject({ lostInside: 0, lostAtStart: 0, lostAtEnd: 0 });
    expect(found.clicks.length).toBeGreaterThan(0);
  });

  it('is a hole without a click when it is faded', () => {
    const found = examine(
      reference,
      joined(
        silence(5_000),
        faded(reference.slice(0, 20_030), 'out'),
        silence(2_000),
        faded(reference.slice(20_030), 'in'),
        silence(500),
      ),
    );
    expect(found.holes).toHaveLength(1);
    expect(found).toMatchObject({ lostInside: 0, clicks: [] });
  });

  it.each([64, 127, 3_000])('is a loss of %i frames, told from the hole around it', (frames) => {
    const found = examine(
      reference,
      joined(reference.slice(0, 20_030), silence(2_000), reference.slice(20_030 + frames), silence(500)),
    );
    expect(Math.abs(found.lostInside - frames)).toBeLessThan(RESOLUTION_FRAMES);
    expect(Math.abs((found.holes[0]?.frames ?? 0) - 2_000)).toBeLessThan(RESOLUTION_FRAMES);
  });

  it('is what is lost at the ends', () => {
    const found = examine(reference, joined(silence(700), reference.slice(300, -150), silence(700)));
    expect(Math.abs(found.lostAtStart - 300)).toBeLessThan(RESOLUTION_FRAMES);
    expect(Math.abs(found.lostAtEnd - 150)).toBeLessThan(RESOLUTION_FRAMES);
  });

  it('is what was said twice', () => {
    const found = examine(
      reference,
      joined(reference.slice(0, 20_000), silence(300), reference.slice(19_500), silence(500)),
    );
    expect(Math.abs(found.repeated - 500)).toBeLessThan(2 * RESOLUTION_FRAMES);
  });

  it('is how much was heard when it was stopped', () => {
    const found = examine(
      reference,
      joined(silence(900), faded(reference.slice(0, 30_100), 'out'), silence(900)),
    );
    expect(Math.abs(found.heard - 30_100)).toBeLessThan(RESOLUTION_FRAMES);
    expect(found.clicks).toEqual([]);
  });

  it('is the same when a resampler delayed it by part of a frame', () => {
    const between = reference.map((sample, i) => (sample + (reference[i + 1] ?? 0)) / 2);
    const found = examine(reference, joined(silence(5_000), between, silence(500)));
    expect(found).toMatchObject({ lostAtStart: 0, lostAtEnd: 0, lostInside: 0, holes: [], clicks: [] });
  });
});
