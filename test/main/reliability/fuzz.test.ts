import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import type { ClientEvent, Connect } from '../../../src/main/realtime/connection';
import type { Snapshot } from '../../../src/preload/contract';
import { en } from '../../../src/texts/en';
import { problemText } from '../../../src/texts/problem-text';
import { FakeClock } from '../../fakes/clock';
import { FakeNetwork } from '../../fakes/fake-connection';
import { says } from '../../fakes/server-says';
import { WholeApp } from '../../fakes/whole-app';
import { Census } from './census';
import { changed, changes, genuineStream, type Step } from './streams';

const STREAMS = 10_000;
const KEY = 'sk-very-secret';
const census = new Census();
afterAll(() => census.end());

/** All of Aloud in virtual time, in front of a server that says what the test says. */
class Play {
  readonly clock = new FakeClock();
  readonly network = new FakeNetwork();
  readonly app: WholeApp;
  #turn = 0;
  #eventIds = new Set<unknown>();

  constructor() {
    const connect: Connect = (endpoint, listener) => {
      const connection = this.network.connect(endpoint, listener);
      this.#eventIds = new Set();
      this.network.newest.onSend = (event) => this.#sent(event);
      return connection;
    };
    this.app = new WholeApp({
      endpoint: { url: 'wss://example.test/v1/realtime', key: KEY, model: 'test' },
      connect,
      time: this.clock,
    });
    this.app.store.subscribe(() => this.#seen(this.app.snapshot));
  }

  async ask(prompt: string): Promise<void> {
    this.app.assistant.ask(prompt);
    await this.#go(0);
  }

  async take(step: Step): Promise<void> {
    const { assistant } = this.app;
    // Whoever connects gets in.
    if (this.network.connections.length > 0) this.network.newest.open();
    switch (step.kind) {
      case 'event':
        if (this.network.connections.length > 0) this.network.newest.receive(step.event);
        return this.#go(5);
      case 'malformed':
        if (this.network.connections.length > 0) this.network.newest.malform();
        return;
      case 'end':
        if (this.network.connections.length > 0) this.network.newest.end(step.error);
        return this.#go(0);
      case 'wait':
        return this.#go(step.ms);
      case 'user':
        switch (step.does) {
          case 'ask':
            assistant.ask('Count to 2');
            break;
          case 'stop':
          case 'retry':
          case 'warm':
          case 'replay':
            assistant[step.does]();
            break;
          case 'pause':
          case 'resume':
            assistant.setPaused(step.does === 'pause');
            break;
          default:
            step.does satisfies never;
        }
        return this.#go(1);
      default:
        return step satisfies never;
    }
  }

  /** Nothing comes any more, for long enough. */
  async quiet(): Promise<void> {
    this.app.assistant.setPaused(false);
    for (let ms = 0; ms < 3_000; ms += 100) await this.#go(100);
    this.clock.advance(120_000);
    await this.#go(100);
  }

  /** A server that is well answers the next prompt. */
  async recover(): Promise<void> {
    await this.ask('Are you well?');
    const { newest } = this.network;
    newest.open();
    newest.receive(says.sessionCreated(), says.sessionUpdated());
    await this.#go(10);
    const { response } = newest.last('response.create') as { response?: object };
    newest.receive(says.responseCreated('well', response ?? {}));
    newest.receive(says.words('well', 'well-item', 'Yes.'), says.audio('well', 'well-item', 50));
    newest.receive(says.audioDone('well', 'well-item'), says.responseDone('well'));
    for (let ms = 0; ms < 400; ms += 50) await this.#go(50);
  }

  /** Ms of virtual time, with a device that takes its sound. */
  async #go(ms: number): Promise<void> {
    await settled();
    this.clock.advance(ms);
    this.app.render(Math.min(ms, 500));
    await settled();
  }

  #sent(event: ClientEvent): void {
    expect(this.#eventIds.has(event.event_id)).toBe(false);
    this.#eventIds.add(event.event_id);
    JSON.stringify(event);
    if (event.type !== 'conversation.item.truncate') return;
    expect(event.audio_end_ms).toSatisfy((ms) => Number.isInteger(ms) && Number(ms) > 0);
  }

  #seen({ answer, problem }: Snapshot): void {
    if (answer !== null) {
      expect(answer.turn).toBeGreaterThanOrEqual(this.#turn);
      this.#turn = answer.turn;
      expect(answer.heardLength).toBeGreaterThanOrEqual(0);
      expect(answer.heardLength).toBeLessThanOrEqual(answer.text.length);
    }
    if (problem !== null) {
      expect(problemText(problem, en.sentences).title).not.toBe('');
      expect(JSON.stringify(problem)).not.toContain(KEY);
    }
  }
}

it(`keeps its promises over ${STREAMS} changed streams of a server`, { timeout: 180_000 }, async () => {
  const genuine = { ga: await genuineStream('ga'), beta: await genuineStream('beta') };
  const seed = Number(process.env.FUZZ_SEED ?? Math.trunc(Math.random() * 2 ** 31));
  let steps = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('ga', 'beta'), changes, async (dialect, each) => {
      const stream = changed(genuine[dialect], each);
      const play = new Play();
      await play.ask('Count to 2');
      for (const step of stream) await play.take(step);
      steps += stream.length;
      await play.quiet();

      const { answer, connection } = play.app.snapshot;
      const isOver = answer === null || !['waiting', 'speaking'].includes(answer.phase);
      expect(
        isOver || !['ready', 'failed', 'idle'].includes(connection),
        `${answer?.phase}, ${connection}`,
      ).toBe(true);
      expect(play.app.faults).toEqual([]);
      play.app.assistant.close();
      await settled();
      await play.recover();
      expect(play.app.snapshot.answer).toMatchObject({ phase: 'done', text: 'Yes.' });
      play.app.close();
      await settled();
      expect(play.clock.waiting).toBe(0);
    }),
    { numRuns: STREAMS, seed },
  );
  process.stdout.write(`The fuzz: ${STREAMS} streams, ${steps} steps, FUZZ_SEED=${seed}.\n`);
});

it('leaves nothing behind', async () => {
  expect(await census.leftovers()).toEqual([]);
});

/** Lets every promise that waits for nothing else go on. */
async function settled(): Promise<void> {
  for (let i = 0; i < 12; i++) await Promise.resolve();
}
