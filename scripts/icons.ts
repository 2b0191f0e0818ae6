/** Makes every icon in `assets/` from `assets/icon.svg`: `npx tsx scripts/icons.ts`. A test tells when it is due. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makeIcons } from './icons/make';

const assets = join(import.meta.dirname, '..', 'assets');
const files = makeIcons(readFileSync(join(assets, 'icon.svg'), 'utf8'));
for (const [path, content] of files) {
  const file = join(assets, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
console.log(`${files.size} icons written to ${assets}`);
