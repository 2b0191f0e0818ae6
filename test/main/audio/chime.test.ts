import { expect, it } from 'vitest';
import { chime } from '../../../src/main/audio/chime';

it('is a second of sound that begins and ends in silence and never clips', () => {
  const frames = chime();
  expect(frames.length).toBe(26_400);
  expect(frames[0]).toBe(0);
  expect(Math.abs(frames.at(-1) ?? 1)).toBeLessThan(8);
  const peak = frames.reduce((most, frame) => Math.max(most, Math.abs(frame)), 0);
  expect(peak).toBeGreaterThan(6_000);
  expect(peak).toBeLessThan(20_000);
  // No step from one frame to the next is a click.
  const step = frames.reduce((most, frame, at) => Math.max(most, Math.abs(frame - (frames[at - 1] ?? 0))), 0);
  expect(step).toBeLessThan(4_000);
});
