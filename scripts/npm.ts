import { spawnSync } from 'node:child_process';

/** What a command that printed to the terminal ended with; 1 if it could not be started or was killed. */
export function npm(args: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  // On Windows npm is a .cmd file, which only a shell can start. All arguments are ours: none needs quoting.
  const run = spawnSync('npm', args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (run.error !== undefined) console.error(`npm could not be started: ${run.error.message}`);
  return run.status ?? 1;
}
