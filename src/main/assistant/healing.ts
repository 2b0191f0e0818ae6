import type { Cure } from './problems';
import { cureOf } from './problems';
import type { Trouble } from './trouble';

/** Half of the first pause between two attempts, ms, and the longest pause that the back-off makes by itself. */
export const FIRST_PAUSE_MS = 500;
export const LONGEST_PAUSE_MS = 30_000;

/**
 * How the connection fares. `failures` counts what went wrong since the last answer that came whole: to connect is no
 * proof of health, since a server can accept a connection and then refuse every question.
 */
export type Healing = { readonly failures: number } & (
  | { readonly kind: 'rest' }
  /** An attempt is on its way. */
  | { readonly kind: 'trying' }
  | { readonly kind: 'up' }
  /** The next attempt is made at `until`, ms on the assistant's clock. */
  | { readonly kind: 'waiting'; readonly until: number; readonly trouble: Trouble }
  /** Time alone helps nothing here. */
  | { readonly kind: 'stuck'; readonly trouble: Trouble }
);

export type HealingInput =
  /** Somebody is about to ask (the popup came up), or has asked, or pressed Retry. */
  | { type: 'wanted'; by: 'warming' | 'asking' }
  | { type: 'unwanted' }
  | { type: 'ready' }
  /** The attempt failed, or the connection that was up has ended. */
  | { type: 'failed'; trouble: Trouble }
  /** An answer came whole. */
  | { type: 'completed' }
  /** It is `until`. */
  | { type: 'due' }
  /** Another network, the network is back, or the computer woke up. */
  | { type: 'changed' };

/** The moment: ms on the assistant's clock, and a number from 0 to below 1 that nobody can foresee. */
export interface Moment {
  now: number;
  chance: number;
}

export interface Healed {
  readonly healing: Healing;
  /** An attempt is to be made now. */
  readonly connect: boolean;
}

export const AT_REST: Healing = { kind: 'rest', failures: 0 };

/** The one policy of connecting again (pure). */
export function heal(healing: Healing, input: HealingInput, { now, chance }: Moment): Healed {
  const { failures } = healing;
  switch (input.type) {
    case 'wanted':
      return wants(healing, input.by) ? attempt(failures) : stay(healing);
    case 'unwanted':
      return stay({ kind: 'rest', failures });
    case 'ready':
      return stay(healing.kind === 'trying' ? { kind: 'up', failures } : healing);
    case 'failed':
      return stay(failed(healing, input.trouble, { now, chance }));
    case 'completed':
      return stay({ ...healing, failures: 0 });
    case 'due':
      return healing.kind === 'waiting' && healing.until <= now ? attempt(failures) : stay(healing);
    case 'changed':
      return profitsFromChange(healing, now) ? attempt(failures) : stay(healing);
    default:
      return input satisfies never;
  }
}

/**
 * The pause after so many failures, ms: it doubles up to the longest, and a half of it is left to chance, so that all who
 * lost the same server do not come back to it at the same moment.
 */
export function pauseMs(failures: number, chance: number): number {
  const whole = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, Math.min(failures, 32) - 1));
  return (whole / 2) * (1 + chance);
}

function wants(healing: Healing, by: 'warming' | 'asking'): boolean {
  switch (healing.kind) {
    case 'rest':
      return true;
    case 'stuck':
      // What the user had to do may be done; each opening of the popup is worth one attempt.
      return true;
    case 'waiting':
      // Whoever asks may have changed what was wrong, and one refusal more harms nobody.
      return by === 'asking';
    case 'trying':
    case 'up':
      return false;
    default:
      return healing satisfies never;
  }
}

function profitsFromChange(healing: Healing, now: number): boolean {
  switch (healing.kind) {
    case 'waiting':
      return isUnasked(healing.trouble, healing.until, now);
    case 'stuck':
      return cureOf(healing.trouble.code) === 'network';
    case 'rest':
    case 'trying':
    case 'up':
      return false;
    default:
      return healing satisfies never;
  }
}

/** A pause of our own may be cut short by an event; one that the server asked for may not. */
function isUnasked(trouble: Trouble, until: number, now: number): boolean {
  return trouble.retryAfterMs === null || until <= now;
}

function failed({ kind, failures }: Healing, trouble: Trouble, { now, chance }: Moment): Healing {
  // What nobody waits for any more fails unheard.
  if (kind === 'rest') return { kind, failures };
  const count = failures + 1;
  const cure: Cure = cureOf(trouble.code);
  switch (cure) {
    case 'time': {
      const pause = Math.max(pauseMs(count, chance), trouble.retryAfterMs ?? 0);
      return { kind: 'waiting', failures: count, until: now + pause, trouble };
    }
    case 'network':
    case 'user':
      return { kind: 'stuck', failures: count, trouble };
    default:
      return cure satisfies never;
  }
}

function stay(healing: Healing): Healed {
  return { healing, connect: false };
}

function attempt(failures: number): Healed {
  return { healing: { kind: 'trying', failures }, connect: true };
}
