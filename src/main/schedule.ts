/** Runs `run` once after `ms`; the function that it returns takes that back. An argument wherever time matters. */
export type Schedule = (ms: number, run: () => void) => () => void;
