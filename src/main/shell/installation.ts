import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { app } from 'electron';
import { appImageOf } from './app-image';
import { realPath } from './real-path';
import type { Installation } from './update-way';

/** Looks at how this program was installed. `execPath` is the running program, absolute. */
export function readInstallation(
  platform: Installation['platform'],
  execPath: string,
  environment: Readonly<Record<string, string | undefined>>,
): Installation {
  return {
    platform,
    packaged: app.isPackaged,
    execPath,
    appImage: platform === 'linux' ? appImageOf(execPath, environment, realPath) : null,
    feed: resource('app-update.yml'),
    packageType: resource('package-type'),
    exists: existsSync,
    canReplace: (path) => isWritable(dirname(path)) && isWritable(path),
  };
}

/** What the packager wrote beside the archive, or null. */
function resource(name: string): string | null {
  if (!app.isPackaged) return null;
  try {
    return readFileSync(join(process.resourcesPath, name), 'utf8').trim();
  } catch {
    return null;
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
