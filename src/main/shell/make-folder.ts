import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it that are missing, for the user alone. Not by Node's own `recursive`: that one never
 * returns where the system says of a folder that is there that nothing can be made in it for want of it, as Linux does
 * below /proc.
 */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) {
    // A file in its place is told by the system's own words.
    if (!statSync(folder).isDirectory()) mkdirSync(folder);
    return;
  }
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder, { mode: 0o700 });
}
