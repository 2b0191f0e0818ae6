import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ClientEvent, ServerEvent } from '../../../src/main/realtime/connection';
import type { SessionEvent } from '../../../src/main/realtime/session-events';
import { says } from '../../fakes/server-says';
import { type Harness, start } from './harness';

/** Few ids, so that events meet: late, doubled, foreign, of the wrong turn, in any order. */
const response = fc.constantFrom('r1', 'r2', 'r3', 'foreign');
const item = fc.constantFrom('i1', 'i2', 'i3');
const sentId = fc.nat({ max: 12 }).map((n) => `aloud_${n}`);

const serverEvent: fc.Arbitrary<ServerEvent> = fc.oneof(
  fc.constantFrom(says.sessionCreated(), says.sessionUpdated()),
  response.map((id) => says.responseCreated(id)),
  fc
    .tuple(response, fc.nat({ max: 4 }))
    .map(([id, tag]) => says.responseCreated(id, { metadata: { aloud_response: String(tag) } })),
  fc.tuple(response, item).map(([r, i]) => says.itemAdded(r, i)),
  fc.tuple(response, item, fc.nat({ max: 100 })).map(([r, i, ms]) => says.audio(r, i, ms)),
  fc.tuple(response, item).map(([r, i]) => says.audioDone(r, i)),
  fc.tuple(response, item).map(([r, i]) => says.words(r, i, 'word ')),
  fc
    .tuple(response, fc.constantFrom('completed', 'cancelled', 'failed', 'incomplete'), item)
    .map(([r, status, i]) => says.responseDone(r, status, { output: [{ id: i }] })),
  fc
    .tuple(
      fc.constantFrom(
        'conversation_already_has_active_response',
        'response_cancel_not_active',
        'invalid_value',
        'insufficient_quota',
        null,
      ),
      fc.option(sentId),
    )
    .map(([code, eventId]) => says.error(code, eventId)),
);

/** The same events with a part gone or of another kind. */
const damaged: fc.Arbitrary<ServerEvent> = fc
  .tuple(serverEvent, fc.nat({ max: 30 }), fc.jsonValue({ maxDepth: 2 }), fc.boolean())
  .map(([event, place, value, remove]) => {
    let n = 0;
    const spoil = (part: unknown): unknown => {
      if (typeof part !== 'object' || part === null) return part;
      return Object.fromEntries(
        Object.entries(part).flatMap(([key, inner]) => {
          n += 1;
          if (n === place) return remove ? [] : [[key, value]];
          return [[key, Array.isArray(inner) ? inner : spoil(inner)]];
        }),
      );
    };
    return { ...(spoil(event) as object), type: event.type };
  });

type Action =
  | { do: 'ask' }
  | { do: 'cancel' }
  | { do: 'settle'; item: string; heard: number | 'none' | 'all' }
  | { do: 'wait'; ms: number }
  | { do: 'malform' }
  | { do: 'event'; event: ServerEvent };

const action: fc.Arbitrary<Action> = fc.oneof(
  { weight: 3, arbitrary: fc.constant<Action>({ do: 'ask' }) },
  { weight: 2, arbitrary: fc.constant<Action>({ do: 'cancel' }) },
  {
    weight: 2,
    arbitrary: fc
      .tuple(item, fc.oneof(fc.integer({ min: -5, max: 400 }), fc.double(), fc.constantFrom('none', 'all')))
      .map(([id, heard]): Action => ({ do: 'settle', item: id, heard: heard as number | 'none' | 'all' })),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 3_000 }).map((ms): Action => ({ do: 'wait', ms })) },
  { weight: 1, arbitrary: fc.constant<Action>({ do: 'wait', ms: 31_000 }) },
  { weight: 1, arbitrary: fc.constant<Action>({ do: 'malform' }) },
  { weight: 20, arbitrary: serverEvent.map((event): Action => ({ do: 'event', event })) },
  { weight: 4, arbitrary: damaged.map((event): Action => ({ do: 'event', event })) },
);

