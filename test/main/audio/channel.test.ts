import { describe, expect, it } from 'vitest';
import type { HeardReport } from '../../../src/main/audio/ledger';
import { sine } from '../../renderer/audio/signals';
import { base64Of, FakePage, rig } from './rig';

const MS = 24;

/** The part of `output` from its first sound on. */
function sounding(output: readonly number[]): number[] {
  const first = output.findIndex((sample) => sample !== 0);
  return first < 0 ? [] : output.slice(first);
}

/** Frames over which sound fades in. */
const FADE = 6 * MS;

/** Where a page began to render what it was sent: its device starts on a whole quantum. */
function firstChunkAt({ output }: FakePage): number {
  const first = output.findIndex((sample) => sample !== 0);
  return first - (first % 128);
}

/** A signal that is nowhere zero, so that its begin and end can be found. */
function speech(frames: number): Int16Array {
  return sine(frames).map((sample, i) => sample + (i % 2 === 0 ? 13_000 : 13_001));
}

describe('AudioChannel', () => {
  it('plays what is pushed, every sample, and tells start, end and idle', () => {
    const { time, channel, told, page } = rig();
    const { output } = page();
    const signal = speech(48_000);
    for (let at = 0; at < signal.length; at += 1_000) {
      expect(channel.push('a', base64Of(signal.subarray(at, at + 1_000))).kind).toBe('ok');
      time.advance(5);
    }
    channel.end('a');
    time.advance(3_000);
    expect(sounding(output).slice(0, signal.length)).toEqual([...signal]);
    expect(told).toEqual(['started a 40', 'drained a', 'idle']);
    expect(channel.position('a')).toEqual({
      item: 'a',
      receivedFrames: 48_000,
      playedFrames: 48_000,
      heardFrames: 48_000,
      ended: true,
    });
    // It is kept to be heard once more, until another answer begins.
    expect(channel.backlogBytes).toBe(96_000);
    channel.forget();
    expect(channel.backlogBytes).toBe(0);
    expect(time.waiting).toBe(1);
  });

  it('sends at once while the player has little, later short ones together', () => {
    const { time, channel, page } = rig();
    const { received } = page();
    time.advance(10);
    const sizes = () => received.map((m) => m.type === 'chunk' && m.pcm.byteLength);
    for (let i = 0; i < 2; i++) channel.push('a', base64Of(new Int16Array(48)));
    expect(sizes()).toEqual([96, 96]);
    channel.push('a', base64Of(new Int16Array(2_400)));
    channel.push('a', base64Of(new Int16Array(2_400)));
    received.length = 0;
    for (let i = 0; i < 9; i++) channel.push('a', base64Of(new Int16Array(48)));
    expect(sizes()).toEqual([]);
    time.advance(20);
    expect(sizes()).toEqual([864]);
  });

  it('keeps what comes before there is a player', () => {
    const { time, channel, page } = rig();
    channel.push('a', base64Of(speech(2_400)));
    channel.end('a');
    time.advance(1_000);
    const { output } = page();
    time.advance(500);
    expect(sounding(output).slice(0, 2_400)).toEqual([...speech(2_400)]);
  });

  it('plays ten minutes that come at once, with about four seconds in the player', () => {
    const { time, channel, page, told } = rig();
    const player = page();
    time.advance(10);
    const signal = speech(24_000);
    const delta = base64Of(signal);
    for (let second = 0; second < 600; second++) expect(channel.push('a', delta).kind).toBe('ok');
    channel.end('a');
    expect(channel.backlogBytes).toBeLessThanOrEqual(600 * 48_000);
    time.advance(602_000);
    // Not a byte more for having been heard.
    expect(channel.backlogBytes).toBeLessThanOrEqual(600 * 48_000);
    expect(told).toEqual(['started a 40', 'drained a', 'idle']);
    expect(player.maxQueuedFrames).toBeLessThanOrEqual(4_100 * MS);
    const output = sounding(player.output);
    let wrong = 0;
    for (let i = 0; i < 600 * 24_000; i++) if (output[i] !== signal[i % 24_000]) wrong++;
    expect(wrong).toBe(0);
  });

  it('says so when the backlog is full, and keeps the rest whole', () => {
    const { channel } = rig({ capBytes: 96_000 });
    const second = base64Of(new Int16Array(24_000));
    expect(channel.push('a', second).kind).toBe('ok');
    expect(channel.push('a', second).kind).toBe('ok');
    expect(channel.push('a', base64Of(new Int16Array(1))).kind).toBe('overflow');
    expect(channel.backlogBytes).toBe(96_000);
  });

  it('refuses bad base64 and audio after the end', () => {
    const { channel } = rig();
    expect(channel.push('a', 'no base64!').kind).toBe('bad-audio');
    channel.push('a', 'AAAA');
    channel.end('a');
    expect(channel.push('a', 'AAAA').kind).toBe('bad-audio');
  });

  it('flushes: silence, exact counts, and no sound of late deltas', async () => {
    const { time, channel, page, told } = rig();
    const { output } = page();
    channel.push('a', base64Of(speech(12_000)));
    channel.end('a');
    channel.push('b', base64Of(speech(48_000)));
    channel.push('c', base64Of(speech(4_800)));
    time.advance(1_000);
    const flushed = channel.flush();
    expect(channel.push('b', base64Of(speech(100)))).toEqual({ kind: 'ok', frames: 0 });
    channel.push('new', base64Of(speech(2_400)));
    channel.end('new');
    time.advance(3);
    const reports = await flushed;
    const heard = sounding(output).length - 12_000;
    time.advance(500);
    // `a` drained long ago and was told so; `b` was heard in part, `c` not at all.
    expect(told).toContain('drained a');
    expect(reports.map((report) => report.item)).toEqual(['b', 'c']);
    const [b, c] = reports;
    expect(b?.receivedFrames).toBe(48_000);
    expect(Math.abs((b?.playedFrames ?? 0) - heard)).toBeLessThanOrEqual(144 + 128 + 72);
    expect(b?.heard).toBe(Math.floor((b?.playedFrames ?? 0) / MS));
    expect(c).toEqual({ item: 'c', receivedFrames: 4_800, playedFrames: 0, audioEndMs: 0, heard: 'none' });
    expect(sounding(output).filter((sample) => sample !== 0).length).toBeLessThan(
      12_000 + heard + 144 + 2_400 + 200,
    );
    expect(channel.position('b')?.heardFrames).toBe(b?.playedFrames);
    expect(told.at(-1)).toBe('idle');
  });

  it('calls an item heard whole if it was rendered whole when the flush came', async () => {
    const { time, channel, page } = rig();
    page();
    channel.push('a', base64Of(speech(4_800)));
    channel.end('a');
    time.advance(225);
    const flushed = channel.flush();
    time.advance(5);
    expect(await flushed).toMatchObject([{ item: 'a', heard: 'all', audioEndMs: 200 }]);
  });

  it('resolves a flush with what is known when the player does not answer', async () => {
    const { time, channel, page } = rig();
    const player = page();
    channel.push('a', base64Of(speech(48_000)));
    time.advance(1_005);
    player.mute = true;
    const flushed = channel.flush();
    time.advance(250);
    const [report] = await flushed;
    expect(report?.audioEndMs).toBeGreaterThan(800);
    expect(report?.audioEndMs).toBeLessThan(1_000);
  });

  it('resolves a flush at once when there is nothing, or no player', async () => {
    const { channel } = rig();
    expect(await channel.flush()).toEqual([]);
    channel.push('a', base64Of(speech(480)));
    expect(await channel.flush()).toMatchObject([{ item: 'a', heard: 'none' }]);
  });

  it('answers three flushes in a row, each with its own items', async () => {
    const { time, channel, page } = rig();
    page();
    const answers: Promise<HeardReport[]>[] = [];
    for (const item of ['a', 'b', 'c']) {
      channel.push(item, base64Of(speech(24_000)));
      time.advance(100);
      answers.push(channel.flush());
    }
    time.advance(10);
    const reports = await Promise.all(answers);
    expect(reports.map((list) => list.map((report) => report.item))).toEqual([['a'], ['b'], ['c']]);
  });

  it('pauses, resumes with the next frame, and a flush ends the pause', async () => {
    const { time, channel, page } = rig();
    const { output } = page();
    channel.push('a', base64Of(speech(24_000)));
    channel.end('a');
    time.advance(300);
    channel.pause();
    time.advance(20);
    const before = output.length;
    time.advance(5_000);
    expect(output.slice(before).every((sample) => sample === 0)).toBe(true);
    expect(channel.position('a')?.heardFrames).toBe(channel.position('a')?.playedFrames);
    channel.resume();
    time.advance(2_000);
    expect(output.filter((sample) => sample !== 0).length).toBeGreaterThanOrEqual(24_000 - 2);
    expect(output.filter((sample) => sample !== 0).length).toBeLessThan(24_000 + 72);

    channel.push('b', base64Of(speech(24_000)));
    time.advance(100);
    channel.pause();
    void channel.flush();
    expect(channel.paused).toBe(false);
    channel.push('c', base64Of(speech(2_400)));
    channel.end('c');
    time.advance(500);
    expect(channel.position('c')?.heardFrames).toBe(2_400);
  });

  it('goes on where the listener was when the page is lost in mid-answer', () => {
    const { time, channel, page, told } = rig();
    const first = page();
    const signal = speech(48_000);
    channel.push('a', base64Of(signal));
    channel.end('a');
    time.advance(1_000);
    first.crash();
    const heard = channel.position('a')?.heardFrames ?? 0;
    const rendered = sounding(first.output).length;
    // Nothing that was not heard is lost: at most a report's 100 ms and the device's 40 ms are heard again.
    expect(heard).toBeLessThanOrEqual(rendered - 40 * MS);
    expect(heard).toBeGreaterThan(rendered - 150 * MS);
    time.advance(700);
    const second = page();
    time.advance(3_000);
    // It fades in: in the middle of a word there is no hard beginning.
    const output = second.output.slice(firstChunkAt(second));
    expect(Math.abs(output[0] ?? 99)).toBeLessThan(20);
    expect(output.slice(FADE, 48_000 - heard)).toEqual([...signal.subarray(heard + FADE)]);
    expect(told).toEqual(['started a 40', 'drained a', 'idle']);
    expect(channel.position('a')).toMatchObject({ playedFrames: 48_000, heardFrames: 48_000 });
  });

  it('keeps the position exact through several rebuilds', async () => {
    const { time, channel, page } = rig();
    let player = page();
    const signal = speech(120_000);
    channel.push('a', base64Of(signal));
    for (let i = 0; i < 4; i++) {
      time.advance(600);
      player.crash();
      player = page();
    }
    time.advance(503);
    const flushed = channel.flush();
    time.advance(3);
    const [report] = await flushed;
    const last = report?.playedFrames ?? 0;
    expect(last).toBeGreaterThan(2_000 * MS);
    // The last sample at full level before the fade is the one that the count says.
    time.advance(50);
    const at = player.output.lastIndexOf(signal[last - 145] ?? 0);
    expect(sounding(player.output).length).toBeGreaterThan(0);
    expect(player.output.slice(at - 99, at + 1)).toEqual([...signal.subarray(last - 244, last - 144)]);
  });

  it('plays the end again when the page is lost while the device still holds it', () => {
    const { time, channel, page, told } = rig({ latencyMs: 200 });
    const first = page();
    const signal = speech(12_000);
    channel.push('a', base64Of(signal));
    channel.end('a');
    time.advance(520);
    expect(told).toEqual(['started a 200']);
    first.crash();
    const second = page();
    time.advance(1_000);
    const output = sounding(second.output);
    const end = output.findLastIndex((sample) => sample !== 0) + 1;
    // Behind the last frame comes nothing but its decay.
    const last = output.lastIndexOf(signal.at(-1) ?? 0) + 1;
    expect(end - last).toBeLessThan(FADE);
    expect(output.slice(last - 4_000, last)).toEqual([...signal.subarray(-4_000)]);
    expect(told).toEqual(['started a 200', 'drained a', 'idle']);
  });

  it('believes no nonsense of the page', () => {
    const { time, channel, page, told } = rig();
    const player = page();
    channel.push('a', base64Of(speech(24_000)));
    time.advance(50);
    for (const message of [
      null,
      'hello',
      { type: 'unknown' },
      { type: 'drained', epoch: 0, item: 'a', playedFrames: -1, latencyMs: 0 },
      {
        type: 'progress',
        epoch: 0,
        items: [{ item: 'a', playedFrames: 1e9 }],
        queuedFrames: 0,
        underruns: 0,
        level: 0,
        latencyMs: 0,
      },
      { type: 'drained', epoch: 0, item: 'a', playedFrames: 100, latencyMs: 0 },
      { type: 'started', epoch: 0, item: 'not ours', latencyMs: 0 },
      { type: 'flushed', epoch: 9, items: [], latencyMs: 0 },
    ]) {
      player.send(message);
    }
    expect(told.filter((line) => line.startsWith('fault')).length).toBe(6);
    expect(told.filter((line) => !line.startsWith('fault'))).toEqual(['started a 40']);
    time.advance(500);
    expect(channel.position('a')?.playedFrames).toBeGreaterThan(10_000);
  });

  it('ignores a port that was replaced', () => {
    const { time, channel, page, told } = rig();
    const first = page();
    page();
    channel.push('a', base64Of(speech(480)));
    first.send({ type: 'started', epoch: 0, item: 'a', latencyMs: 0 });
    first.crash();
    channel.end('a');
    time.advance(300);
    expect(told).toEqual(['started a 40', 'drained a', 'idle']);
  });

  it('has no timer of its own when idle', () => {
    const { time, channel } = rig();
    const page = new FakePage(time, 40);
    channel.attach(page.port);
    channel.push('a', base64Of(speech(480)));
    channel.end('a');
    time.advance(500);
    page.alive = false;
    time.advance(100);
    expect(time.waiting).toBe(0);
  });
});
