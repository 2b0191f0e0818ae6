import type { RealtimeError } from './errors';
import type { Command, Gate, Phase, PhaseOf, Step, Waiting } from './gate-types';
import type { TurnEvent } from './server-events';
import type { SessionEvent, Turn, TurnOutcome } from './session-events';

/** The moves of the gate that user, server and time have in common (pure). */

const MOST_DEAD = 128;
const MOST_UNANSWERED = 16;

export function stay(gate: Gate, commands: readonly Command[] = []): Step {
  return { gate, commands };
}

export function to(gate: Gate, phase: Phase, commands: readonly Command[] = []): Step {
  return { gate: { ...gate, phase }, commands };
}

/** The commands of `first`, then those of what `next` makes of its gate. */
export function andThen(first: Step, next: (gate: Gate) => Step): Step {
  const second = next(first.gate);
  return { gate: second.gate, commands: [...first.commands, ...second.commands] };
}

export function arm(gate: Gate, wait: 'end' | 'silence'): Step {
  const timer = gate.timer + 1;
  return { gate: { ...gate, timer }, commands: [{ do: 'arm', wait, timer }] };
}

export function disarm(gate: Gate): Step {
  return { gate: { ...gate, timer: gate.timer + 1 }, commands: [{ do: 'disarm' }] };
}

export function tell(event: SessionEvent): Command {
  return { do: 'tell', event };
}

export function done(turn: Turn, outcome: TurnOutcome): Command {
  return tell({ type: 'turn-done', turn, outcome, usage: null });
}

/** The end of a turn whose response was never created; null is nobody. */
export function cancelled(turn: Turn | null): Command[] {
  return turn === null ? [] : [done(turn, { kind: 'cancelled' })];
}

/** The end of a prompt that never went out. */
export function replaced(waiting: Waiting | null): Command[] {
  return cancelled(waiting?.turn ?? null);
}

export function isDead(gate: Gate, id: string | null): boolean {
  return id !== null && gate.dead.includes(id);
}

/** From now on nothing that bears one of these ids is heard. */
export function bury(gate: Gate, ids: readonly (string | null)[]): Gate {
  const fresh = ids.filter((id) => id !== null && !gate.dead.includes(id)) as string[];
  return fresh.length === 0 ? gate : { ...gate, dead: [...gate.dead, ...fresh].slice(-MOST_DEAD) };
}

/** Sends a prompt and wants its answer. */
export function createFor(gate: Gate, { turn, prompt }: Waiting): Step {
  return andThen(stay(gate, [{ do: 'send-prompt', turn, prompt }]), (g) => create(g, turn, false));
}

/** Once more, after the server refused because something was active; a prompt that came since goes out now. */
export function createAgain(gate: Gate, { turn, prompt }: PhaseOf<'blocked'>): Step {
  const send: Command[] = prompt === null ? [] : [{ do: 'send-prompt', turn, prompt }];
  return andThen(stay(gate, send), (g) => create(g, turn, true));
}

function create(gate: Gate, turn: Turn, retried: boolean): Step {
  const generation = gate.generation + 1;
  const unanswered = [...gate.unanswered, generation].slice(-MOST_UNANSWERED);
  const phase: Phase = { kind: 'creating', turn, generation, retried };
  return andThen(
    { gate: { ...gate, phase, generation, unanswered }, commands: [{ do: 'send-create', generation }] },
    (g) => arm(g, 'silence'),
  );
}

/** Ends the running response from our side. `owed` is the turn whose `turn-done` is told when it has ended. */
export function giveUp(gate: Gate, phase: PhaseOf<'creating' | 'active'>, owed: Turn | null): Step {
  const common = { kind: 'ending', cancelled: owed, next: null } as const;
  switch (phase.kind) {
    case 'creating': {
      // Nothing can be named yet: `response.created` brings the id, and then the cancel goes out.
      const ending: Phase = { ...common, generation: phase.generation, response: null, items: [] };
      return andThen(to(gate, ending), (g) => arm(g, 'end'));
    }
    case 'active': {
      const { response } = phase;
      const items = phase.items.map(({ item }) => item);
      const ending: Phase = { ...common, generation: null, response, items };
      return andThen(to(bury(gate, [response, ...items]), ending, [{ do: 'send-cancel', response }]), (g) =>
        arm(g, 'end'),
      );
    }
    default:
      return phase satisfies never;
  }
}

/** Tells the failure now and ends the response behind it. */
export function fail(gate: Gate, phase: PhaseOf<'creating' | 'active'>, error: RealtimeError): Step {
  return andThen(stay(gate, [...endSound(phase), done(phase.turn, { kind: 'failed', error })]), (g) =>
    giveUp(g, phase, null),
  );
}

/** Ends the items whose end the server did not announce: what has come of them is still to be played. */
export function endSound(phase: Phase): Command[] {
  if (phase.kind !== 'active') return [];
  const { turn, items } = phase;
  return items
    .filter(({ audio }) => audio === 'open')
    .map(({ item }) => tell({ type: 'audio-end', turn, item }));
}

/** The old response has ended (`event`), or was waited for long enough (null). */
export function ended(
  gate: Gate,
  phase: PhaseOf<'ending'>,
  event: Extract<TurnEvent, { type: 'response-done' }> | null,
): Step {
  const items = [...new Set([...phase.items, ...(event?.items ?? [])])];
  const commands: Command[] = [];
  if (items.length > 0) commands.push({ do: 'settle-unheard', items });
  if (phase.cancelled !== null) {
    const usage = event?.usage ?? null;
    commands.push(tell({ type: 'turn-done', turn: phase.cancelled, outcome: { kind: 'cancelled' }, usage }));
  }
  const { next } = phase;
  const free = to(bury(gate, [event?.response ?? null, ...items]), { kind: 'idle' }, commands);
  return andThen(free, (g) => (next === null ? disarm(g) : createFor(g, next)));
}
