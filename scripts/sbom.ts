/** `npm run sbom [-- FILE]`: the parts of the built program by CycloneDX, into `dist/aloud.cdx.json`. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { shippedBom } from './bom';
import { npmJson } from './npm';
import { shippedPackages } from './shipped';

const file = resolve(process.argv[2] ?? 'dist/aloud.cdx.json');
const { output } = npmJson(['sbom', '--sbom-format', 'cyclonedx', '--package-lock-only']);
const bom = shippedBom(output, shippedPackages('.'));
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(bom, null, 2)}\n`);
console.log(`${bom.components.length} parts in ${file}`);
