import { realpathSync } from 'node:fs';
import { appImageOf } from './app-image';

/** What starts this program again, absolute: for an AppImage the file itself, for its mount is gone with it. */
export function programPath(
  execPath: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return appImageOf(execPath, environment, realPath) ?? execPath;
}

/** What does not exist is its own. */
function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
