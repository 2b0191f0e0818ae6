import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';

/** How `npm start` runs the app, and why not on Electron. */
export type Runtime =
  | { kind: 'electron'; executable: string }
  /** `reason` ends the sentence "Aloud runs on Chromium, because …". */
  | { kind: 'chromium'; reason: string };

const GITHUB_LIMIT_MS = 3_000;
/** About 110 MB. */
const DOWNLOAD_LIMIT_MS = 240_000;

const PLATFORM_PATHS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

/** Electron where it can run: its binary is there or can be fetched, and there is a screen. */
export async function chooseRuntime(
  env: Readonly<Record<string, string | undefined>>,
  hasDisplay: boolean,
): Promise<Runtime> {
  const wanted = env.ALOUD_RUNTIME;
  if (wanted === 'chromium') return { kind: 'chromium', reason: 'ALOUD_RUNTIME says so' };
  if (wanted !== undefined && wanted !== '' && wanted !== 'electron') {
    throw new Error(`ALOUD_RUNTIME is electron or chromium, not ${wanted}.`);
  }
  if (!hasDisplay) return { kind: 'chromium', reason: 'Electron needs a display and there is none' };
  if (process.getuid?.() === 0 && process.platform === 'linux') {
    return { kind: 'chromium', reason: "Electron's sandbox does not run as root" };
  }
  const installed = findElectron(env);
  if (installed !== null) return { kind: 'electron', executable: installed };
  if (!(await isReachable('github.com', 443))) {
    return { kind: 'chromium', reason: "Electron's binary is not here and GitHub cannot be reached" };
  }
  process.stderr.write("Fetching Electron's binary …\n");
  const fetched = spawnSync(process.execPath, [join(packageFolder(), 'install.js')], {
    stdio: ['ignore', 'ignore', 'ignore'],
    timeout: DOWNLOAD_LIMIT_MS,
  });
  const executable = fetched.status === 0 ? findElectron(env) : null;
  return executable === null
    ? { kind: 'chromium', reason: "Electron's binary could not be fetched" }
    : { kind: 'electron', executable };
}

/** Electron's binary, or null. Never by `require('electron')`: that would download by itself, however long it takes. */
export function findElectron(env: Readonly<Record<string, string | undefined>>): string | null {
  const inFolder = PLATFORM_PATHS[process.platform] ?? 'electron';
  const override = env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override !== undefined && override !== '') {
    const executable = join(override, inFolder);
    if (!existsSync(executable)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH holds no ${inFolder}.`);
    return executable;
  }
  const folder = packageFolder();
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) return null;
  const executable = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(executable) ? executable : null;
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('electron/package.json'));
}

function isReachable(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ host, port, timeout: GITHUB_LIMIT_MS });
    const end = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}
