import { describe, expect, it } from 'vitest';
import { Cushion } from '../../../src/renderer/audio/worklet/cushion';

const MS = 24;

/** Plays for so long, with so much left all the time. */
function play(cushion: Cushion, ms: number, queuedMs: number): void {
  cushion.started();
  for (let at = 0; at < ms; at += 5) cushion.played(5 * MS, queuedMs * MS);
}

describe('Cushion', () => {
  it('asks for 40 ms at first, and for nothing once a server stayed 40 ms ahead for half a second', () => {
    const cushion = new Cushion();
    expect(cushion.needed).toBe(40 * MS);
    play(cushion, 500, 39);
    cushion.renew();
    expect(cushion.needed).toBe(40 * MS);
    play(cushion, 495, 60);
    cushion.renew();
    expect(cushion.needed).toBe(40 * MS);
    play(cushion, 500, 40);
    cushion.renew();
    expect(cushion.needed).toBe(0);
  });

  it('is careful again after a starvation', () => {
    const cushion = new Cushion();
    play(cushion, 500, 60);
    cushion.renew();
    cushion.starved();
    expect(cushion.needed).toBe(80 * MS);
    cushion.starved();
    expect(cushion.needed).toBe(160 * MS);
    cushion.renew();
    expect(cushion.needed).toBe(40 * MS);
  });

  it('does not judge a server by what happens later than half a second after a start', () => {
    const cushion = new Cushion();
    cushion.started();
    for (let at = 0; at < 500; at += 5) cushion.played(5 * MS, 100 * MS);
    cushion.played(5 * MS, 1);
    cushion.renew();
    expect(cushion.needed).toBe(0);
  });

  it('counts a starvation as the first again after ten good seconds', () => {
    const cushion = new Cushion();
    for (let i = 0; i < 3; i++) cushion.starved();
    expect(cushion.needed).toBe(320 * MS);
    play(cushion, 10_005, 10);
    cushion.starved();
    expect(cushion.needed).toBe(80 * MS);
  });
});
