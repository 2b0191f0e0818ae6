/** Makes a phrase of raw synthesis fit to stand in a row: trimmed, levelled, faded at both ends, 16 bit. Pure. */

/** What counts as silence at the ends, as a share of full scale. */
const SILENCE = 0.004;
/** Kept around the speech, that no soft consonant is cut: seconds. */
const LEAD = 0.03;
const TAIL = 0.05;
const FADE = 0.008;
/** -3 dBFS. */
const PEAK = 10 ** (-3 / 20);

/** The speech with about 30 ms before and 50 ms after it, its ends faded to zero. Empty if there is only silence. */
export function trimSilence(samples: Float32Array, sampleRate: number): Float32Array {
  let first = 0;
  while (first < samples.length && Math.abs(samples[first] ?? 0) < SILENCE) first++;
  if (first === samples.length) return new Float32Array(0);
  let last = samples.length - 1;
  while (Math.abs(samples[last] ?? 0) < SILENCE) last--;
  const from = Math.max(0, first - Math.round(LEAD * sampleRate));
  const to = Math.min(samples.length, last + 1 + Math.round(TAIL * sampleRate));
  const trimmed = samples.slice(from, to);
  const fade = Math.min(Math.round(FADE * sampleRate), trimmed.length >> 1);
  for (let i = 0; i < fade; i++) {
    const gain = (1 - Math.cos((Math.PI * i) / fade)) / 2;
    trimmed[i] = (trimmed[i] ?? 0) * gain;
    const mirrored = trimmed.length - 1 - i;
    trimmed[mirrored] = (trimmed[mirrored] ?? 0) * gain;
  }
  return trimmed;
}

/**
 * 16-bit frames, with the gain that brings the loudest sample to -3 dBFS, but at most `maxGain`, that a quiet phrase
 * does not jump out of its row; followed by `pauseFrames` of silence.
 */
export function toPcm(samples: Float32Array, maxGain: number, pauseFrames: number): Int16Array {
  let peak = 0;
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample));
  const gain = peak === 0 ? 0 : Math.min(maxGain, PEAK / peak);
  const pcm = new Int16Array(samples.length + pauseFrames);
  for (let i = 0; i < samples.length; i++) pcm[i] = Math.round((samples[i] ?? 0) * gain * 32_767);
  return pcm;
}
