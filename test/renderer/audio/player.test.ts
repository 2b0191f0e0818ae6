import { describe, expect, it } from 'vitest';
import type { FromPlayer } from '../../../src/preload/audio-contract';
import { Player } from '../../../src/renderer/audio/worklet/player';
import { pcmOf, renderMs, sine } from './signals';

function setup(capacityFrames?: number) {
  const posted: FromPlayer[] = [];
  const player = new Player((message) => posted.push(structuredClone(message)), capacityFrames);
  player.reset();
  const of = <T extends FromPlayer['type']>(type: T) =>
    posted.filter((m): m is Extract<FromPlayer, { type: T }> => m.type === type);
  const chunk = (frames: Int16Array, item = 'a', epoch = 0, from = 0) =>
    player.receive({ type: 'chunk', epoch, item, from, pcm: pcmOf(frames) });
  const end = (item = 'a', epoch = 0) => player.receive({ type: 'end', epoch, item });
  return { player, posted, of, chunk, end };
}

/** The samples of `output` from its first sound on, as 16-bit integers. */
const sound = (output: Float32Array, from = 0) =>
  Array.from(output.subarray(from), (sample) => Math.round(sample * 32_768));

describe('Player', () => {
  it('says hello with its capacity, and is silent', () => {
    const { player, posted } = setup();
    expect(posted).toEqual([{ type: 'hello', capacityFrames: 288_000 }]);
    expect(renderMs(player, 200).every((sample) => sample === 0)).toBe(true);
    expect(posted).toHaveLength(1);
    expect(player.active).toBe(false);
  });

  it('waits for 40 ms of sound, then plays every sample unchanged', () => {
    const { player, chunk, end } = setup();
    const signal = sine(4_800);
    chunk(signal.subarray(0, 959));
    expect(renderMs(player, 100).every((sample) => sample === 0)).toBe(true);
    chunk(signal.subarray(959));
    end();
    expect(sound(renderMs(player, 300)).slice(0, 4_800)).toEqual([...signal]);
  });

  it('plays an item shorter than 40 ms at its end, down to a single sample', () => {
    const { player, of, chunk, end } = setup();
    chunk(Int16Array.of(1_000));
    end();
    expect(sound(renderMs(player, 20))[0]).toBe(1_000);
    expect(of('drained')).toMatchObject([{ item: 'a', playedFrames: 1 }]);
  });

  it('tells of an item that ends without a sample', () => {
    const { player, of, end } = setup();
    end();
    expect(of('drained')).toMatchObject([{ item: 'a', playedFrames: 0 }]);
    expect(player.active).toBe(false);
  });

  it('plays items in order without a seam', () => {
    const { player, of, chunk, end } = setup();
    const signal = sine(6_000);
    chunk(signal.subarray(0, 1_001));
    end();
    chunk(signal.subarray(1_001), 'b');
    end('b');
    expect(sound(renderMs(player, 300)).slice(0, 6_000)).toEqual([...signal]);
    expect(of('started').map((m) => m.item)).toEqual(['a', 'b']);
    expect(of('drained')).toMatchObject([
      { item: 'a', playedFrames: 1_001 },
      { item: 'b', playedFrames: 4_999 },
    ]);
  });

  it('dies away when starved, gathers 80 ms and fades in, then 160 ms, at most 320 ms', () => {
    const { player, of, chunk } = setup();
    const starve = () => {
      const output = renderMs(player, 100);
      expect(output.at(-1)).toBe(0);
    };
    chunk(new Int16Array(960).fill(8_000));
    starve();
    for (const needed of [1_920, 3_840, 7_680, 7_680]) {
      chunk(new Int16Array(needed - 1).fill(8_000));
      expect(renderMs(player, 20).every((sample) => sample === 0)).toBe(true);
      chunk(Int16Array.of(8_000));
      const output = renderMs(player, 16);
      expect(Math.abs(output[0] ?? 1)).toBeLessThan(0.001);
      expect(output[200]).toBeCloseTo(8_000 / 32_768, 5);
      renderMs(player, 320);
      starve();
    }
    expect(of('progress').at(-1)).toMatchObject({ underruns: 5 });
    expect(
      of('progress')
        .flatMap((m) => m.items)
        .at(-1),
    ).toEqual({ item: 'a', playedFrames: 960 + 1_920 + 3_840 + 15_360 });
  });

  it('counts no starvation when everything has ended', () => {
    const { player, of, chunk, end } = setup();
    chunk(new Int16Array(2_000).fill(5_000));
    end();
    renderMs(player, 300);
    expect(of('progress').every((m) => m.underruns === 0)).toBe(true);
  });

  it('fades out on flush, answers the exact count at once, and drops the rest', () => {
    const { player, of, chunk } = setup();
    chunk(new Int16Array(24_000).fill(8_000));
    renderMs(player, 160);
    player.receive({ type: 'flush', epoch: 1 });
    expect(of('flushed')).toMatchObject([{ epoch: 1, items: [{ item: 'a', playedFrames: 3_840 + 144 }] }]);
    const output = renderMs(player, 100);
    expect(output.indexOf(0)).toBe(143);
    expect(output.subarray(143).every((sample) => sample === 0)).toBe(true);
    expect(player.active).toBe(false);
  });

  it('never plays what bears an older epoch', () => {
    const { player, chunk, end } = setup();
    player.receive({ type: 'flush', epoch: 3 });
    chunk(new Int16Array(24_000).fill(8_000), 'old', 2);
    end('old', 2);
    expect(renderMs(player, 100).every((sample) => sample === 0)).toBe(true);
    chunk(new Int16Array(960).fill(8_000), 'new', 3);
    expect(renderMs(player, 10)[0]).toBeGreaterThan(0);
  });

  it('pauses and goes on with the very next frame', () => {
    const { player, chunk, end, of } = setup();
    const signal = sine(12_000);
    chunk(signal);
    end();
    renderMs(player, 96);
    player.receive({ type: 'pause' });
    const paused = renderMs(player, 500);
    expect(paused.subarray(144).every((sample) => sample === 0)).toBe(true);
    expect(player.active).toBe(false);
    player.receive({ type: 'resume' });
    expect(player.active).toBe(true);
    const output = sound(renderMs(player, 500));
    const at = 96 * 24 + 144;
    expect(output.slice(144, 12_000 - at)).toEqual([...signal.subarray(at + 144)]);
    expect(of('drained')).toMatchObject([{ playedFrames: 12_000 }]);
    expect(of('progress').at(-1)).toMatchObject({ underruns: 0 });
  });

  it('plays a chunk of ten seconds whole', () => {
    const { player, of, chunk, end } = setup();
    const signal = sine(240_000);
    chunk(signal);
    end();
    expect(sound(renderMs(player, 10_010)).slice(0, 240_000)).toEqual([...signal]);
    expect(of('refused')).toEqual([]);
  });

  it('holds for the page and goes on with the very next frame, whatever main says meanwhile', () => {
    const { player, chunk, end, of } = setup();
    const signal = sine(12_000);
    chunk(signal);
    end();
    renderMs(player, 96);
    player.hold(true);
    expect(
      renderMs(player, 100)
        .subarray(144)
        .every((sample) => sample === 0),
    ).toBe(true);
    player.receive({ type: 'pause' });
    player.receive({ type: 'resume' });
    expect(renderMs(player, 100).every((sample) => sample === 0)).toBe(true);
    player.hold(false);
    const at = 96 * 24 + 144;
    expect(sound(renderMs(player, 500)).slice(144, 12_000 - at)).toEqual([...signal.subarray(at + 144)]);
    expect(of('drained')).toMatchObject([{ playedFrames: 12_000 }]);
  });

  it('is hushed at once, counts that, and lets the next reply sound after the flush', () => {
    const { player, of, chunk } = setup();
    chunk(new Int16Array(24_000).fill(8_000));
    renderMs(player, 160);
    player.hush(true);
    const output = renderMs(player, 100);
    expect(output.subarray(143).every((sample) => sample === 0)).toBe(true);
    player.receive({ type: 'flush', epoch: 1 });
    expect(of('flushed')).toMatchObject([{ epoch: 1, items: [{ item: 'a', playedFrames: 3_840 + 144 }] }]);
    chunk(new Int16Array(960).fill(8_000), 'b', 1);
    expect(renderMs(player, 10)[0]).toBeGreaterThan(0);
  });

  it('goes on where it was when a hush was not meant, and takes none when all is still', () => {
    const { player, chunk, end, of } = setup();
    player.hush(true);
    chunk(new Int16Array(24_000).fill(8_000));
    expect(renderMs(player, 10)[0]).toBeGreaterThan(0);
    player.hush(true);
    renderMs(player, 50);
    player.hush(false);
    end();
    renderMs(player, 1_100);
    expect(of('drained')).toMatchObject([{ playedFrames: 24_000 }]);
  });

  it('counts on demand, also while nothing is rendered', () => {
    const { player, chunk, of } = setup();
    chunk(new Int16Array(24_000).fill(8_000));
    renderMs(player, 16);
    expect(of('progress')).toEqual([]);
    player.setLatency(4);
    player.count();
    expect(of('progress')).toMatchObject([{ items: [{ item: 'a', playedFrames: 384 }], latencyMs: 4 }]);
  });

  it('fades in what a player before it had begun, and not an item’s own beginning', () => {
    const { player, chunk, end } = setup();
    chunk(new Int16Array(1_200).fill(8_000), 'a', 0, 5_000);
    end();
    const output = renderMs(player, 60);
    expect(Math.abs(output[0] ?? 1)).toBeLessThan(0.001);
    expect(output[144]).toBeCloseTo(8_000 / 32_768, 5);
    chunk(new Int16Array(1_200).fill(8_000), 'b');
    expect(renderMs(player, 10)[0]).toBeCloseTo(8_000 / 32_768, 5);
  });

  it('forgets what it is told to abandon, and takes it again from another port', () => {
    const { player, of, chunk } = setup();
    chunk(new Int16Array(24_000).fill(8_000));
    renderMs(player, 50);
    player.count();
    player.abandon();
    expect(renderMs(player, 50).every((sample) => sample === 0)).toBe(true);
    expect(player.active).toBe(false);
    player.reset();
    chunk(new Int16Array(24_000).fill(8_000), 'a', 0, 700);
    renderMs(player, 100);
    expect(of('progress').at(-1)?.items).toMatchObject([{ item: 'a' }]);
  });

  it('begins with whatever comes first once the server was seen to stay ahead', () => {
    const { player, chunk, end } = setup();
    chunk(new Int16Array(48_000).fill(8_000));
    end();
    renderMs(player, 2_100);
    chunk(Int16Array.of(7_000, 7_000), 'b');
    expect(renderMs(player, 6)[0]).toBeGreaterThan(0);
  });

  it('tells what the device still holds back, down to nothing once it plays silence', () => {
    const { player, of, chunk, end } = setup();
    player.setLatency(40);
    chunk(new Int16Array(12_000).fill(3_000));
    end();
    renderMs(player, 400);
    expect(of('started')).toMatchObject([{ latencyMs: 40 }]);
    expect(of('progress').at(-1)).toMatchObject({ latencyMs: 40 });
    renderMs(player, 400);
    expect(of('drained')[0]?.latencyMs).toBeGreaterThan(30);
    expect(of('progress').at(-1)).toMatchObject({ latencyMs: 0, level: 0, queuedFrames: 0 });
    const reports = of('progress').length;
    renderMs(player, 1_000);
    expect(of('progress')).toHaveLength(reports);
  });

  it('refuses what its ring has no room for, and says how much', () => {
    const { chunk, of } = setup(1_000);
    chunk(new Int16Array(600));
    chunk(new Int16Array(600));
    expect(of('refused')).toEqual([{ type: 'refused', epoch: 0, item: 'a', frames: 200 }]);
  });

  it('refuses frames that come after the end of their item', () => {
    const { chunk, end, of } = setup();
    chunk(new Int16Array(600));
    end();
    chunk(new Int16Array(7));
    expect(of('refused')).toMatchObject([{ frames: 7 }]);
  });

  it('begins anew on a new port', () => {
    const { player, chunk, of } = setup();
    chunk(new Int16Array(24_000).fill(8_000), 'a', 5);
    renderMs(player, 50);
    player.reset();
    expect(of('hello')).toHaveLength(2);
    const output = renderMs(player, 50);
    expect(output.subarray(144).every((sample) => sample === 0)).toBe(true);
    chunk(new Int16Array(960).fill(8_000), 'a', 5);
    expect(renderMs(player, 10)[0]).toBeCloseTo(8_000 / 32_768, 5);
  });
});
