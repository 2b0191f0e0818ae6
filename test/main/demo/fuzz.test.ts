import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { WireEvent } from '../../../src/main/demo/protocol/events';
import { Talk } from './fakes';

const id = fc.constantFrom('item_1', 'item_5', 'item_9', 'a', 'b', 'root', '');
const junk = fc.jsonValue({ maxDepth: 3 });
const text = fc.constantFrom(
  'Hello',
  'Count to three',
  'Tell me a long story',
  '🎉',
  '',
  '1+1',
  'x'.repeat(500),
);

/** Mostly right events with, now and then, a field that is wrong. */
const sane = fc.oneof(
  fc.record({
    type: fc.constant('conversation.item.create'),
    item: fc.record(
      {
        type: fc.constant('message'),
        id,
        role: fc.constantFrom('user', 'assistant', 'system', 'pope'),
        content: fc.array(
          fc.record({ type: fc.constantFrom('input_text', 'output_text', 'text', 'audio'), text }),
        ),
      },
      { requiredKeys: ['type', 'role', 'content'] },
    ),
    previous_item_id: fc.option(id),
  }),
  fc.record({ type: fc.constant('conversation.item.delete'), item_id: id }),
  fc.record({ type: fc.constant('conversation.item.retrieve'), item_id: id }),
  fc.record({
    type: fc.constant('conversation.item.truncate'),
    item_id: id,
    content_index: fc.integer({ min: -1, max: 2 }),
    audio_end_ms: fc.integer({ min: -10, max: 5_000 }),
  }),
  fc.record({
    type: fc.constant('response.create'),
    response: fc.option(
      fc.record(
        {
          conversation: fc.constantFrom('auto', 'none', 'other'),
          output_modalities: fc.array(fc.constantFrom('audio', 'text', 'smell'), { maxLength: 3 }),
          max_output_tokens: fc.oneof(fc.integer({ min: 0, max: 200 }), fc.constant('inf')),
          input: fc.array(junk, { maxLength: 2 }),
        },
        { requiredKeys: [] },
      ),
    ),
  }),
  fc.record({ type: fc.constant('response.cancel') }),
  fc.record({
    type: fc.constant('session.update'),
    session: fc.record(
      {
        type: fc.constantFrom('realtime', 'transcription'),
        output_modalities: fc.array(fc.constantFrom('audio', 'text'), { maxLength: 2 }),
        voice: fc.constantFrom('marin', 'nobody'),
        audio: fc.record({ output: fc.record({ speed: fc.double({ min: 0, max: 3 }) }) }),
      },
      { requiredKeys: [] },
    ),
  }),
);
const wild = fc.oneof(
  junk,
  fc.dictionary(fc.constantFrom('type', 'event_id', 'item', 'session', '__proto__'), junk),
);
const step = fc.oneof(
  { weight: 6, arbitrary: sane.map((event) => ({ kind: 'send' as const, event })) },
  { weight: 1, arbitrary: wild.map((event) => ({ kind: 'send' as const, event })) },
  { weight: 2, arbitrary: fc.integer({ min: 0, max: 400 }).map((ms) => ({ kind: 'wait' as const, ms })) },
);

/** No event of a response before its `response.created` or after its one `response.done`. */
function expectWholeResponses(events: readonly WireEvent[]): void {
  const alive = new Set<string>();
  const dead = new Set<string>();
  for (const event of events) {
    const response = (event.response as { id: string } | undefined)?.id ?? event.response_id;
    if (typeof response !== 'string') continue;
    if (event.type === 'response.created') {
      expect(alive.has(response) || dead.has(response)).toBe(false);
      alive.add(response);
    } else {
      expect(alive.has(response), `${event.type} of a response that is not alive`).toBe(true);
      if (event.type === 'response.done') {
        alive.delete(response);
        dead.add(response);
      }
    }
  }
  expect(alive.size).toBe(0);
}

it('survives any client, answers every event, and ends every response', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { maxLength: 40 }),
      fc.constantFrom('ga', 'beta'),
      async (steps, dialect) => {
        const talk = new Talk({ dialect, pace: 20 });
        for (const [index, each] of steps.entries()) {
          if (each.kind === 'wait') {
            await talk.clock.pass(each.ms);
            continue;
          }
          const before = talk.events.length;
          const named =
            typeof each.event === 'object' && each.event !== null && !Array.isArray(each.event)
              ? { ...each.event, event_id: `e${index}` }
              : each.event;
          talk.conversation.receive(named);
          const answers = talk.events.slice(before);
          expect(answers.length, JSON.stringify(named)).toBeGreaterThan(0);
          const error = answers.find((event) => event.type === 'error')?.error as
            | Record<string, unknown>
            | undefined;
          if (error !== undefined && named !== each.event) expect(error.event_id).toBe(`e${index}`);
          expect(error?.type ?? 'invalid_request_error').toBe('invalid_request_error');
        }
        await talk.clock.pass(60_000);
        expectWholeResponses(talk.events);
        expect(talk.clock.pending).toBe(0);
        for (const event of talk.events) JSON.stringify(event);
      },
    ),
    { numRuns: 300 },
  );
});
