/** Runs `run` once after `ms`; the function that it returns takes that back. */
export type Schedule = (ms: number, run: () => void) => () => void;