/** Watches what goes out for what must never go out. */
class Watch {
  readonly harness: Harness = start();
  turn = 0;
  /** A create is out whose end has not been seen: ended by the server, refused, or waited for. */
  #open: { since: number; id: string } | null = null;
  #receivedMs = new Map<string, number>();
  #silenced = new Set<number>();
  #told = 0;

  constructor() {
    this.harness.connection.onSend = (event) => this.#sent(event);
    this.harness.connection.open();
  }

  run(next: Action): void {
    const { session, connection, timers } = this.harness;
    switch (next.do) {
      case 'ask':
        this.#silenced.add(this.turn);
        this.turn += 1;
        session.ask(this.turn, 'prompt');
        break;
      case 'cancel':
        this.#silenced.add(this.turn);
        session.cancel();
        break;
      case 'settle':
        session.settle([{ item: next.item, heard: next.heard }]);
        break;
      case 'wait':
        timers.advance(next.ms);
        break;
      case 'malform':
        connection.malform();
        break;
      case 'event':
        this.#seen(next.event);
        connection.receive(next.event);
        break;
      default:
        next satisfies never;
    }
    this.#listen();
  }

  #seen(event: ServerEvent): void {
    if (event.type === 'response.done') this.#open = null;
    if (event.type === 'error') this.#open = null;
  }

  #sent(event: ClientEvent): void {
    if (event.type === 'response.create') {
      const now = this.harness.timers.now();
      if (this.#open !== null && now - this.#open.since < 2_000) throw new Error('two responses at once');
      this.#open = { since: now, id: event.event_id };
    }
    if (event.type === 'conversation.item.truncate') {
      const ms = event.audio_end_ms;
      const received = this.#receivedMs.get(String(event.item_id)) ?? 0;
      if (typeof ms !== 'number' || !Number.isInteger(ms) || ms <= 0 || ms > received) {
        throw new Error(`cut at ${ms} of ${received}`);
      }
    }
  }

  #listen(): void {
    const { told } = this.harness;
    for (; this.#told < told.length; this.#told += 1) this.#hear(told[this.#told] as SessionEvent);
  }

  #hear(event: SessionEvent): void {
    if (event.type === 'state' || event.type === 'warning') return;
    if (event.type === 'turn-done') {
      this.#silenced.add(event.turn);
      return;
    }
    if (this.#silenced.has(event.turn)) throw new Error(`${event.type} of the silenced turn ${event.turn}`);
    if (event.type === 'audio') {
      const ms = (event.delta.length * 3) / 4 / 48;
      this.#receivedMs.set(event.item, (this.#receivedMs.get(event.item) ?? 0) + ms);
    }
  }
}

it('keeps its promises whatever comes, and is ready when it is quiet again', () => {
  fc.assert(
    fc.property(fc.boolean(), fc.array(action, { maxLength: 60 }), (configured, actions) => {
      const watch = new Watch();
      const { session, connection, timers } = watch.harness;
      if (configured) connection.receive(says.sessionCreated(), says.sessionUpdated());
      for (const next of actions) watch.run(next);
      watch.run({ do: 'wait', ms: 100_000 });

      const done = watch.harness.of('turn-done').map(({ turn }) => turn);
      const waiting = session.state.kind === 'connecting' || session.state.kind === 'configuring';
      expect(waiting).toBe(false);
      expect(done.toSorted((a, b) => a - b)).toEqual(Array.from({ length: watch.turn }, (_, i) => i + 1));
      expect(timers.waiting).toBe(0);
      if (session.state.kind !== 'ready') return;

      connection.take();
      watch.run({ do: 'ask' });
      expect(connection.sentTypes).toEqual(['conversation.item.create', 'response.create']);
      const { response: asked } = connection.last('response.create') as { response?: object };
      watch.run({ do: 'event', event: says.responseCreated('fresh', asked ?? {}) });
      watch.run({ do: 'event', event: says.responseDone('fresh') });
      expect(watch.harness.of('turn-done').at(-1)).toMatchObject({
        turn: watch.turn,
        outcome: { kind: 'completed' },
      });
    }),
    { numRuns: 600 },
  );
});
