/**
 * Changes the sample rate of a whole piece of mono sound by a windowed sinc, evaluated as a polyphase filter.
 *
 * The stop band begins at the lower of the two Nyquist frequencies and lies below -80 dB: neither images nor aliases
 * can be heard. The pass band is flat to about 91 % of that frequency.
 */

/** Taps that each output sample is made of. More taps, a steeper edge. */
const TAPS_PER_PHASE = 128;
const STOP_BAND_DB = 90;

interface Kernel {
  up: number;
  down: number;
  /** `phases[p]` are the taps for an output that falls p/up of the way between two input samples. */
  phases: readonly Float64Array[];
}

const kernels = new Map<string, Kernel>();

/**
 * `input` at `fromRate` as it sounds at `toRate`, both in Hz. The result has `round(length * toRate / fromRate)`
 * samples, lies at the same times, and treats what is before and after the input as silence.
 */
export function resample(input: Float32Array, fromRate: number, toRate: number): Float32Array {
  if (fromRate === toRate) return input.slice();
  const { up, down, phases } = kernelFor(fromRate, toRate);
  const output = new Float32Array(Math.round((input.length * up) / down));
  for (let n = 0; n < output.length; n++) {
    const position = n * down;
    const taps = phases[position % up];
    if (taps === undefined) continue;
    const centre = Math.floor(position / up);
    const half = taps.length >> 1;
    const first = centre - half + 1;
    const from = Math.max(0, -first);
    const to = Math.min(taps.length, input.length - first);
    let sum = 0;
    for (let k = from; k < to; k++) sum += (taps[k] ?? 0) * (input[first + k] ?? 0);
    output[n] = sum;
  }
  return output;
}

function kernelFor(fromRate: number, toRate: number): Kernel {
  const name = `${fromRate}:${toRate}`;
  const known = kernels.get(name);
  if (known !== undefined) return known;
  const divisor = greatestCommonDivisor(fromRate, toRate);
  const kernel = designKernel(toRate / divisor, fromRate / divisor);
  kernels.set(name, kernel);
  return kernel;
}

function designKernel(up: number, down: number): Kernel {
  // Going down in rate, the kernel widens so that its edge stays as steep relative to the new Nyquist frequency.
  const stretch = Math.max(1, down / up);
  const taps = 2 * Math.ceil((TAPS_PER_PHASE * stretch) / 2);
  const half = taps / 2;
  // Kaiser's estimate of the transition band, as a share of the input's sample rate.
  const transition = (STOP_BAND_DB - 8) / (2.285 * 2 * Math.PI * taps);
  // Cycles per input sample, half a transition below Nyquist so that the stop band begins there.
  const cutoff = 0.5 / stretch - transition / 2;
  const beta = 0.1102 * (STOP_BAND_DB - 8.7);
  const phases: Float64Array[] = [];
  for (let phase = 0; phase < up; phase++) {
    const kernel = new Float64Array(taps);
    let sum = 0;
    for (let k = 0; k < taps; k++) {
      const distance = k - half + 1 - phase / up;
      const value = 2 * cutoff * sinc(2 * cutoff * distance) * kaiser(distance / half, beta);
      kernel[k] = value;
      sum += value;
    }
    // Each phase passes a constant unchanged, or the phases' differences would sound as a tone.
    phases.push(kernel.map((value) => value / sum));
  }
  return { up, down, phases };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** Kaiser's window over -1 to 1. */
function kaiser(x: number, beta: number): number {
  return Math.abs(x) > 1 ? 0 : besselI0(beta * Math.sqrt(1 - x * x)) / besselI0(beta);
}

function besselI0(x: number): number {
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * 1e-12; k++) {
    term *= (x / (2 * k)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
