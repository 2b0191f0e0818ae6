/**
 * What ships. Everything is bundled and so a dev dependency: npm's own `--omit=dev` would say that nothing ships. What does
 * is written by the build beside each bundle.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

export interface Package {
  name: string;
  version: string;
}

const Licences = z.array(z.object({ name: z.string(), version: z.string() }));

/** Every package of the built program, Electron among them, each once. `root` is the repository. @throws Error before a build. */
export function shippedPackages(root: string): Package[] {
  const bundled = ['main', 'renderer'].flatMap((part) => {
    const file = join(root, 'out', part, 'licenses.json');
    if (!existsSync(file)) throw new Error('There is no out/: run `npm run build` first.');
    return Licences.parse(JSON.parse(readFileSync(file, 'utf8')));
  });
  const packages = new Map(bundled.map((each) => [idOf(each), each]));
  return [...packages.values()];
}

export function idOf({ name, version }: Package): string {
  return `${name}@${version}`;
}
