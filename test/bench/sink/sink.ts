import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { instrumentFirst } from '../../e2e/harness/priority';
import { soundSink } from '../../e2e/harness/sound-sink';
import { Recorder } from './recorder';

/** Hz. The harness's sink runs at it, as most devices do; the speech is at half of it. */
const SINK_RATE = 48_000;
const CHANNELS = 2;
/** Of the harness's sink. */
const MONITOR = 'aloud.monitor';

export interface Sink {
  /** For every program that is to play into it. */
  readonly env: Readonly<Record<string, string>>;
  readonly recorder: Recorder;
  stop(): Promise<void>;
}

/** The tests' own sound server, with one recording of its sink from start to stop, on this process' clock. */
export async function startSink(): Promise<Sink> {
  const sink = await soundSink();
  const recording = spawn(
    'parecord',
    [
      '--raw',
      `--device=${MONITOR}`,
      `--rate=${SINK_RATE}`,
      `--channels=${CHANNELS}`,
      '--format=s16le',
      '--latency-msec=5',
    ],
    { env: { ...process.env, ...sink.env }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const recorder = new Recorder(CHANNELS, SINK_RATE);
  recording.stdout.on('data', (bytes: Buffer) => recorder.take(bytes, performance.now()));
  await once(recording.stdout, 'data');
  await instrumentFirst([sink.pid, recording.pid ?? 0]);
  return {
    env: sink.env,
    recorder,
    async stop() {
      const ended = once(recording, 'exit');
      recording.kill();
      await ended;
      await sink.close();
    },
  };
}
