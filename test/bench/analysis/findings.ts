import { AUDIBLE, align, type Run } from './align';
import { findClicks } from './clicks';

/** Frames that may be missed at a fade or counted too many at a decay: 1 ms. Less is not reported. */
export const RESOLUTION_FRAMES = 24;

export interface Hole {
  /** The frame of the reference that should have sounded where the hole begins. */
  ref: number;
  /** Where it begins in the recording, frames. */
  at: number;
  /** How long it is. What was lost in it may be more or less. */
  frames: number;
}

/** What a recording shows of the sound that was to be played. Frames of 24 kHz; positions are in the recording. */
export interface Findings {
  runs: readonly Run[];
  /** First audible frame, null if all is silent. */
  onset: number | null;
  /** After the last audible frame. */
  silent: number;
  /** Frame of the reference after the last one that sounded: what was heard. */
  heard: number;
  holes: readonly Hole[];
  lostAtStart: number;
  lostAtEnd: number;
  lostInside: number;
  repeated: number;
  clicks: readonly number[];
}

export function examine(reference: Float32Array, recording: Float32Array): Findings {
  const runs = align(reference, recording);
  const first = runs[0];
  const last = runs.at(-1);
  const heard = last === undefined ? 0 : last.ref + last.frames;
  const holes: Hole[] = [];
  let lostInside = 0;
  let repeated = 0;
  runs.forEach((run, i) => {
    const before = runs[i - 1];
    if (before === undefined) return;
    const refGap = run.ref - (before.ref + before.frames);
    const gap = run.at - (before.at + before.frames);
    if (gap >= RESOLUTION_FRAMES) {
      holes.push({ ref: before.ref + before.frames, at: before.at + before.frames, frames: gap });
    }
    if (refGap >= RESOLUTION_FRAMES) lostInside += refGap;
    if (refGap <= -RESOLUTION_FRAMES) repeated -= refGap;
  });
  const [onset, silent] = audibleSpan(recording);
  return {
    runs,
    onset,
    silent,
    heard,
    holes,
    lostAtStart: first === undefined ? reference.length : snap(first.ref),
    lostAtEnd: first === undefined ? 0 : snap(reference.length - heard),
    lostInside,
    repeated,
    clicks: findClicks(recording),
  };
}

function snap(frames: number): number {
  return frames < RESOLUTION_FRAMES ? 0 : frames;
}

function audibleSpan(recording: Float32Array): [onset: number | null, silent: number] {
  const onset = recording.findIndex((sample) => Math.abs(sample) > AUDIBLE);
  if (onset === -1) return [null, 0];
  return [onset, recording.findLastIndex((sample) => Math.abs(sample) > AUDIBLE) + 1];
}
