import { spawnSync } from 'node:child_process';

/** What a command that printed to the terminal ended with; 1 if it could not be started or was killed. */
export function npm(args: readonly string[], env: NodeJS.ProcessEnv = process.env): number {
  // On Windows npm is a .cmd file, which only a shell can start. All arguments are ours: none needs quoting.
  const run = spawnSync('npm', args, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  if (run.error !== undefined) console.error(`npm could not be started: ${run.error.message}`);
  return run.status ?? 1;
}

/**
 * What a command printed, which is to be JSON, and what it complained of. An exit code is none of this: `npm audit` has one
 * for what it found. `output` is null where nothing sensible was printed.
 */
export function npmJson(args: readonly string[]): { output: unknown; errors: string } {
  const run = spawnSync('npm', args, {
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    shell: process.platform === 'win32',
  });
  try {
    return { output: JSON.parse(run.stdout), errors: run.stderr };
  } catch {
    return { output: null, errors: run.stderr };
  }
}
