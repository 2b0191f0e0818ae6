import { fits } from './fit';
import { shiftFraction } from './fraction';

/** A stretch that sounded: `recording[at, at + frames)` is `reference[ref, ref + frames)`. Mono frames, one rate. */
export interface Run {
  ref: number;
  at: number;
  frames: number;
}

/** Louder than this is sound; a null sink's silence is exactly zero, what a resampler adds around sound is less. */
export const AUDIBLE = 0.003;

/** Frames of the recording that are looked for in the reference. 40 ms: longer than any pitch period. */
const TEMPLATE = 960;
/** Skipped before a template, for a fade-in would spoil it. */
const FADE_IN = 240;
/** Least correlation of a template with its place; the right place has above 0.995. */
const SURE = 0.98;
/** Where the sound mostly goes on: so near to where it broke off. */
const NEAR = 480;
/** How far repeated and lost frames are looked for. */
const BACK = 4_800;
const AHEAD = 60_000;
const BLOCK = 48;
const FINE = 8;

/**
 * Finds which stretches of `reference` sounded in `recording`, in the recording's order. Both are -1 to 1 at one
 * rate; the recording holds nothing but the reference, perhaps with holes, losses, repeats, fades and any delay.
 */
export function align(reference: Float32Array, recording: Float32Array): Run[] {
  const runs: Run[] = [];
  let shifted = reference;
  let at = nextAudible(recording, 0);
  while (at < recording.length) {
    const before = runs.at(-1);
    const found = locate(shifted, recording, at, before);
    if (found === null) {
      at = nextAudible(recording, at + TEMPLATE / 4);
      continue;
    }
    // Each run anew: after a break the device's resampler may begin at another fraction of a frame.
    shifted = shiftFraction(reference, recording, found.ref, found.at, TEMPLATE);
    const run = extend(shifted, recording, found, before);
    runs.push(run);
    at = nextAudible(recording, run.at + run.frames);
  }
  return runs;
}

interface Place {
  ref: number;
  at: number;
}

function locate(
  reference: Float32Array,
  recording: Float32Array,
  at: number,
  before: Run | undefined,
): Place | null {
  const from = at + FADE_IN;
  const template = recording.subarray(from, from + TEMPLATE);
  if (template.length < TEMPLATE / 4) return null;
  const expected = before === undefined ? FADE_IN : before.ref + before.frames + FADE_IN;
  const ranges = [
    [expected - NEAR, expected + NEAR],
    [expected - BACK, expected + AHEAD],
  ] as const;
  for (const [first, last] of ranges) {
    const ref = bestPlace(reference, template, Math.max(0, first), last);
    if (ref !== null) return { ref, at: from };
  }
  return null;
}

function bestPlace(
  reference: Float32Array,
  template: Float32Array,
  first: number,
  last: number,
): number | null {
  const length = template.length;
  const energy = dot(template, 0, template, 0, length);
  if (energy < length * AUDIBLE ** 2) return null;
  let best = SURE;
  let place: number | null = null;
  let own = dot(reference, first, reference, first, length);
  for (let ref = first; ref <= last && ref + length <= reference.length; ref++) {
    // The right place is as loud as the template, for volume is 1.
    if (own > energy / 2 && own < energy * 2) {
      const score = dot(reference, ref, template, 0, length) / Math.sqrt(own * energy);
      if (score > best) {
        best = score;
        place = ref;
      }
    }
    own += (reference[ref + length] ?? 0) ** 2 - (reference[ref] ?? 0) ** 2;
  }
  return place;
}

/** Lets a place grow both ways as far as the recording follows the reference, not into the run before it. */
function extend(
  reference: Float32Array,
  recording: Float32Array,
  { ref, at }: Place,
  before: Run | undefined,
): Run {
  const floor = before === undefined ? 0 : before.at + before.frames;
  let start = 0;
  let end = 0;
  for (const step of [BLOCK, FINE]) {
    while (
      ref - start - step >= 0 &&
      at - start - step >= floor &&
      fits(reference, ref - start - step, recording, at - start - step, step)
    ) {
      start += step;
    }
    while (
      ref + end + step <= reference.length &&
      at + end + step <= recording.length &&
      fits(reference, ref + end, recording, at + end, step)
    ) {
      end += step;
    }
  }
  // Silence fits anywhere: what the run before has already is not taken twice.
  const taken = before === undefined ? 0 : Math.max(0, before.ref + before.frames - (ref - start));
  const twice = quiet(reference, ref - start, taken) ? taken : 0;
  return { ref: ref - start + twice, at: at - start + twice, frames: Math.max(FINE, start + end - twice) };
}

function quiet(reference: Float32Array, from: number, frames: number): boolean {
  for (let i = 0; i < frames; i++) if (Math.abs(reference[from + i] ?? 0) > 4 * AUDIBLE) return false;
  return true;
}

function nextAudible(recording: Float32Array, from: number): number {
  let at = from;
  while (at < recording.length && Math.abs(recording[at] ?? 0) <= AUDIBLE) at++;
  return at;
}

function dot(a: Float32Array, aAt: number, b: Float32Array, bAt: number, length: number): number {
  let sum = 0;
  for (let i = 0; i < length; i++) sum += (a[aAt + i] ?? 0) * (b[bAt + i] ?? 0);
  return sum;
}
