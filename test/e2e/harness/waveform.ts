import { crossCorrelation } from './cross-correlation';

/**
 * Compares what was heard with what was sent (pure). Samples are signed 16 bit, mono; both sides at the same rate.
 */
export interface Comparison {
  /** Frames by which the reference begins later in the recording; negative if its start is missing. */
  lag: number;
  /** Normalised correlation at that lag over the whole reference, −1 to 1. */
  correlation: number;
  /** Sound of the reference that the recording does not have before or after, ms. */
  missingAtStartMs: number;
  missingAtEndMs: number;
  /** The longest stretch that is silent in the recording and not in the reference, ms. */
  longestGapMs: number;
  /** Steps between neighbouring samples that the reference does not have. */
  clicks: number;
}

export interface CompareOptions {
  /** Frames per second, of both. */
  rate: number;
  /** Largest amplitude that still counts as silence. */
  silence?: number;
}

const DEFAULT_SILENCE = 64;
/** Both are looked at in pieces of this length, ms, where gaps and ends are sought. */
const PIECE_MS = 5;
/** A step counts as a click when it is this many times the largest step of the reference around it. */
const CLICK_FACTOR = 4;

/** @throws RangeError if one of the two is empty. */
export function compareSound(
  recording: Int16Array,
  reference: Int16Array,
  { rate, silence = DEFAULT_SILENCE }: CompareOptions,
): Comparison {
  const lag = bestLag(recording, reference);
  const aligned = shifted(recording, lag, reference.length);
  const piece = Math.max(1, Math.round((rate * PIECE_MS) / 1000));
  const heard = soundingPieces(aligned, piece, silence);
  const sent = soundingPieces(reference, piece, silence);
  const pieceMs = (piece * 1000) / rate;
  const first = sent.indexOf(true);
  const last = sent.lastIndexOf(true);
  const firstBoth = sent.findIndex((sounds, i) => sounds && heard[i] === true);
  const lastBoth = sent.findLastIndex((sounds, i) => sounds && heard[i] === true);
  const nothing = firstBoth === -1;
  return {
    lag,
    correlation: correlationAt(recording, reference, lag),
    missingAtStartMs: (nothing ? sent.length : firstBoth - first) * pieceMs,
    missingAtEndMs: (nothing ? sent.length : last - lastBoth) * pieceMs,
    longestGapMs: longestGap(heard, sent, firstBoth, lastBoth) * pieceMs,
    clicks: countClicks(aligned, reference, rate),
  };
}

/**
 * The lag, in frames, at which the reference lies best in the recording. What lies there is judged by its likeness, not
 * by its loudness: else a louder sound of the same pitch further on would win.
 * @throws RangeError if one of the two is empty.
 */
export function bestLag(recording: Int16Array, reference: Int16Array): number {
  if (recording.length === 0 || reference.length === 0) throw new RangeError('Nothing to compare');
  const products = crossCorrelation(recording, reference);
  const powerUpTo = cumulativePower(recording);
  const referencePower = cumulativePower(reference).at(-1) ?? 0;
  // Near silence, likeness is chance.
  const floor = referencePower / 1_000 + 1;
  let best = 0;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (let lag = 1 - reference.length; lag < recording.length; lag++) {
    const from = powerUpTo[Math.max(0, lag)] ?? 0;
    const to = powerUpTo[Math.min(recording.length, lag + reference.length)] ?? 0;
    // A circular correlation has its negative lags at the end.
    const product = products[lag < 0 ? lag + products.length : lag] ?? 0;
    // All of the reference counts, also what lies outside of the recording: a short overlap proves little.
    const score = product / Math.sqrt(Math.max(to - from, floor));
    if (score > bestScore) {
      bestScore = score;
      best = lag;
    }
  }
  return best;
}

/** Index i: the power of the first i samples. */
function cumulativePower(samples: Int16Array): Float64Array {
  const power = new Float64Array(samples.length + 1);
  for (let i = 0; i < samples.length; i++) power[i + 1] = (power[i] ?? 0) + (samples[i] ?? 0) ** 2;
  return power;
}

/** Normalised correlation of the reference with the recording at this lag. 0 if one of them is silent. */
export function correlationAt(recording: Int16Array, reference: Int16Array, lag: number): number {
  let product = 0;
  let heardPower = 0;
  let sentPower = 0;
  for (let i = 0; i < reference.length; i++) {
    const heard = recording[i + lag] ?? 0;
    const sent = reference[i] ?? 0;
    product += heard * sent;
    heardPower += heard * heard;
    sentPower += sent * sent;
  }
  return heardPower === 0 || sentPower === 0 ? 0 : product / Math.sqrt(heardPower * sentPower);
}

/** ms of silence before the first sound, or null if there is none. */
export function firstSoundMs(samples: Int16Array, rate: number, silence = DEFAULT_SILENCE): number | null {
  const at = samples.findIndex((sample) => Math.abs(sample) > silence);
  return at === -1 ? null : (at * 1000) / rate;
}

/** `length` samples of the recording from `lag` on; silence where it has none. */
function shifted(recording: Int16Array, lag: number, length: number): Int16Array {
  const aligned = new Int16Array(length);
  const from = Math.max(0, lag);
  const part = recording.subarray(from, Math.max(from, lag + length));
  aligned.set(part, from - lag);
  return aligned;
}

function soundingPieces(samples: Int16Array, piece: number, silence: number): boolean[] {
  const sounding: boolean[] = [];
  for (let at = 0; at < samples.length; at += piece) {
    sounding.push(samples.subarray(at, at + piece).some((sample) => Math.abs(sample) > silence));
  }
  return sounding;
}

/** In pieces; the ends are told apart. */
function longestGap(heard: boolean[], sent: boolean[], first: number, last: number): number {
  let longest = 0;
  let run = 0;
  for (let i = Math.max(0, first); i <= last; i++) {
    run = sent[i] === true && heard[i] === false ? run + 1 : 0;
    longest = Math.max(longest, run);
  }
  return longest;
}

function countClicks(heard: Int16Array, sent: Int16Array, rate: number): number {
  const window = Math.max(1, Math.round((rate * PIECE_MS) / 1000));
  let clicks = 0;
  for (let at = 0; at < heard.length; at += window) {
    // The neighbours too: half a sample of lag must not make a loud sound's own edge a click.
    const usual = largestStep(sent, at - window, at + 2 * window);
    if (largestStep(heard, at, at + window) > Math.max(2_000, CLICK_FACTOR * usual)) clicks++;
  }
  return clicks;
}

function largestStep(samples: Int16Array, from: number, to: number): number {
  let largest = 0;
  for (let i = Math.max(1, from); i < Math.min(to, samples.length); i++) {
    largest = Math.max(largest, Math.abs((samples[i] ?? 0) - (samples[i - 1] ?? 0)));
  }
  return largest;
}
