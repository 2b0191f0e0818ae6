import { app } from 'electron';
import { programPath } from './program-path';

/** What starts this Aloud from a shell: its name where a package has put it on the path, or else where it lies. */
export function programCommand(
  execPath: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const path = programPath(execPath, environment);
  const isInstalled = app.isPackaged && path === execPath;
  return isInstalled && process.platform === 'linux' ? 'aloud' : path;
}
