/** Frames in one millisecond: the path runs at 24 kHz from end to end. */
export const FRAMES_PER_MS = 24;

/** All that the player can ever queue: 12 s. Main keeps a third of it filled; no single chunk is too long for it. */
export const CAPACITY_FRAMES = 12_000 * FRAMES_PER_MS;

/**
 * Sound begins when this much is there (or the item's end): one late packet must not be heard. A server that was seen
 * to stay ahead by as much all the time needs no such cushion the next time.
 */
export const START_FRAMES = 40 * FRAMES_PER_MS;

/** For so long after a start it is seen whether the server stays ahead. */
export const TRIAL_FRAMES = 500 * FRAMES_PER_MS;

/** After a starvation this much is gathered first, doubling with every further one up to the maximum. */
export const REBUFFER_FRAMES = 80 * FRAMES_PER_MS;
export const MAX_REBUFFER_FRAMES = 320 * FRAMES_PER_MS;

/** So much played without a starvation, and the next one counts as the first again. */
export const STEADY_FRAMES = 10_000 * FRAMES_PER_MS;

/** Fade on flush, pause, and when sound comes back: short enough to feel instant, long enough not to click. */
export const FADE_FRAMES = 6 * FRAMES_PER_MS;

/** What follows the last sample when there is no next one. */
export const DECAY_FRAMES = 3 * FRAMES_PER_MS;

/** Between two progress reports. */
export const REPORT_FRAMES = 100 * FRAMES_PER_MS;

/** Items queued or unfinished at the same time; a reply has one, seldom two. */
export const MAX_ITEMS = 64;

/** Stretches of frames of one item; chunks that follow each other in one item share a stretch. */
export const MAX_RUNS = 1_024;
