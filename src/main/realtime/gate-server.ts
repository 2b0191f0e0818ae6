import type { RealtimeError } from './errors';
import { checkFormat } from './format-check';
import {
  andThen,
  arm,
  bury,
  createAgain,
  disarm,
  done,
  ended,
  endSound,
  fail,
  isDead,
  stay,
  tell,
  to,
} from './gate-moves';
import type { Command, Gate, Generation, ItemState, Origin, PhaseOf, Step } from './gate-types';
import type { TurnEvent } from './server-events';
import { outcomeOf } from './turn-outcome';

type EventOf<T extends TurnEvent['type']> = Extract<TurnEvent, { type: T }>;

/** What the gate makes of an event of the server (pure). */
export function onEvent(gate: Gate, event: TurnEvent): Step {
  if (isDead(gate, event.response)) return onDead(gate, event);
  if ('item' in event && isDead(gate, event.item)) return stay(gate);
  if (event.type === 'response-created') {
    const habits = { created: true, tags: gate.habits.tags || isOurTag(gate, event.tag) };
    return onCreated({ ...gate, habits }, event);
  }
  const { phase } = gate;
  switch (phase.kind) {
    case 'creating':
      return assumeCreated(gate, event);
    case 'active':
      if (event.response !== null && phase.response !== null && event.response !== phase.response) {
        return stay(gate);
      }
      return onLive(gate, { ...phase, response: phase.response ?? nameIn(event) }, event);
    case 'ending':
      return onEnding(gate, phase, event);
    case 'blocked':
      return event.type === 'response-done' ? createAgain(bury(gate, [event.response]), phase) : stay(gate);
    case 'not-ready':
    case 'idle':
    case 'over':
      return stay(gate);
    default:
      return phase satisfies never;
  }
}

/** A late event of a response that nobody wants: only its end and its items matter. */
function onDead(gate: Gate, event: TurnEvent): Step {
  const { phase } = gate;
  if (phase.kind === 'blocked' && event.type === 'response-done') return createAgain(gate, phase);
  if (phase.kind !== 'ending' || phase.response !== event.response) return stay(gate);
  return onDying(gate, phase, event);
}

function onDying(gate: Gate, phase: PhaseOf<'ending'>, event: TurnEvent): Step {
  if (event.type === 'response-done') return ended(gate, phase, event);
  if (!('item' in event) || phase.items.includes(event.item)) return stay(gate);
  return to(bury(gate, [event.item]), { ...phase, items: [...phase.items, event.item] });
}

function onEnding(gate: Gate, phase: PhaseOf<'ending'>, event: TurnEvent): Step {
  if (event.response === null) return onDying(gate, phase, event);
  // Another one's; ours would be dead by its id.
  if (phase.response !== null) return stay(gate);
  if (phase.generation !== null) return assumeCreated(gate, event);
  // It was cancelled before the server had named it.
  return onDying(bury(gate, [nameIn(event)]), { ...phase, response: nameIn(event) }, event);
}

/** The response that the event belongs to. One that we do not know names nobody: it may speak of anything. */
function nameIn(event: TurnEvent): string | null {
  return event.type === 'activity' ? null : event.response;
}

/** For a server that leaves `response.created` out: the first sign of life stands for it. */
function assumeCreated(gate: Gate, event: TurnEvent): Step {
  if (gate.habits.created || event.type === 'activity') return stay(gate);
  const created = { type: 'response-created', response: event.response, tag: null, format: null } as const;
  return andThen(onCreated(gate, created), (g) =>
    g.unanswered.length < gate.unanswered.length ? onEvent(g, event) : stay(g),
  );
}

function onCreated(gate: Gate, event: EventOf<'response-created'>): Step {
  const { phase } = gate;
  const { response } = event;
  if (phase.kind === 'active' && response !== null && phase.response === response) return stay(gate);
  const generation = answeredBy(gate, event);
  if (generation === null) {
    // Our own, after its first sign of life without a name; or somebody else's.
    return phase.kind === 'active' && phase.response === null
      ? to(gate, { ...phase, response })
      : stay(bury(gate, [response]));
  }
  const known = forget(gate, generation);
  if (phase.kind === 'creating' && phase.generation === generation) {
    return activate(known, phase, event);
  }
  if (response === null) return stay(known);
  const kill: Command = { do: 'send-cancel', response };
  if (phase.kind === 'ending' && phase.generation === generation) {
    const ending = { ...phase, generation: null, response };
    return andThen(to(bury(known, [response]), ending, [kill]), (g) => arm(g, 'end'));
  }
  // It was waited for in vain, and comes now.
  return stay(bury(known, [response]), [kill]);
}

function activate(gate: Gate, phase: PhaseOf<'creating'>, event: EventOf<'response-created'>): Step {
  const { turn } = phase;
  const active: PhaseOf<'active'> = { kind: 'active', turn, response: event.response, items: [] };
  const started = to(gate, active, [tell({ type: 'turn-started', turn })]);
  const wrongFormat = checkFormat(event.format);
  return andThen(started, (g) => (wrongFormat === null ? arm(g, 'silence') : fail(g, active, wrongFormat)));
}

