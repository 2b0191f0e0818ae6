import type { AddressInfo, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { systemClock } from '../../../src/main/demo/clock';
import { findScenario } from '../../../src/main/demo/scenarios/scenarios';
import type { DemoServer, DemoServerOptions } from '../../../src/main/demo/server';
import { startDemoServer } from '../../../src/main/demo/server';
import type { Voice } from '../../../src/main/demo/voice/voice';
import { SAMPLE_RATE } from '../../../src/main/demo/voice/voice';
import { timeWords } from '../../../src/main/demo/voice/words';

/** Of a character of the answer. */
const TONE_MS = 45;
const TONE_HZ = 440;
const AMPLITUDE = 8_000;

/** A tone as long as its text: quick to make, and whoever hears it whole has heard a known number of frames. */
const toneVoice: Voice = {
  warmUp: async () => {},
  speak: async ({ text }) => {
    const frames = (text.trim().length * TONE_MS * SAMPLE_RATE) / 1000;
    const step = (2 * Math.PI * TONE_HZ) / SAMPLE_RATE;
    const pcm = Int16Array.from({ length: frames }, (_, frame) => AMPLITUDE * Math.sin(step * frame));
    return { pcm, words: timeWords(text, frames) };
  },
};

/** How many frames the answer `text` has, spoken by the tone in one phrase. */
export function toneFrames(text: string): number {
  return (text.trim().length * TONE_MS * SAMPLE_RATE) / 1000;
}

/** A server of the Realtime protocol in this process, behind a gateway that can see, cut and replace it. */
export interface ScenarioServer {
  /** For ALOUD_REALTIME_URL. Stays the same whatever is behind it. */
  readonly url: string;
  /** The heads of all requests to connect, as they came: request line and headers. */
  readonly heads: readonly string[];
  /** Behaves so from the next connection on; the present ones are cut. @throws Error for an unknown name. */
  play(scenario: string): Promise<void>;
  /** Something else stands at the address: it is given each connection. The present ones are cut. */
  replace(serve: (socket: Socket) => void): Promise<void>;
  /** Nothing listens at the address any more, until `play` or `replace`. */
  vanish(): Promise<void>;
  /** Cuts every connection without a word. */
  cut(): void;
  close(): Promise<void>;
}

type Behind = { kind: 'server' } | { kind: 'other'; serve: (socket: Socket) => void };

/** Starts well-behaved. `tls`: the address is `wss:`. */
export async function scenarioServer(
  options: Partial<Pick<DemoServerOptions, 'key' | 'certificate' | 'voice'>> = {},
): Promise<ScenarioServer> {
  const server: DemoServer = await startDemoServer({
    port: 0,
    key: null,
    pace: 4,
    scenario: scenarioOf('calm'),
    certificate: null,
    voice: toneVoice,
    clock: systemClock,
    ...options,
  });
  const heads: string[] = [];
  const open = new Set<Socket>();
  let behind: Behind = { kind: 'server' };

  const gateway = createServer((socket) => {
    open.add(socket);
    socket.on('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    if (behind.kind === 'other') {
      behind.serve(socket);
      return;
    }
    socket.once('data', (first: Buffer) => heads.push(first.toString('latin1').split('\r\n\r\n')[0] ?? ''));
    const inner = connect(server.port, '127.0.0.1');
    inner.on('error', () => socket.resetAndDestroy());
    inner.on('close', () => socket.destroy());
    socket.on('close', () => inner.destroy());
    socket.pipe(inner).pipe(socket);
  });
  const listen = (port: number) =>
    new Promise<void>((done, failed) => {
      gateway.once('error', failed);
      gateway.listen(port, '127.0.0.1', () => {
        gateway.off('error', failed);
        done();
      });
    });
  await listen(0);
  const { port } = gateway.address() as AddressInfo;
  const cut = (): void => {
    for (const socket of open) socket.destroy();
  };
  const stopListening = () => new Promise<void>((done) => gateway.close(() => done()));
  const change = async (next: Behind): Promise<void> => {
    behind = next;
    cut();
    if (!gateway.listening) await listen(port);
  };

  return {
    url: server.url.replace(`:${server.port}/`, `:${port}/`),
    heads,
    async play(scenario) {
      server.setScenario(scenarioOf(scenario));
      await change({ kind: 'server' });
    },
    replace: (serve) => change({ kind: 'other', serve }),
    async vanish() {
      cut();
      if (gateway.listening) await stopListening();
    },
    cut,
    async close() {
      cut();
      if (gateway.listening) await stopListening();
      await server.stop();
    },
  };
}

function scenarioOf(name: string) {
  const scenario = findScenario(name);
  if (scenario === null) throw new Error(`There is no scenario ${name}`);
  return scenario;
}
