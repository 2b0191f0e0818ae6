/**
 * Runs the end-to-end tests on the built program: `npm run test:e2e [-- --electron] [vitest's own arguments]`.
 * They run under the host on Chromium, or on the real Electron with `--electron`.
 */
import { npm } from './npm';

const args = process.argv.slice(2);
const onElectron = args.includes('--electron');
const rest = args.filter((arg) => arg !== '--electron');

process.exitCode = npm(['exec', '--', 'vitest', 'run', '--project', 'e2e', '--project', 'heard', ...rest], {
  ...process.env,
  ALOUD_E2E_RUNTIME: onElectron ? 'electron' : 'host',
});
