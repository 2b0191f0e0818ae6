/**
 * Runs a built Electron app on Chromium: `tsx test/host/run.ts --browser PATH [--headed] [--devtools]
 * [--storage real|basic_text|unavailable] [--keyring FILE] [--audio-buffer FRAMES] APP_ROOT [-- ARGS…]`.
 */
import { parseArgs } from 'node:util';
import { serveControl } from './control';
import { createDriver } from './driver';
import { startHost } from './host';
import type { StorageBackend } from './system';
import { TrayPage } from './tray-page';

const separator = process.argv.indexOf('--', 2);
const own = separator === -1 ? process.argv.slice(2) : process.argv.slice(2, separator);
const appArguments = separator === -1 ? [] : process.argv.slice(separator + 1);

const { values, positionals } = parseArgs({
  args: own,
  allowPositionals: true,
  options: {
    browser: { type: 'string' },
    headed: { type: 'boolean', default: false },
    devtools: { type: 'boolean', default: false },
    storage: { type: 'string', default: 'unavailable' },
    keyring: { type: 'string' },
    'audio-buffer': { type: 'string' },
  },
});

function storageOf(name: string): StorageBackend {
  if (name === 'real' || name === 'basic_text' || name === 'unavailable') return name;
  throw new Error(`--storage is real, basic_text or unavailable, not ${name}`);
}

function framesOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const frames = Number(text);
  if (Number.isInteger(frames) && frames > 0) return frames;
  throw new Error(`--audio-buffer is a number of frames, not ${text}`);
}

async function run(): Promise<void> {
  const [appRoot] = positionals;
  if (appRoot === undefined || values.browser === undefined) {
    throw new Error('The host needs --browser PATH and the folder of the app');
  }
  const trayPage = new TrayPage();
  const host = await startHost({
    appRoot,
    executable: values.browser,
    headed: values.headed,
    devTools: values.devtools,
    audioBufferFrames: framesOf(values['audio-buffer']),
    storage: storageOf(values.storage),
    keyringFile: values.keyring ?? null,
    args: appArguments,
    trayChanged: () => trayPage.changed(),
  });
  if (values.headed) await trayPage.attach(host);
  serveControl(createDriver(host));
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exit(1);
});
