/** Time as an argument, so that tests can own it. */
export interface Clock {
  /** Milliseconds that only grow. */
  now(): number;
  /** The date on the wall. */
  date(): Date;
  /** Runs `action` after `ms`; the answer cancels it. */
  after(ms: number, action: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  date: () => new Date(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
};
