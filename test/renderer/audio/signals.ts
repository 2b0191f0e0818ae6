import type { Player } from '../../../src/renderer/audio/worklet/player';

export const QUANTUM = 128;

/** Frames of one period of {@link sine}: it is zero at every multiple. */
export const PERIOD = 120;

/** A smooth signal: no step in it is larger than {@link MAX_STEP}. */
export function sine(frames: number, from = 0): Int16Array {
  return Int16Array.from({ length: frames }, (_, i) =>
    Math.round(12_000 * Math.sin((2 * Math.PI * (from + i)) / PERIOD)),
  );
}

/** The largest step between two samples of {@link sine}, in units of full scale, with one for rounding. */
export const MAX_STEP = (12_000 * ((2 * Math.PI) / PERIOD) + 1) / 32_768;

/** The frames in a buffer of their own, as they come over a port. */
export function pcmOf(frames: Int16Array): ArrayBuffer {
  return new Int16Array(frames).buffer;
}

/** What the player renders in at least so many milliseconds, in whole quanta. */
export function renderMs(player: Player, ms: number): Float32Array {
  return render(player, Math.ceil((ms * 24) / QUANTUM));
}

export function render(player: Player, quanta: number): Float32Array {
  const output = new Float32Array(quanta * QUANTUM);
  for (let at = 0; at < output.length; at += QUANTUM) player.render(output.subarray(at, at + QUANTUM));
  return output;
}
