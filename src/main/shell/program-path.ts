import { appImageOf } from './app-image';
import { realPath } from './real-path';

/** What starts this program again, absolute: for an AppImage the file itself, for its mount is gone with it. */
export function programPath(
  execPath: string,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  return appImageOf(execPath, environment, realPath) ?? execPath;
}
