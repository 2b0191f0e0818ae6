export interface Countdown {
  /** At least 1: what is over is told by what comes next. */
  left: number;
  unit: 'second' | 'minute';
  /** How long it reads so, ms; null when it stays. */
  changesInMs: number | null;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
/** Longer waits are told in minutes. */
const LONGEST_IN_SECONDS_MS = 90_000;

/** What a countdown to `until` reads at `now`, both ms on one clock. Rounded up: nothing comes sooner than it says. */
export function countdown(until: number, now: number): Countdown {
  const ms = Math.max(0, until - now);
  const inMinutes = ms > LONGEST_IN_SECONDS_MS;
  const unitMs = inMinutes ? MINUTE_MS : SECOND_MS;
  const left = Math.max(1, Math.ceil(ms / unitMs));
  const toNext = ms - (left - 1) * unitMs;
  return {
    left,
    unit: inMinutes ? 'minute' : 'second',
    changesInMs: ms <= SECOND_MS ? null : inMinutes ? Math.min(toNext, ms - LONGEST_IN_SECONDS_MS) : toNext,
  };
}
