import { systemClock } from '../../../src/main/demo/clock';
import type { ConnectionFaults } from '../../../src/main/demo/faults';
import { isRecord, type WireEvent } from '../../../src/main/demo/protocol/events';
import { startDemoServer } from '../../../src/main/demo/server';
import { wordsFor } from '../speech';
import { type Reply, Running, type Turn } from './running';

export interface BenchServer {
  /** `ws://127.0.0.1:PORT/v1/realtime`. */
  readonly url: string;
  /** The next response says this; the promise is its turn, once it was created. */
  plan(reply: Reply): Promise<Turn>;
  stop(): Promise<void>;
}

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
    let askedAt = 0;
    return {
      outgoing(event, wire) {
        if (event.type === 'response.created') {
          const plan = planned;
          planned = null;
          if (plan) {
            speaking = plan.reply.pcm;
            const turn: Turn = {
              askedAt,
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
        if (event.type === 'response.create') askedAt = performance.now();
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
        return { pcm, words: wordsFor(pcm.length) };
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

function ofResponse(event: WireEvent): boolean {
  if (event.type.startsWith('response.')) return true;
  return event.type === 'conversation.item.done' && isRecord(event.item) && event.item.role === 'assistant';
}
