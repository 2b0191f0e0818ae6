import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { instrumentFirst } from '../priority';
import { Recorder } from './recorder';

/** Hz. What most devices run at; the speech is at half of it. */
export const SINK_RATE = 48_000;
const CHANNELS = 2;
const NAME = 'bench';

export interface Sink {
  /** For every program that is to play into it. */
  readonly env: Readonly<Record<string, string>>;
  readonly recorder: Recorder;
  stop(): Promise<void>;
}

/** A PulseAudio server of our own with a null sink, and a recording of it from start to stop. */
export async function startSink(): Promise<Sink> {
  const folder = await mkdtemp(join(tmpdir(), 'aloud-bench-pulse-'));
  const socket = join(folder, 'native');
  const env = { PULSE_SERVER: `unix:${socket}`, PULSE_RUNTIME_PATH: folder, PULSE_STATE_PATH: folder };
  const daemon = spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--exit-idle-time=-1',
      '--use-pid-file=no',
      `--load=module-null-sink sink_name=${NAME} rate=${SINK_RATE} channels=${CHANNELS} format=s16le`,
      `--load=module-native-protocol-unix socket=${socket} auth-anonymous=1`,
    ],
    { env: { ...process.env, ...env }, stdio: 'ignore' },
  );
  await present(socket, daemon);
  const recording = spawn(
    'parecord',
    [
      '--raw',
      `--device=${NAME}.monitor`,
      `--rate=${SINK_RATE}`,
      `--channels=${CHANNELS}`,
      '--format=s16le',
      '--latency-msec=5',
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  const recorder = new Recorder(CHANNELS, SINK_RATE);
  recording.stdout.on('data', (bytes: Buffer) => recorder.take(bytes, performance.now()));
  await once(recording.stdout, 'data');
  await instrumentFirst([daemon.pid ?? 0, recording.pid ?? 0]);
  return {
    env,
    recorder,
    async stop() {
      await end(recording);
      await end(daemon);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function present(socket: string, daemon: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    if (daemon.exitCode !== null) break;
    if (await stat(socket).catch(() => null)) return;
    await sleep(50);
  }
  throw new Error('PulseAudio did not start: the bench needs `pulseaudio` and `pulseaudio-utils`.');
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill();
  await ended;
}
