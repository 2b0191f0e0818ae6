import { FRAMES_PER_MS } from '../speech';

/** One audio delta: `frames` more of the reply, `atMs` after the response was created. */
export interface Delta {
  atMs: number;
  frames: number;
}

/** How long a server thinks before it begins to answer. */
export const THINKING_MS = 300;
const DELTA_MS = 100;

/** `pace` times faster than speech, in deltas of `deltaMs`: what a server does when nothing is wrong. */
export function steady(frames: number, pace = 4, deltaMs = DELTA_MS): Delta[] {
  return slice(frames, deltaMs).map((part, i) => ({
    atMs: THINKING_MS + (i * deltaMs) / pace,
    frames: part,
  }));
}

/**
 * As fast as speech with 250 ms to spare, in bursts of 200 ms, and after every second burst one is 300 ms late: about
 * every other stall is longer than what is left to play.
 */
export function bursts(frames: number): Delta[] {
  const perBurst = 4;
  const spareMs = 250;
  const stallMs = 300;
  let lateMs = 0;
  return slice(frames, 50).map((part, i) => {
    const burst = Math.floor(i / perBurst);
    if (burst > 0 && i % perBurst === 0) lateMs = burst % 3 === 0 ? stallMs : 0;
    const speechMs = burst * perBurst * 50;
    return { atMs: THINKING_MS + Math.max(0, speechMs - spareMs) + lateMs, frames: part };
  });
}

/** Steady, but nothing comes for `stallMs` after `afterMs` of speech, so long that every player runs dry. */
export function stalled(frames: number, afterMs: number, stallMs: number): Delta[] {
  return slice(frames, DELTA_MS).map((part, i) => {
    const late = i * DELTA_MS >= afterMs;
    const sinceStall = i * DELTA_MS - afterMs;
    return {
      atMs: THINKING_MS + (late ? afterMs + stallMs + sinceStall / 4 : (i * DELTA_MS) / 4),
      frames: part,
    };
  });
}

/** Steady, and the last deltas are as small as a server may make them. */
export function tinyEnd(frames: number): Delta[] {
  const tail = [480, 300, 129, 100, 37, 1];
  const head = steady(frames - tail.reduce((sum, part) => sum + part, 0));
  const from = (head.at(-1)?.atMs ?? THINKING_MS) + 10;
  return [...head, ...tail.map((part, i) => ({ atMs: from + i * 10, frames: part }))];
}

/** All of it within `overMs`. */
export function flood(frames: number, overMs: number): Delta[] {
  const parts = slice(frames, 200);
  return parts.map((part, i) => ({ atMs: THINKING_MS + (i * overMs) / parts.length, frames: part }));
}

function slice(frames: number, ms: number): number[] {
  const each = ms * FRAMES_PER_MS;
  const parts = Array.from({ length: Math.floor(frames / each) }, () => each);
  return frames % each === 0 ? parts : [...parts, frames % each];
}
