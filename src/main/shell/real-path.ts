import { realpathSync } from 'node:fs';

/** Where a path leads to, past all links. One that does not exist is its own. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
