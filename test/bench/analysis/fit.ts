/** Quieter than this, as a root mean square, a block is silence. */
const QUIET = 0.002;
/** Share of a block's energy that may be left over. */
const LEFT_OVER = 0.1;
/** What rounding to 16 bit and resampling add, as a root mean square. */
const NOISE = 0.0006;

/**
 * Whether a block of the recording is the reference's under a gain that changes linearly: so a fade still fits, and
 * a hole, another place or a decay does not.
 */
export function fits(
  reference: Float32Array,
  ref: number,
  recording: Float32Array,
  at: number,
  frames: number,
): boolean {
  let rr = 0;
  let rt = 0;
  let tt = 0;
  let xr = 0;
  let xt = 0;
  let xx = 0;
  for (let i = 0; i < frames; i++) {
    const r = reference[ref + i] ?? 0;
    const t = (r * i) / frames;
    const x = recording[at + i] ?? 0;
    rr += r * r;
    rt += r * t;
    tt += t * t;
    xr += x * r;
    xt += x * t;
    xx += x * x;
  }
  if (rr < frames * QUIET ** 2) return xx < frames * (2 * QUIET) ** 2;
  if (xx < rr * 1e-4) return false;
  const determinant = rr * tt - rt * rt;
  const gain = determinant > 1e-9 * rr * tt ? (xr * tt - xt * rt) / determinant : xr / rr;
  const slope = determinant > 1e-9 * rr * tt ? (xt * rr - xr * rt) / determinant : 0;
  const left = xx - gain * xr - slope * xt;
  const mean = gain + slope / 2;
  return mean > 0 && mean < 1.3 && left <= LEFT_OVER * xx + frames * NOISE ** 2;
}
