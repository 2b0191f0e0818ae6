import type { UpdateFailure, UpdateView } from '../../preload/update-contract';

/** Times are ms on a monotonic clock, which may stand still while the computer sleeps. */
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A start is for asking; what can wait does. */
export const FIRST_LOOK_MS = 2 * MINUTE;
export const LOOK_INTERVAL_MS = 24 * HOUR;
/** After a failure; doubled for each one that follows, up to {@link LOOK_INTERVAL_MS}. */
export const RETRY_MS = HOUR;
/** After speech: a conversation has pauses. */
export const QUIET_MS = 30_000;
/** Without a sign of life for so long, a look or a download is given up. */
export const STALL_MS = 5 * MINUTE;

/** When to look for updates and what to do with one (pure). Immutable; {@link step} makes the next. */
export interface UpdatePlan {
  view: UpdateView;
  /** Updates are looked for without being asked. */
  automatic: boolean;
  /** Something sounds or is about to. Then nothing is looked for and nothing fetched. */
  speaking: boolean;
  /** When it became quiet. */
  quietAt: number;
  /** A look that is still to be made: the user's wish, or because a download was broken off for speech. */
  owed: 'asked' | 'broken-off' | null;
  /** When the next one of its own is due. */
  dueAt: number;
  /** Failures in a row. */
  failures: number;
  /** The last sign of life of a look or a download. */
  aliveAt: number;
}

export type UpdateEvent =
  /** The user wants to know now. */
  | { type: 'asked' }
  | { type: 'speaking'; speaking: boolean }
  | { type: 'automatic'; automatic: boolean }
  /** The time of {@link wakeAt} has come. */
  | { type: 'time' }
  | { type: 'found'; version: string }
  | { type: 'none' }
  /** 0 to 100. */
  | { type: 'progress'; percent: number }
  | { type: 'downloaded'; version: string }
  /** A look, a download, or installing what was ready. */
  | { type: 'failed'; failure: UpdateFailure };

export type UpdateEffect = 'look' | 'download' | 'break-off';

export interface UpdateStep {
  plan: UpdatePlan;
  effect: UpdateEffect | null;
}

/** `chance` from 0 to 1 spreads the looks of many computers that were switched on together. */
export function firstPlan(now: number, chance: number, automatic: boolean): UpdatePlan {
  return {
    view: { kind: 'idle' },
    automatic,
    speaking: false,
    quietAt: Number.NEGATIVE_INFINITY,
    owed: null,
    dueAt: now + spread(FIRST_LOOK_MS, chance),
    failures: 0,
    aliveAt: now,
  };
}

export function step(plan: UpdatePlan, event: UpdateEvent, now: number, chance: number): UpdateStep {
  switch (event.type) {
    case 'asked':
      return isBusy(plan) || plan.view.kind === 'ready'
        ? still(plan)
        : consider({ ...plan, owed: 'asked' }, now);
    case 'speaking':
      return heed(plan, event.speaking, now);
    case 'automatic':
      return event.automatic ? consider({ ...plan, automatic: true }, now) : still(withoutLooks(plan));
    case 'time':
      if (isBusy(plan) && now >= plan.aliveAt + STALL_MS) {
        return { plan: failed(plan, 'stalled', now, chance), effect: 'break-off' };
      }
      return consider(plan, now);
    case 'found':
      if (plan.view.kind !== 'looking') return still(plan);
      if (plan.speaking) return still({ ...plan, view: { kind: 'waiting' }, owed: 'broken-off' });
      return {
        plan: { ...plan, view: { kind: 'downloading', version: event.version, percent: 0 }, aliveAt: now },
        effect: 'download',
      };
    case 'none':
      if (plan.view.kind !== 'looking') return still(plan);
      return still(settled({ ...plan, view: { kind: 'none' } }, now, chance));
    case 'progress': {
      const { view } = plan;
      if (view.kind !== 'downloading') return still(plan);
      const percent = Math.floor(Math.min(100, Math.max(0, event.percent)) / 10) * 10;
      return still({
        ...plan,
        aliveAt: now,
        view: percent === view.percent ? view : { ...view, percent },
      });
    }
    case 'downloaded':
      // Also when it was about to be broken off: it is there.
      return still({ ...plan, view: { kind: 'ready', version: event.version }, owed: null, failures: 0 });
    case 'failed':
      return still(
        isBusy(plan) || plan.view.kind === 'ready' ? failed(plan, event.failure, now, chance) : plan,
      );
    default:
      return event satisfies never;
  }
}

/** When {@link step} wants to be told the time, ms on the same clock; null when nothing waits for it. */
export function wakeAt(plan: UpdatePlan): number | null {
  if (isBusy(plan)) return plan.aliveAt + STALL_MS;
  if (plan.speaking || plan.view.kind === 'ready') return null;
  if (plan.owed !== null) return plan.quietAt + QUIET_MS;
  return plan.automatic ? Math.max(plan.dueAt, plan.quietAt + QUIET_MS) : null;
}

function isBusy({ view }: UpdatePlan): boolean {
  return view.kind === 'looking' || view.kind === 'downloading';
}

function still(plan: UpdatePlan): UpdateStep {
  return { plan, effect: null };
}

/** Looks if it is wanted, and if now is the time. */
function consider(plan: UpdatePlan, now: number): UpdateStep {
  if (isBusy(plan) || plan.view.kind === 'ready') return still(plan);
  const { owed, speaking } = plan;
  if (owed === null && !(plan.automatic && now >= plan.dueAt)) return still(plan);
  // Who asks in a pause is answered; everything else can wait.
  const quiet = !speaking && (owed === 'asked' || now >= plan.quietAt + QUIET_MS);
  if (quiet)
    return { plan: { ...plan, view: { kind: 'looking' }, owed: null, aliveAt: now }, effect: 'look' };
  return still(owed === null ? plan : { ...plan, view: { kind: 'waiting' } });
}

/** What the user asked for is still done, and what is being fetched comes to its end. */
function withoutLooks(plan: UpdatePlan): UpdatePlan {
  if (plan.owed !== 'broken-off') return { ...plan, automatic: false };
  return { ...plan, automatic: false, owed: null, view: { kind: 'idle' } };
}

function heed(plan: UpdatePlan, speaking: boolean, now: number): UpdateStep {
  if (speaking === plan.speaking) return still(plan);
  if (!speaking) return consider({ ...plan, speaking, quietAt: now }, now);
  if (plan.view.kind !== 'downloading') return still({ ...plan, speaking });
  return { plan: { ...plan, speaking, view: { kind: 'waiting' }, owed: 'broken-off' }, effect: 'break-off' };
}

function settled(plan: UpdatePlan, now: number, chance: number): UpdatePlan {
  return { ...plan, failures: 0, dueAt: now + spread(LOOK_INTERVAL_MS, chance) };
}

function failed(plan: UpdatePlan, failure: UpdateFailure, now: number, chance: number): UpdatePlan {
  const wait = Math.min(LOOK_INTERVAL_MS, RETRY_MS * 2 ** plan.failures);
  return {
    ...plan,
    view: { kind: 'failed', failure },
    failures: plan.failures + 1,
    dueAt: now + spread(wait, chance),
  };
}

/** Up to a tenth more or less. */
function spread(ms: number, chance: number): number {
  return ms * (0.9 + 0.2 * chance);
}
