import fc from 'fast-check';
import type { ServerEvent } from '../../../src/main/realtime/connection';
import { TAG_KEY } from '../../../src/main/realtime/dialect';
import { RealtimeError, type RealtimeErrorCode } from '../../../src/main/realtime/errors';
import { Talk } from '../demo/fakes';

/** What happens to the app, one after the other. */
export type Step =
  | { kind: 'event'; event: ServerEvent }
  | { kind: 'malformed' }
  | { kind: 'end'; error: RealtimeError }
  /** Ms of virtual time. */
  | { kind: 'wait'; ms: number }
  | { kind: 'user'; does: 'ask' | 'stop' | 'retry' | 'pause' | 'resume' | 'warm' | 'replay' };

/** What a server that is well says from the greeting to the end of a second answer, as the embedded server says it. */
export async function genuineStream(dialect: 'ga' | 'beta'): Promise<Step[]> {
  const talk = new Talk({ dialect, pace: 3 });
  const format =
    dialect === 'ga'
      ? { type: 'realtime', audio: { output: { format: { type: 'audio/pcm', rate: 24_000 } } } }
      : { modalities: ['audio', 'text'], output_audio_format: 'pcm16' };
  talk.send({ type: 'session.update', session: format });
  const steps: Step[] = [];
  const take = (): void => {
    steps.push(...talk.events.splice(0).map((event) => ({ kind: 'event' as const, event })));
  };
  for (const tag of ['1', '2']) {
    await talk.ask('Count to 2', { metadata: { [TAG_KEY]: tag } });
    take();
    if (tag === '1') steps.push({ kind: 'wait', ms: 2_000 }, { kind: 'user', does: 'ask' });
  }
  return steps;
}

const CODES: readonly RealtimeErrorCode[] = [
  'closed',
  'server-error',
  'session-expired',
  'too-large',
  'bad-key',
  'quota',
  'rejected',
];

const at = fc.nat({ max: 80 });

/** One thing that goes wrong with a stream, or that the user does in between. Places count modulo its length. */
export type Change =
  | { do: 'drop'; from: number }
  | { do: 'move'; from: number; to: number }
  | { do: 'double'; from: number; to: number }
  /** The `place`th part of an event is replaced by `value`, or is gone. */
  | { do: 'spoil'; from: number; place: number; value?: unknown }
  /** An event gets the type of another one. */
  | { do: 'retype'; from: number; to: number }
  | { do: 'insert'; to: number; step: Step };

const inserted: fc.Arbitrary<Step> = fc.oneof(
  { weight: 2, arbitrary: fc.constant<Step>({ kind: 'malformed' }) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...CODES)
      .map((code): Step => ({ kind: 'end', error: new RealtimeError(code) })),
  },
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 400 }).map((ms): Step => ({ kind: 'wait', ms })) },
  { weight: 1, arbitrary: fc.constant<Step>({ kind: 'wait', ms: 31_000 }) },
  {
    weight: 5,
    arbitrary: fc
      .constantFrom('ask', 'stop', 'retry', 'pause', 'resume', 'warm', 'replay')
      .map((does): Step => ({ kind: 'user', does })),
  },
);

const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('drop'), from: at }) },
  { weight: 6, arbitrary: fc.record({ do: fc.constant('move'), from: at, to: at }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('double'), from: at, to: at }) },
  {
    weight: 8,
    arbitrary: fc.record(
      {
        do: fc.constant('spoil'),
        from: at,
        place: fc.integer({ min: 1, max: 30 }),
        value: fc.jsonValue({ maxDepth: 2 }),
      },
      { requiredKeys: ['do', 'from', 'place'] },
    ),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('retype'), from: at, to: at }) },
  { weight: 12, arbitrary: fc.record({ do: fc.constant('insert'), to: at, step: inserted }) },
);

/** Changes that make another stream of a genuine one. */
export const changes = fc.array(change, { minLength: 1, maxLength: 12 });

export function changed(genuine: readonly Step[], all: readonly Change[]): Step[] {
  const steps = [...genuine];
  for (const each of all) apply(each, steps);
  return steps;
}

function apply(each: Change, steps: Step[]): void {
  switch (each.do) {
    case 'drop':
      steps.splice(within(each.from, steps), 1);
      return;
    case 'move':
      steps.splice(within(each.to, steps), 0, ...steps.splice(within(each.from, steps), 1));
      return;
    case 'double':
      steps.splice(within(each.to, steps), 0, ...steps.slice(within(each.from, steps)).slice(0, 1));
      return;
    case 'spoil': {
      const index = within(each.from, steps);
      const step = steps[index];
      if (step?.kind === 'event') steps[index] = { kind: 'event', event: spoilt(step.event, each) };
      return;
    }
    case 'retype': {
      const index = within(each.from, steps);
      const [step, other] = [steps[index], steps[within(each.to, steps)]];
      if (step?.kind === 'event' && other?.kind === 'event')
        steps[index] = { kind: 'event', event: { ...step.event, type: other.event.type } };
      return;
    }
    case 'insert':
      steps.splice(within(each.to, steps), 0, each.step);
      return;
    default:
      each satisfies never;
  }
}

function within(index: number, steps: readonly Step[]): number {
  return steps.length === 0 ? 0 : index % steps.length;
}

function spoilt(event: ServerEvent, { place, ...change }: Extract<Change, { do: 'spoil' }>): ServerEvent {
  let count = 0;
  const spoil = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(spoil);
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part).flatMap(([key, inner]) => {
        count += 1;
        if (count !== place) return [[key, spoil(inner)]];
        return 'value' in change ? [[key, change.value]] : [];
      }),
    );
  };
  return { ...(spoil(event) as object), type: event.type };
}
