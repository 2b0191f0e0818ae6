/** The value below which `share` of `values` lie, between the two nearest. NaN without values. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The value farthest from 0. */
export function worst(values: readonly number[]): number {
  return values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
}

/**
 * How far the median of a contender is from itself: of its even and its odd repetitions. A difference between two
 * contenders that is not larger means nothing.
 */
export function ownNoise(values: readonly number[]): number {
  const half = (rest: number) => values.filter((_, i) => i % 2 === rest);
  return Math.abs(median(half(0)) - median(half(1)));
}
