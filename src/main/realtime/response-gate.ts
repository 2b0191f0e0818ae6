import { RealtimeError } from './errors';
import {
  andThen,
  cancelled,
  createAgain,
  createFor,
  disarm,
  done,
  ended,
  endSound,
  fail,
  giveUp,
  replaced,
  stay,
  to,
} from './gate-moves';
import { onEvent, onRefused } from './gate-server';
import type { Command, Gate, GateInput, Phase, Step } from './gate-types';
import type { Turn, TurnOutcome } from './session-events';

export const NEW_GATE: Gate = {
  phase: { kind: 'not-ready', next: null },
  generation: 0,
  unanswered: [],
  dead: [],
  timer: 0,
  habits: { created: false, tags: false },
};

/**
 * The one way in which prompts become responses (pure). Whatever order user, server and time act in: never two active
 * responses of ours, nothing of a dead response is told, exactly one `turn-done` for each ask, and `idle` in the end.
 */
export function step(gate: Gate, input: GateInput): Step {
  switch (input.type) {
    case 'ready':
      return onReady(gate);
    case 'ask':
      return onAsk(gate, input.turn, input.prompt);
    case 'cancel':
      return onCancel(gate);
    case 'event':
      return onEvent(gate, input.event);
    case 'refused':
      return onRefused(gate, input.code, input.error, input.origin);
    case 'tick':
      return input.timer === gate.timer ? onTick(gate) : stay(gate);
    case 'end':
      return onEnd(gate, input.reason);
    default:
      return input satisfies never;
  }
}

function onReady(gate: Gate): Step {
  if (gate.phase.kind !== 'not-ready') return stay(gate);
  const { next } = gate.phase;
  const idle = to(gate, { kind: 'idle' });
  return next === null ? idle : andThen(idle, (g) => onAsk(g, next.turn, next.prompt));
}

function onAsk(gate: Gate, turn: Turn, prompt: string): Step {
  const { phase } = gate;
  switch (phase.kind) {
    case 'not-ready':
      return to(gate, { kind: 'not-ready', next: { turn, prompt } }, replaced(phase.next));
    case 'idle':
      return createFor(gate, { turn, prompt });
    case 'creating':
    case 'active':
      return andThen(giveUp(gate, phase, phase.turn), (g) => onAsk(g, turn, prompt));
    case 'ending':
      return to(gate, { ...phase, next: { turn, prompt } }, replaced(phase.next));
    case 'blocked':
      return to(gate, { kind: 'blocked', turn, prompt }, cancelled(phase.turn));
    case 'over':
      return stay(gate, [done(turn, failedBy(phase.reason))]);
    default:
      return phase satisfies never;
  }
}

function failedBy(reason: RealtimeError | null): TurnOutcome {
  return { kind: 'failed', error: reason ?? new RealtimeError('closed') };
}

function onCancel(gate: Gate): Step {
  const { phase } = gate;
  switch (phase.kind) {
    case 'not-ready':
      return to(gate, { kind: 'not-ready', next: null }, replaced(phase.next));
    case 'creating':
    case 'active':
      return giveUp(gate, phase, phase.turn);
    case 'ending':
      return to(gate, { ...phase, next: null }, replaced(phase.next));
    case 'blocked':
      return andThen(to(gate, { kind: 'idle' }, cancelled(phase.turn)), disarm);
    case 'idle':
    case 'over':
      return stay(gate);
    default:
      return phase satisfies never;
  }
}

function onTick(gate: Gate): Step {
  const { phase } = gate;
  switch (phase.kind) {
    case 'creating':
    case 'active':
      return fail(gate, phase, new RealtimeError('turn-timeout', phase.kind));
    case 'ending':
      // A turn had failed, and now the cancel is not answered either: the next prompt deserves a new connection.
      return phase.cancelled === null
        ? stay(gate, [{ do: 'disconnect', error: new RealtimeError('turn-timeout', 'no answer to cancel') }])
        : ended(gate, phase, null);
    case 'blocked':
      return createAgain(gate, phase);
    case 'not-ready':
    case 'idle':
    case 'over':
      return stay(gate);
    default:
      return phase satisfies never;
  }
}

function onEnd(gate: Gate, reason: RealtimeError | null): Step {
  const { phase } = gate;
  if (phase.kind === 'over') return stay(gate);
  const outcome: TurnOutcome = reason === null ? { kind: 'cancelled' } : { kind: 'failed', error: reason };
  const over: Phase = { kind: 'over', reason };
  return andThen(to(gate, over, lastWords(phase, outcome)), disarm);
}

/** The `turn-done` of every turn that is still owed one. */
function lastWords(phase: Phase, outcome: TurnOutcome): Command[] {
  switch (phase.kind) {
    case 'not-ready':
      return phase.next === null ? [] : [done(phase.next.turn, outcome)];
    case 'creating':
    case 'blocked':
      return [done(phase.turn, outcome)];
    case 'active':
      return [...(outcome.kind === 'failed' ? endSound(phase) : []), done(phase.turn, outcome)];
    case 'ending':
      return [
        ...cancelled(phase.cancelled),
        ...(phase.next === null ? [] : [done(phase.next.turn, outcome)]),
      ];
    case 'idle':
    case 'over':
      return [];
    default:
      return phase satisfies never;
  }
}
