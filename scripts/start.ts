/**
 * `npm start -- …`: builds what is outdated and runs the app, on Electron or, where that cannot be had, on an installed
 * Chromium by way of the host in test/host. All arguments reach the app; the exit code is the app's.
 */
import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { constants } from 'node:os';
import { join, resolve } from 'node:path';
import { buildIfOutdated } from './build-out';
import { chooseRuntime } from './electron-binary';
import { ensureBrowser } from './ensure-browser';

const ROOT = resolve(import.meta.dirname, '..');
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const say = (sentence: string) => void process.stderr.write(`${sentence}\n`);

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return [process.env.DISPLAY, process.env.WAYLAND_DISPLAY].some((name) => name !== undefined && name !== '');
}

/** Whether a sound server or card is in sight. Only Linux runs without one often enough to ask. */
function hasSound(): boolean {
  if (process.platform !== 'linux') return true;
  const { PULSE_SERVER, XDG_RUNTIME_DIR = '/nonexistent' } = process.env;
  if (PULSE_SERVER !== undefined && PULSE_SERVER !== '') return true;
  if (['pulse/native', 'pipewire-0'].some((name) => existsSync(join(XDG_RUNTIME_DIR, name)))) return true;
  return existsSync('/dev/snd') && readdirSync('/dev/snd').some((name) => /^pcm.*p$/.test(name));
}

async function startApp(args: readonly string[]): Promise<ChildProcess> {
  const display = hasDisplay();
  const runtime = await chooseRuntime(process.env, display);
  if (!hasSound()) say('No sound device was found: Aloud plays into nothing, in real time.');
  if (runtime.kind === 'electron') {
    return spawn(runtime.executable, [ROOT, ...args], { stdio: 'inherit', windowsHide: false });
  }
  const manner = display ? 'in windows of the browser' : 'without any window';
  say(`Aloud runs on Chromium, ${manner}, because ${runtime.reason}.`);
  if (!display && !args.some((arg) => arg.startsWith('--'))) {
    say('Ask it from another terminal: npm start -- --ask "…"; Ctrl-C ends it.');
  }
  const browser = ensureBrowser({ sound: false });
  const host = ['--import', 'tsx', join(ROOT, 'test/host/run.ts'), '--browser', browser];
  return spawn(process.execPath, [...host, ...(display ? ['--headed'] : []), ROOT, '--', ...args], {
    // By the channel the host learns when this process is gone, however it went.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    cwd: ROOT,
  });
}

async function main(): Promise<void> {
  buildIfOutdated(ROOT);
  const app = await startApp(process.argv.slice(2));
  for (const signal of SIGNALS) process.on(signal, () => void app.kill(signal));
  app.once('error', (error) => {
    say(`Aloud could not be started: ${error.message}`);
    process.exit(1);
  });
  app.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (signal === null ? 0 : constants.signals[signal]));
  });
}

main().catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error));
  process.exit(1);
});
