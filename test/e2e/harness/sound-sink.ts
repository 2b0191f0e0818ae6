import type { ChildProcess } from 'node:child_process';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instrumentFirst } from './priority';

/** A sound server of the test's own with one device, whose sound is thrown away and can be recorded. */
export interface SoundSink {
  /** For the environment of the app: it then plays here and nowhere else. */
  readonly env: Readonly<Record<string, string>>;
  /** The sound server's process. */
  readonly pid: number;
  /** Begins to record what a device plays, at `rate` frames per second; resolves once it does. */
  record(rate: number, device?: string): Promise<SoundRecording>;
  /** Another device comes, which programs see under this name. The first one is called {@link FIRST_DEVICE}. */
  plug(device: string): void;
  /** It goes. What played on it is moved to another one by the sound server, as most desktops have it. */
  unplug(device: string): void;
  /** All devices but the first one go, and that is the system's own again. */
  reset(): void;
  /** The user makes it the system's own. */
  makeDefault(device: string): void;
  close(): Promise<void>;
}

export interface SoundRecording {
  /** Frames recorded so far: mono, signed 16 bit. */
  frames(): number;
  /** Epoch ms at which frame 0 was recorded, as well as it can be known from outside. */
  readonly startedAt: number;
  /** What was recorded so far. */
  samples(): Int16Array;
  /** Resolves when there was sound and then silence for `ms`; rejects after `limitMs`. */
  untilSilent(ms: number, limitMs?: number): Promise<void>;
  stop(): Promise<Int16Array>;
}

/** Why no sound can be recorded here, in one sentence, or null. */
export function soundSinkProblem(): string | null {
  if (process.platform !== 'linux') {
    return `The sound at the device is recorded with PulseAudio on Linux only, not on ${process.platform}.`;
  }
  for (const command of ['pulseaudio', 'parecord']) {
    if (spawnSync(command, ['--version'], { stdio: 'ignore' }).error !== undefined) {
      return `The sound at the device cannot be recorded: ${command} is not installed (Debian: apt-get install pulseaudio pulseaudio-utils).`;
    }
  }
  return null;
}

export const FIRST_DEVICE = 'aloud';

const START_LIMIT_MS = 10_000;
const SINK_RATE = 48_000;

/** @throws Error with the sentence of {@link soundSinkProblem}, or what the server said. */
export async function soundSink(): Promise<SoundSink> {
  const problem = soundSinkProblem();
  if (problem !== null) throw new Error(problem);
  const folder = await mkdtemp(join(tmpdir(), 'aloud-sound-'));
  const socket = join(folder, 'native');
  const env = {
    PULSE_SERVER: `unix:${socket}`,
    PULSE_RUNTIME_PATH: folder,
    PULSE_STATE_PATH: folder,
    XDG_RUNTIME_DIR: folder,
    // No client starts a server of its own when this one is gone.
    PULSE_CLIENTCONFIG: '/dev/null',
  };
  const server = spawn(
    'pulseaudio',
    [
      '-n',
      '--daemonize=no',
      '--exit-idle-time=-1',
      '--use-pid-file=no',
      '--disable-shm=yes',
      '--log-target=stderr',
      '--log-level=error',
      '-L',
      `module-native-protocol-unix auth-anonymous=1 socket=${socket}`,
      '-L',
      nullSink(FIRST_DEVICE),
    ],
    { env: { ...process.env, ...env, HOME: folder }, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((done) => server.once('close', () => done()));
  const close = async (): Promise<void> => {
    server.kill('SIGTERM');
    const late = setTimeout(() => server.kill('SIGKILL'), 2_000);
    await ended;
    clearTimeout(late);
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await untilServing(server, env);
  } catch {
    await close();
    throw new Error(`The sound server did not start: ${said}`);
  }
  await instrumentFirst([server.pid ?? 0]);
  const modules = new Map<string, string>();
  const control = (...args: string[]): string =>
    execFileSync('pactl', args, { env: { ...process.env, ...env }, encoding: 'utf8' }).trim();
  const unplug = (device: string): void => {
    control('unload-module', modules.get(device) ?? '');
    modules.delete(device);
  };
  return {
    env,
    pid: server.pid ?? 0,
    record: (rate, device = FIRST_DEVICE) => record(rate, device, env),
    plug: (device) => void modules.set(device, control('load-module', ...nullSink(device).split(' '))),
    unplug,
    reset() {
      for (const device of [...modules.keys()]) unplug(device);
      control('set-default-sink', FIRST_DEVICE);
    },
    makeDefault: (device) => void control('set-default-sink', device),
    close,
  };
}

/** A device whose sound is thrown away: a module and its arguments. */
function nullSink(name: string): string {
  return `module-null-sink sink_name=${name} sink_properties=device.description=${name} rate=${SINK_RATE} channels=2`;
}

async function untilServing(server: ChildProcess, env: Record<string, string>): Promise<void> {
  const until = Date.now() + START_LIMIT_MS;
  while (Date.now() < until && server.exitCode === null) {
    const asked = spawnSync('pactl', ['info'], { env: { ...process.env, ...env }, stdio: 'ignore' });
    if (asked.status === 0) return;
    await new Promise((next) => setTimeout(next, 50));
  }
  throw new Error('Not serving');
}

async function record(rate: number, device: string, env: Record<string, string>): Promise<SoundRecording> {
  const child = spawn(
    'parecord',
    [
      '--raw',
      `--device=${device}.monitor`,
      '--format=s16le',
      '--channels=1',
      `--rate=${rate}`,
      '--latency-msec=10',
    ],
    { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const parts: Buffer[] = [];
  let bytes = 0;
  let lastSoundAt = 0;
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const ended = new Promise<void>((done) => child.once('close', () => done()));
  const startedAt = await new Promise<number>((resolve, reject) => {
    child.stdout.on('data', (part: Buffer) => {
      if (bytes === 0) resolve(Date.now() - (part.length * 500) / rate);
      parts.push(part);
      bytes += part.length;
      if (isSounding(part)) lastSoundAt = Date.now();
    });
    void ended.then(() => reject(new Error(`parecord ended: ${said}`)));
  });
  await instrumentFirst([child.pid ?? 0]);
  const samples = (): Int16Array => {
    const all = Buffer.concat(parts);
    const result = new Int16Array(Math.floor(all.length / 2));
    for (let i = 0; i < result.length; i++) result[i] = all.readInt16LE(2 * i);
    return result;
  };
  return {
    startedAt,
    frames: () => Math.floor(bytes / 2),
    samples,
    async untilSilent(ms, limitMs = 60_000) {
      const until = Date.now() + limitMs;
      while (lastSoundAt === 0 || Date.now() - lastSoundAt < ms) {
        if (Date.now() > until) throw new Error(`No ${ms} ms of silence after sound within ${limitMs} ms`);
        await new Promise((next) => setTimeout(next, 20));
      }
    },
    async stop() {
      child.kill('SIGTERM');
      await ended;
      return samples();
    },
  };
}

/** Louder than the least bits of a resampler. */
function isSounding(part: Buffer): boolean {
  for (let at = 0; at + 1 < part.length; at += 2) if (Math.abs(part.readInt16LE(at)) > 16) return true;
  return false;
}
