import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { AUDIBLE } from '../analysis/align';
import { RATE } from '../speech';
import type { Sink } from './sink';

const CLICKS = 8;
const LATENCY_MS = 5;

/**
 * What the sink and its recording add by themselves, ms, one figure per click: from writing a click into a stream
 * that asks for as little latency as it can get, to the click in the recording. No contender can be faster.
 */
export async function measureSinkLatency(sink: Sink): Promise<number[]> {
  const player = spawn(
    'pacat',
    [
      '--playback',
      '--raw',
      '--format=s16le',
      '--channels=1',
      `--rate=${RATE}`,
      `--latency-msec=${LATENCY_MS}`,
    ],
    { env: { ...process.env, ...sink.env }, stdio: ['pipe', 'ignore', 'ignore'] },
  );
  const click = Buffer.alloc(2 * RATE * 0.1);
  for (let i = 0; i < 240; i++) click.writeInt16LE(i % 24 < 12 ? 16_000 : -16_000, 2 * i);
  const found: number[] = [];
  player.stdin.write(Buffer.alloc(click.length));
  await sleep(300);
  for (let i = 0; i < CLICKS; i++) {
    const at = performance.now();
    player.stdin.write(click);
    await sleep(400);
    const take = sink.recorder.between(at - 20, at + 350);
    const index = take.samples.findIndex((sample) => Math.abs(sample) > AUDIBLE);
    if (index !== -1) found.push(take.timeOf(index) - at);
  }
  player.stdin.end();
  player.kill();
  await once(player, 'exit');
  return found;
}
