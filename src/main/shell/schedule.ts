/** Runs something once after `delayMs` and returns how to call it off. An argument wherever time matters. */
export type Schedule = (run: () => void, delayMs: number) => () => void;

/** The real clock. Its timers do not keep the process alive. */
export const schedule: Schedule = (run, delayMs) => {
  const timer = setTimeout(run, delayMs);
  timer.unref();
  return () => clearTimeout(timer);
};
