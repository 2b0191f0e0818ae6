import { describe, expect, it } from 'vitest';
import { sine } from '../../renderer/audio/signals';
import { base64Of, rig } from './rig';

/** A signal that is nowhere zero, so that its begin and end can be found. */
function speech(frames: number): Int16Array {
  return sine(frames).map((sample, i) => sample + (i % 2 === 0 ? 13_000 : 13_001));
}

/** The channel with an answer of two items, heard to its end. */
function heard() {
  const made = rig();
  const page = made.page();
  made.channel.push('a', base64Of(speech(12_000)));
  made.channel.end('a');
  made.channel.push('b', base64Of(speech(4_801)));
  made.channel.end('b');
  made.time.advance(2_000);
  expect(made.told.splice(0)).toEqual(['started a 40', 'started b 40', 'drained a', 'drained b', 'idle']);
  page.output.length = 0;
  return { ...made, player: page };
}

const sounding = (output: readonly number[]) => output.slice(output.findIndex((sample) => sample !== 0));

describe('a replay', () => {
  it('is the answer once more, every sample, with counts of its own', () => {
    const { time, channel, told, player } = heard();
    const before = channel.backlogBytes;
    expect(channel.replay()).toEqual([
      { item: 'a~1', frames: 12_000 },
      { item: 'b~1', frames: 4_801 },
    ]);
    time.advance(2_000);
    expect(sounding(player.output).slice(0, 16_801)).toEqual([...speech(12_000), ...speech(4_801)]);
    expect(told).toEqual(['started a~1 40', 'started b~1 40', 'drained a~1', 'drained b~1', 'idle']);
    // The same memory, and again as often as one likes.
    expect(channel.backlogBytes).toBe(before);
    expect(channel.replay().map(({ item }) => item)).toEqual(['a~2', 'b~2']);
  });

  it('can be flushed, and leaves what is recorded as it was', async () => {
    const { time, channel, player } = heard();
    channel.replay();
    time.advance(300);
    const flushed = channel.flush();
    time.advance(300);
    await flushed;
    player.output.length = 0;
    channel.replay();
    time.advance(2_000);
    expect(sounding(player.output).slice(0, 12_000)).toEqual([...speech(12_000)]);
  });

  it('survives the loss of its page', () => {
    const { time, channel, told, player, page } = heard();
    channel.replay();
    time.advance(300);
    player.crash();
    page();
    time.advance(2_000);
    expect(told).toContain('drained b~1');
    expect(channel.position('a~1')).toMatchObject({ receivedFrames: 12_000, heardFrames: 12_000 });
  });

  it('holds just what was heard of an answer that was stopped', async () => {
    const { time, channel, page } = rig();
    const player = page();
    channel.push('a', base64Of(speech(240_000)));
    time.advance(500);
    const flushed = channel.flush();
    time.advance(10);
    const [report] = await flushed;
    expect(report?.playedFrames).toBeGreaterThan(10_000);
    // Blocks of a second: the first one is all that is still held.
    expect(channel.backlogBytes).toBe(48_000);
    player.output.length = 0;
    expect(channel.replay()).toEqual([{ item: 'a~1', frames: report?.playedFrames }]);
    time.advance(1_000);
    const heardFrames = speech(240_000).subarray(0, report?.playedFrames);
    expect(sounding(player.output).slice(0, heardFrames.length)).toEqual([...heardFrames]);
  });

  it('is of the last answer only, even when that was stopped while the flush was on its way', async () => {
    const { time, channel, page } = rig();
    page();
    channel.push('old', base64Of(speech(24_000)));
    time.advance(300);
    const flushed = channel.flush();
    channel.forget();
    channel.push('new', base64Of(speech(2_400)));
    channel.end('new');
    time.advance(1_000);
    await flushed;
    expect(channel.replay().map(({ item }) => item)).toEqual(['new~1']);
  });

  it('is of the answer alone, whatever was tried beside it', async () => {
    const { time, channel, page } = heard();
    channel.push('tone', base64Of(speech(2_400)), true);
    channel.end('tone');
    time.advance(1_000);
    page();
    channel.push('another', base64Of(speech(24_000)), true);
    time.advance(300);
    const flushed = channel.flush();
    time.advance(300);
    await flushed;
    expect(channel.replay().map(({ item }) => item)).toEqual(['a~1', 'b~1']);
  });

  it('gives way to what is still to be heard where both have no room', () => {
    const { time, channel, told, page } = rig({ capBytes: 3 * 48_000 });
    page();
    for (let second = 0; second < 6; second++) {
      expect(channel.push('a', base64Of(speech(24_000))).kind).toBe('ok');
      time.advance(1_000);
    }
    expect(told.filter((line) => line === 'not recorded')).toHaveLength(1);
    expect(channel.backlogBytes).toBeLessThanOrEqual(3 * 48_000);
    channel.end('a');
    time.advance(3_000);
    expect(told.at(-1)).toBe('idle');
    expect(channel.replay()).toEqual([]);
    channel.forget();
    channel.push('b', base64Of(speech(2_400)));
    channel.end('b');
    time.advance(1_000);
    expect(channel.replay()).toHaveLength(1);
  });
});
