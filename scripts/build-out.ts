import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const INPUTS = ['src', 'electron.vite.config.ts', 'package.json'];
const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/popup/index.html'];

/** Epoch ms of the newest file at or below `path`; 0 if there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const state = statSync(path);
  if (!state.isDirectory()) return state.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/** Whether a part of `out/` is missing or older than what it is made of. */
export function isOutdated(root: string): boolean {
  const built = OUTPUTS.map((path) => newest(join(root, path)));
  return Math.min(...built) < Math.max(...INPUTS.map((path) => newest(join(root, path))));
}

/** Builds `out/` if {@link isOutdated}. @throws Error if that fails; what is wrong has been written by then. */
export function buildIfOutdated(root: string): void {
  if (!isOutdated(root)) return;
  process.stderr.write('Building …\n');
  const require = createRequire(import.meta.url);
  const tool = join(dirname(require.resolve('electron-vite/package.json')), 'bin/electron-vite.js');
  // Its talk goes to stderr: stdout is the app's.
  const built = spawnSync(process.execPath, [tool, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (built.status !== 0) throw new Error('Aloud could not be built.');
}
