/** The embedded server on its own thread, so that speaking never holds up the program. */
import { parentPort, workerData } from 'node:worker_threads';
import { DEFAULT_PACE } from './cli-arguments';
import { systemClock } from './clock';
import { CALM } from './scenarios/scenarios';
import { startDemoServer } from './server';
import { createVoice } from './voice/voice';
import type { FromWorker, ToWorker, WorkerSettings } from './worker-messages';

const port = parentPort;
if (port === null) throw new Error('The server’s worker must be started as a worker.');

const tell = (message: FromWorker): void => port.postMessage(message);
let voiceWanted: { resolve(wasm: Uint8Array<ArrayBuffer>): void; reject(error: Error): void } | null = null;
let stop = (): void => port.close();

port.on('message', (message: ToWorker) => {
  switch (message.type) {
    case 'voice':
      voiceWanted?.resolve(message.wasm);
      break;
    case 'no-voice':
      voiceWanted?.reject(new Error(message.reason));
      break;
    case 'stop':
      stop();
      break;
  }
});

const voice = createVoice(
  () =>
    new Promise((resolve, reject) => {
      voiceWanted = { resolve, reject };
      tell({ type: 'need-voice' });
    }),
);

try {
  const { token } = workerData as WorkerSettings;
  const server = await startDemoServer({
    port: 0,
    key: token,
    pace: DEFAULT_PACE,
    scenario: CALM,
    certificate: null,
    voice,
    clock: systemClock,
  });
  stop = () => {
    void server.stop().then(() => port.close());
  };
  tell({ type: 'listening', url: server.url });
} catch (error) {
  tell({ type: 'failed', reason: error instanceof Error ? error.message : String(error) });
  port.close();
}
