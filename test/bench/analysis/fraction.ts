const HALF_TAPS = 16;
const STEPS = 20;

/**
 * The reference delayed by the part of a frame that a resampler on the way delayed the recording by, found where
 * `recording[at, at + length)` is known to be `reference[ref, ref + length)` to the nearest frame.
 */
export function shiftFraction(
  reference: Float32Array,
  recording: Float32Array,
  ref: number,
  at: number,
  length: number,
): Float32Array {
  let least = Number.POSITIVE_INFINITY;
  let best = 0;
  for (let step = -STEPS; step <= STEPS; step++) {
    const taps = delayTaps(step / STEPS);
    let left = 0;
    for (let i = 0; i < length; i++) {
      const difference = (recording[at + i] ?? 0) - convolve(reference, ref + i, taps);
      left += difference * difference;
    }
    if (left < least) {
      least = left;
      best = step / STEPS;
    }
  }
  if (best === 0) return reference;
  const taps = delayTaps(best);
  return Float32Array.from(reference, (_, i) => convolve(reference, i, taps));
}

function convolve(signal: Float32Array, centre: number, taps: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < taps.length; k++) sum += (taps[k] ?? 0) * (signal[centre + HALF_TAPS - k] ?? 0);
  return sum;
}

/** A windowed sinc that delays by `frames`, -1 to 1. */
function delayTaps(frames: number): Float32Array {
  return Float32Array.from({ length: 2 * HALF_TAPS + 1 }, (_, k) => {
    const x = k - HALF_TAPS - frames;
    const window = Math.cos((Math.PI * x) / (2 * (HALF_TAPS + 2))) ** 2;
    return x === 0 ? 1 : (Math.sin(Math.PI * x) / (Math.PI * x)) * window;
  });
}
