/** The embedded voice holds nothing above 8 kHz; a sound that is cut hard does. */
const CORNER_HZ = 9_200;
const RATE = 24_000;
const HALF_TAPS = 40;
/** As a share of full scale, above the corner: a cut of 5 % of full scale makes about so much. */
const LEAST = 0.006;
/** Peaks so near to each other are one click. 5 ms. */
const APART = 120;

/** Where the sound was cut or broken: frames of a 24 kHz recording of the embedded voice. */
export function findClicks(recording: Float32Array): number[] {
  const clicks: number[] = [];
  let last = Number.NEGATIVE_INFINITY;
  const high = highPass(recording);
  for (let i = 0; i < high.length; i++) {
    if (Math.abs(high[i] ?? 0) < LEAST) continue;
    if (i - last > APART) clicks.push(i);
    last = i;
  }
  return clicks;
}

/** The loudest frame above the corner: what the signal itself brings. */
export function highPeak(signal: Float32Array): number {
  return highPass(signal).reduce((peak, sample) => Math.max(peak, Math.abs(sample)), 0);
}

const TAPS = highPassTaps();

function highPass(signal: Float32Array): Float32Array {
  return Float32Array.from(signal, (_, i) => {
    let sum = 0;
    for (let k = 0; k < TAPS.length; k++) sum += (TAPS[k] ?? 0) * (signal[i + HALF_TAPS - k] ?? 0);
    return sum;
  });
}

/** A windowed sinc, turned upside down. */
function highPassTaps(): Float32Array {
  return Float32Array.from({ length: 2 * HALF_TAPS + 1 }, (_, k) => {
    const n = k - HALF_TAPS;
    const cut = (2 * CORNER_HZ) / RATE;
    const low = n === 0 ? cut : Math.sin(Math.PI * cut * n) / (Math.PI * n);
    const window =
      0.42 + 0.5 * Math.cos((Math.PI * n) / HALF_TAPS) + 0.08 * Math.cos((2 * Math.PI * n) / HALF_TAPS);
    return ((n === 0 ? 1 : 0) - low) * window;
  });
}
