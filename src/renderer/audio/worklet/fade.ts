/**
 * Gains of a fade-out over `frames` frames: half a cosine from just under 1 to exactly 0. Its slope is 0 at both ends,
 * so that neither the level nor its direction jumps.
 */
export function fadeOut(frames: number): Float32Array {
  const gains = new Float32Array(frames);
  for (let i = 0; i < frames; i++) gains[i] = (1 + Math.cos((Math.PI * (i + 1)) / frames)) / 2;
  return gains;
}

/** The mirror of {@link fadeOut}: from just over 0 to exactly 1. */
export function fadeIn(frames: number): Float32Array {
  return fadeOut(frames).map((gain) => 1 - gain);
}
