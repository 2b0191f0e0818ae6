import type { Schedule } from '../schedule';

/** The real clock. Its timers do not keep the process alive. */
export const schedule: Schedule = (ms, run) => {
  const timer = setTimeout(run, ms);
  timer.unref();
  return () => clearTimeout(timer);
};
