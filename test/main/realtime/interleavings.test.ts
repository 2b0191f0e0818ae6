import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ClientEvent } from '../../../src/main/realtime/connection';
import type { HeardItem } from '../../../src/main/realtime/session-events';
import { ModelServer } from '../../fakes/model-server';
import { says } from '../../fakes/server-says';
import { type Harness, start } from './harness';

/** What happens next: the user acts, one side of the network moves by one event, or the server works. */
const happening = fc.oneof(
  { weight: 3, arbitrary: fc.constant('ask' as const) },
  { weight: 1, arbitrary: fc.constant('ask over it' as const) },
  { weight: 2, arbitrary: fc.constant('stop' as const) },
  { weight: 10, arbitrary: fc.constant('client to server' as const) },
  { weight: 16, arbitrary: fc.constant('server to client' as const) },
  { weight: 8, arbitrary: fc.constant('generate' as const) },
  { weight: 2, arbitrary: fc.constant('finish' as const) },
  { weight: 6, arbitrary: fc.constant('play' as const) },
);
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never;

interface Sounding {
  item: string;
  receivedMs: number;
  playedMs: number;
  isEnded: boolean;
}

/** A user with ears, a session, a server, and a network with a delay in each direction. */
class World {
  readonly server: ModelServer;
  readonly harness: Harness;
  readonly #toServer: ClientEvent[] = [];
  /** What this user believes to be left of each interrupted item, in ms; 0: gone. */
  readonly heard = new Map<string, number>();
  #turn = 0;
  #sounding: Sounding[] = [];
  #told = 0;
  /** Turns of which nothing may be told any more. */
  readonly silenced = new Set<number>();

  constructor(keepsMetadata: boolean) {
    this.server = new ModelServer(keepsMetadata);
    this.harness = start();
    const { connection } = this.harness;
    connection.onSend = (event) => this.#toServer.push(event);
    connection.open();
    connection.receive(says.sessionCreated());
  }

  do(what: Happening): void {
    switch (what) {
      case 'ask':
        this.stop();
        this.#ask();
        break;
      case 'ask over it':
        // Without stopping first: the session has to do that, and is told what was heard later.
        this.silenced.add(this.#turn);
        this.#ask();
        this.#settle();
        break;
      case 'stop':
        this.stop();
        break;
      case 'client to server': {
        const event = this.#toServer.shift();
        if (event !== undefined) this.server.receive(event);
        break;
      }
      case 'server to client': {
        const event = this.server.take();
        if (event !== undefined) this.harness.connection.receive(event);
        break;
      }
      case 'generate':
        this.server.generate(70);
        break;
      case 'finish':
        this.server.finish();
        break;
      case 'play':
        for (const sound of this.#sounding) {
          const more = Math.min(50, sound.receivedMs - sound.playedMs);
          sound.playedMs += more;
          if (more > 0) break;
        }
        break;
      default:
        what satisfies never;
    }
    this.#listen();
  }

  get turn(): number {
    return this.#turn;
  }

  stop(): void {
    this.silenced.add(this.#turn);
    this.harness.session.cancel();
    this.#settle();
  }

  #ask(): void {
    this.#turn += 1;
    this.harness.session.ask(this.#turn, `prompt ${this.#turn}`);
  }

  #settle(): void {
    const reports = this.#sounding.map(({ item, receivedMs, playedMs, isEnded }): HeardItem => {
      const isWhole = isEnded && playedMs === receivedMs;
      if (!isWhole) this.heard.set(item, playedMs);
      return { item, heard: isWhole ? 'all' : playedMs === 0 ? 'none' : playedMs };
    });
    this.harness.session.settle(reports);
    this.#sounding = [];
  }

  /** Everything under way arrives; the server finishes what it is at. */
  settleDown(): void {
    for (let round = 0; round < 50; round += 1) {
      for (let i = 0; i < 20; i += 1) {
        this.do('client to server');
        this.do('server to client');
      }
      if (this.server.isActive) {
        this.do('generate');
        this.do('generate');
        this.do('finish');
      }
    }
  }

  #listen(): void {
    const { told } = this.harness;
    for (; this.#told < told.length; this.#told += 1) {
      const event = told[this.#told];
      if (event?.type === 'audio') {
        if (this.silenced.has(event.turn)) throw new Error(`sound of turn ${event.turn} after its end`);
        const known = this.#sounding.find(({ item }) => item === event.item);
        const sound = known ?? { item: event.item, receivedMs: 0, playedMs: 0, isEnded: false };
        if (known === undefined) this.#sounding.push(sound);
        sound.receivedMs += (event.delta.length * 3) / 4 / 48;
      } else if (event?.type === 'audio-end') {
        const sound = this.#sounding.find(({ item }) => item === event.item);
        if (sound !== undefined) sound.isEnded = true;
      } else if (event?.type === 'words' && this.silenced.has(event.turn)) {
        throw new Error(`words of turn ${event.turn} after its end`);
      }
    }
  }
}

describe.each([
  ['keeps our tag', true],
  ['does not', false],
])('with a server that %s, in every order of events', (_, keepsMetadata) => {
  it('breaks no rule of the server, and leaves it with just what was heard', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 120 }), (happenings) => {
        const world = new World(keepsMetadata);
        for (const what of happenings) world.do(what);
        world.settleDown();

        // No refusal: never two active responses, never a cut beyond what is there, nothing deleted twice.
        expect(world.server.faults).toEqual([]);
        for (const [item, ms] of world.heard) {
          const kept = world.server.items.find(({ id }) => id === item);
          expect([item, kept?.isDeleted === true ? 0 : kept?.ms]).toEqual([item, ms]);
        }
        const done = world.harness.of('turn-done').map(({ turn }) => turn);
        expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: world.turn }, (_, i) => i + 1));

        // Items that the user never heard of are not in the server's memory either.
        const told = new Set(world.harness.of('audio').map(({ item }) => item));
        for (const { id, isDeleted, isCompleted, ms } of world.server.items) {
          // A whole answer without any sound is no item that anybody could have heard of.
          const isEmpty = isCompleted && ms === 0;
          if (!told.has(id) && !isEmpty) expect([id, isDeleted]).toEqual([id, true]);
        }

        // And it is ready: the next prompt is answered.
        world.do('ask');
        world.settleDown();
        expect(world.harness.of('turn-done').at(-1)).toMatchObject({
          turn: world.turn,
          outcome: { kind: 'completed' },
        });
        expect(world.server.answered.at(-1)).toContain(`prompt ${world.turn}`);
        expect(world.harness.timers.waiting).toBe(0);
      }),
      { numRuns: 400 },
    );
  });
});