/** Which of our creates this response answers; null if none. */
function answeredBy(gate: Gate, event: EventOf<'response-created'>): Generation | null {
  if (gate.habits.tags || event.tag !== null) {
    return gate.unanswered.find((generation) => String(generation) === event.tag) ?? null;
  }
  return gate.unanswered[0] ?? null;
}

function isOurTag(gate: Gate, tag: string | null): boolean {
  return gate.unanswered.some((generation) => String(generation) === tag);
}

function forget(gate: Gate, generation: Generation): Gate {
  return { ...gate, unanswered: gate.unanswered.filter((other) => other !== generation) };
}

/** An event of the response that is being heard. */
function onLive(gate: Gate, phase: PhaseOf<'active'>, event: TurnEvent): Step {
  if (event.type === 'response-done') return onDone(gate, phase, event);
  const { turn } = phase;
  const alive = (items: readonly ItemState[], commands: Command[] = []) =>
    andThen(to(gate, { ...phase, items }, commands), (g) => arm(g, 'silence'));
  if (!('item' in event)) return alive(phase.items);

  const { item } = event;
  const state = phase.items.find((known) => known.item === item) ?? { item, audio: 'none', hasWords: false };
  const now = (change: Partial<ItemState>, commands: Command[] = []) =>
    alive([...phase.items.filter((known) => known.item !== item), { ...state, ...change }], commands);
  switch (event.type) {
    case 'item-added':
      return now({});
    case 'audio':
      // After its end the player has no place for more of it.
      if (state.audio === 'ended') return now({});
      return now({ audio: 'open' }, [tell({ type: 'audio', turn, item, delta: event.delta })]);
    case 'audio-done':
    case 'item-done':
      if (state.audio !== 'open') return now({});
      return now({ audio: 'ended' }, [tell({ type: 'audio-end', turn, item })]);
    case 'words':
      return now({ hasWords: true }, [tell({ type: 'words', turn, item, delta: event.delta })]);
    case 'words-done':
      if (state.hasWords || event.text === '') return now({});
      return now({ hasWords: true }, [tell({ type: 'words', turn, item, delta: event.text })]);
    default:
      return event satisfies never;
  }
}

function onDone(gate: Gate, phase: PhaseOf<'active'>, event: EventOf<'response-done'>): Step {
  const { turn, items } = phase;
  const ids = [phase.response, event.response, ...items.map(({ item }) => item), ...event.items];
  const end = tell({ type: 'turn-done', turn, outcome: outcomeOf(event), usage: event.usage });
  return andThen(to(bury(gate, ids), { kind: 'idle' }, [...endSound(phase), end]), disarm);
}

/** What the gate makes of an `error` of the server that does not end the session (pure). */
export function onRefused(gate: Gate, code: string | null, error: RealtimeError, origin: Origin): Step {
  // The response had ended while our cancel was on its way.
  if (code === 'response_cancel_not_active') return stay(gate);
  const { phase } = gate;
  const warn = () => stay(gate, [tell({ type: 'warning', error })]);
  switch (origin?.kind) {
    case 'create': {
      const known = forget(gate, origin.generation);
      if (phase.kind === 'creating' && phase.generation === origin.generation) {
        return onCreateRefused(known, phase, code, error);
      }
      if (phase.kind === 'ending' && phase.generation === origin.generation) return ended(known, phase, null);
      return stay(known, [tell({ type: 'warning', error })]);
    }
    case 'prompt':
      return onPromptRefused(gate, origin.turn, error) ?? warn();
    case 'other':
      return warn();
    case undefined:
      // A server that does not name what it refuses: just after a create, it is the create.
      return phase.kind === 'creating'
        ? onCreateRefused(forget(gate, phase.generation), phase, code, error)
        : warn();
    default:
      return origin satisfies never;
  }
}

function onCreateRefused(
  gate: Gate,
  phase: PhaseOf<'creating'>,
  code: string | null,
  error: RealtimeError,
): Step {
  if (code === 'conversation_already_has_active_response' && !phase.retried) {
    // Whatever it is, nobody hears it.
    const blocked = to(gate, { kind: 'blocked', turn: phase.turn, prompt: null }, [
      { do: 'send-cancel', response: null },
    ]);
    return andThen(blocked, (g) => arm(g, 'end'));
  }
  return andThen(to(gate, { kind: 'idle' }, [done(phase.turn, { kind: 'failed', error })]), disarm);
}

/** Without its prompt the turn has no sense: a response to it would answer something else. */
function onPromptRefused(gate: Gate, turn: number, error: RealtimeError): Step | null {
  const { phase } = gate;
  const failed = done(turn, { kind: 'failed', error });
  switch (phase.kind) {
    case 'creating':
    case 'active':
      return phase.turn === turn ? fail(gate, phase, error) : null;
    case 'blocked':
      return phase.turn === turn ? andThen(to(gate, { kind: 'idle' }, [failed]), disarm) : null;
    case 'not-ready':
    case 'idle':
    case 'ending':
    case 'over':
      return null;
    default:
      return phase satisfies never;
  }
}
