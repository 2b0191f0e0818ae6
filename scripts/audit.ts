/**
 * `npm run audit`: what the registry knows against the packages that ship; of the others, nothing runs on a user's machine.
 * Ends with 1 if there is something, with 2 if the registry could not be asked.
 */
import { readFileSync } from 'node:fs';
import { advisoriesAgainst } from './advisories';
import { npmJson } from './npm';
import { shippedPackages } from './shipped';

const shipped = shippedPackages('.');
const { output, errors } = npmJson(['audit', '--json']);
const lock: unknown = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const advisories = advisoriesAgainst(output, lock, shipped);
if (advisories === null) {
  console.error(`The registry could not be asked for advisories.\n${errors}`);
  process.exitCode = 2;
} else {
  for (const advisory of advisories) console.error(advisory);
  console.log(`${shipped.length} packages ship, ${advisories.length} advisories against them`);
  process.exitCode = advisories.length === 0 ? 0 : 1;
}
