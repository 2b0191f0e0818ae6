/** Frames in one millisecond: the path runs at 24 kHz from end to end. */
export const FRAMES_PER_MS = 24;
export const BYTES_PER_FRAME = 2;

/** The whole milliseconds in so many frames. */
export function framesToMs(frames: number): number {
  return Math.floor(frames / FRAMES_PER_MS);
}
