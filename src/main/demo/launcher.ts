import type { Worker, WorkerOptions } from 'node:worker_threads';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages';

/** Where the embedded server listens, and the key that it wants. */
export interface DemoAddress {
  url: string;
  token: string;
}

export interface DemoServerHandle {
  /**
   * Starts the server if it is not running, and resolves once it listens. Rejects with a sentence if it could not
   * start; the next call tries again.
   */
  start(): Promise<DemoAddress>;
  /** Ends it. Resolves when its thread is gone; harmless if it does not run. */
  stop(): Promise<void>;
}

export interface LauncherParts {
  /** Starts the worker's script. */
  spawn(options: WorkerOptions): Worker;
  /** Flite's program. Called when the first words are to be spoken. */
  readVoice(): Promise<Uint8Array<ArrayBuffer>>;
  newToken(): string;
  /** Milliseconds that starting, and stopping, may take. */
  timeoutMs: number;
}

interface Running {
  worker: Worker;
  address: Promise<DemoAddress>;
  exited: Promise<void>;
}

export function createLauncher(parts: LauncherParts): DemoServerHandle {
  let running: Running | null = null;
  return {
    start: () => {
      if (running !== null) return running.address;
      const started = launch(parts);
      running = started;
      // A server that failed or crashed makes room for the next attempt.
      const forget = (): void => {
        if (running === started) running = null;
      };
      started.address.catch(forget);
      void started.exited.then(forget);
      return started.address;
    },
    stop: async () => {
      const stopped = running;
      running = null;
      if (stopped === null) return;
      send(stopped.worker, { type: 'stop' });
      const timer = setTimeout(() => void stopped.worker.terminate(), parts.timeoutMs);
      await stopped.exited;
      clearTimeout(timer);
    },
  };
}

function launch({ spawn, readVoice, newToken, timeoutMs }: LauncherParts): Running {
  const token = newToken();
  const worker = spawn({ name: 'demo-server', workerData: { token } satisfies WorkerSettings });
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
  const address = new Promise<DemoAddress>((resolve, reject) => {
    const fail = (reason: string): void => {
      clearTimeout(timer);
      reject(new Error(`The demo server could not start: ${reason}`));
      void worker.terminate();
    };
    const timer = setTimeout(() => fail('it took too long.'), timeoutMs);
    worker.on('error', (error) => fail(error instanceof Error ? error.message : String(error)));
    worker.once('exit', () => fail('its thread ended.'));
    worker.on('message', (message: FromWorker) => {
      switch (message.type) {
        case 'listening':
          clearTimeout(timer);
          resolve({ url: message.url, token });
          break;
        case 'failed':
          fail(message.reason);
          break;
        case 'need-voice':
          void giveVoice(worker, readVoice);
          break;
      }
    });
  });
  // Whoever asked hears of a failure; a second listener must not make it an unhandled one.
  address.catch(() => {});
  return { worker, address, exited };
}

async function giveVoice(worker: Worker, readVoice: LauncherParts['readVoice']): Promise<void> {
  try {
    const wasm = await readVoice();
    worker.postMessage({ type: 'voice', wasm } satisfies ToWorker, [wasm.buffer]);
  } catch (error) {
    send(worker, { type: 'no-voice', reason: error instanceof Error ? error.message : String(error) });
  }
}

function send(worker: Worker, message: ToWorker): void {
  worker.postMessage(message);
}
