import { systemClock } from '../../../src/main/demo/clock';
import type { ConnectionFaults, Wire } from '../../../src/main/demo/faults';
import { isRecord, type WireEvent } from '../../../src/main/demo/protocol/events';
import { startDemoServer } from '../../../src/main/demo/server';
import type { Delta } from './script';

/** What the server saw of one reply. Times are `performance.now()` of this process. */
export interface Turn {
  createdAt: number;
  /** Each audio delta at the moment before it was written to the socket, with the frames sent up to and with it. */
  sent: { at: number; frames: number }[];
  /** `audio_end_ms` of every truncation, in order. */
  truncatedMs: number[];
  deleted: boolean;
  cancelledAt: number | null;
  doneAt: number | null;
}

export interface Reply {
  pcm: Int16Array;
  deltas: readonly Delta[];
}

export interface BenchServer {
  /** `ws://127.0.0.1:PORT/v1/realtime`. */
  readonly url: string;
  /** The next response says this; the promise is its turn, once it was created. */
  plan(reply: Reply): Promise<Turn>;
  stop(): Promise<void>;
}

const AUDIO = 'response.output_audio.delta';

/**
 * The embedded server with a script between it and the socket: it says all of a reply at once, and the script lets
 * the deltas out, cut anew, when they are due. Everything else is the embedded server's own doing.
 */
export async function startBenchServer(): Promise<BenchServer> {
  let planned: { reply: Reply; begun: (turn: Turn) => void } | null = null;
  const turns = new Map<string, Turn>();
  /** Taken by the one `speak` that follows; further phrases of the embedded reply are silent. */
  let speaking: Int16Array | null = null;

  const connect = (): ConnectionFaults => {
    let running: Running | null = null;
    return {
      outgoing(event, wire) {
        if (event.type === 'response.created') {
          const plan = planned;
          planned = null;
          if (plan) {
            speaking = plan.reply.pcm;
            const turn: Turn = {
              createdAt: performance.now(),
              sent: [],
              truncatedMs: [],
              deleted: false,
              cancelledAt: null,
              doneAt: null,
            };
            running = new Running(plan.reply, turn, wire);
            plan.begun(turn);
          }
        }
        if (running?.done === false && ofResponse(event)) running.take(event, turns);
        else wire.send(event);
      },
      incoming(event) {
        const item = typeof event.item_id === 'string' ? turns.get(event.item_id) : undefined;
        if (event.type === 'conversation.item.truncate') item?.truncatedMs.push(Number(event.audio_end_ms));
        if (event.type === 'conversation.item.delete' && item) item.deleted = true;
        if (event.type !== 'response.cancel' || running?.done !== false) return 'pass';
        running.cancel();
        return 'drop';
      },
    };
  };

  const server = await startDemoServer({
    port: 0,
    key: null,
    pace: Number.POSITIVE_INFINITY,
    scenario: { name: 'bench', description: 'Plays a script.', connect },
    certificate: null,
    voice: {
      warmUp: async () => {},
      speak: async () => {
        const pcm = speaking ?? new Int16Array(0);
        speaking = null;
        return { pcm, words: [] };
      },
    },
    clock: systemClock,
  });
  return {
    url: server.url,
    plan: (reply) =>
      new Promise((begun) => {
        planned = { reply, begun };
      }),
    stop: () => server.stop(),
  };
}

/** One response on its way out: what comes before the sound goes at once, what comes after it waits for the sound. */
class Running {
  readonly #reply: Reply;
  readonly #turn: Turn;
  readonly #wire: Wire;
  readonly #after: WireEvent[] = [];
  #template: WireEvent | null = null;
  #next = 0;
  #frames = 0;
  done = false;

  constructor(reply: Reply, turn: Turn, wire: Wire) {
    this.#reply = reply;
    this.#turn = turn;
    this.#wire = wire;
  }

  take(event: WireEvent, turns: Map<string, Turn>): void {
    if (event.type === AUDIO) {
      if (this.#template === null) {
        this.#template = event;
        turns.set(String(event.item_id), this.#turn);
        this.#schedule();
      }
    } else if (this.#template === null) this.#wire.send(event);
    else this.#after.push(event);
    if (event.type === 'response.done' && this.#next === this.#reply.deltas.length) this.#finish('completed');
  }

  cancel(): void {
    this.#turn.cancelledAt = performance.now();
    this.#finish('cancelled');
  }

  #schedule(): void {
    const delta = this.#reply.deltas[this.#next];
    if (delta === undefined) {
      if (this.#after.some(({ type }) => type === 'response.done')) this.#finish('completed');
      return;
    }
    const due = this.#turn.createdAt + delta.atMs - performance.now();
    this.#wire.later(Math.max(0, due), () => this.#send());
  }

  #send(): void {
    // All that is due goes together: a timer's millisecond must not slow a flood down.
    for (;;) {
      const delta = this.#reply.deltas[this.#next];
      if (this.done || !this.#template || !delta) break;
      if (this.#turn.createdAt + delta.atMs > performance.now()) break;
      const pcm = this.#reply.pcm.subarray(this.#frames, this.#frames + delta.frames);
      const bytes = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
      this.#frames += delta.frames;
      this.#next++;
      const event = { ...this.#template, delta: bytes.toString('base64') };
      this.#turn.sent.push({ at: performance.now(), frames: this.#frames });
      this.#wire.send(event);
    }
    if (!this.done) this.#schedule();
  }

  #finish(status: 'completed' | 'cancelled'): void {
    this.done = true;
    this.#turn.doneAt = performance.now();
    for (const event of this.#after) this.#wire.send(status === 'completed' ? event : asCancelled(event));
  }
}

function ofResponse(event: WireEvent): boolean {
  if (event.type.startsWith('response.')) return true;
  return event.type === 'conversation.item.done' && isRecord(event.item) && event.item.role === 'assistant';
}

function asCancelled(event: WireEvent): WireEvent {
  if (event.type !== 'response.done' || !isRecord(event.response)) return event;
  const details = { type: 'cancelled', reason: 'client_cancelled' };
  return { ...event, response: { ...event.response, status: 'cancelled', status_details: details } };
}
