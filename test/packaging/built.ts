import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

/** The built program, or a plain sentence in place of a puzzling failure. */
export function builtFolder(): string {
  const out = resolve('out');
  if (!existsSync(resolve(out, 'main/index.js')))
    throw new Error('There is no out/: run `npm run build` first.');
  return out;
}
