/**
 * Runs the end-to-end tests on the built program: `npm run test:e2e [-- --electron] [vitest's own arguments]`. All of them
 * run under the host on Chromium, which they drive; with `--electron` those run that real Electron can show as well.
 */
import { npm } from './npm';

const args = process.argv.slice(2);
const onElectron = args.includes('--electron');
const rest = args.filter((arg) => arg !== '--electron');
const projects = onElectron ? ['electron'] : ['e2e', 'heard'];

process.exitCode = npm([
  ...['exec', '--', 'vitest', 'run'],
  ...projects.flatMap((project) => ['--project', project]),
  ...rest,
]);
