import { fromServerError } from './classify';
import { RealtimeError } from './errors';
import type { TurnEvent } from './server-events';
import type { SessionEvent, TurnOutcome } from './session-events';

/** How a response that we did not cancel ended, by its `response.done`. */
export function outcomeOf(event: Extract<TurnEvent, { type: 'response-done' }>): TurnOutcome {
  const { status, reason, code, errorType } = event;
  switch (status) {
    case 'completed':
      return { kind: 'completed' };
    case 'failed': {
      const named = code ?? errorType;
      const error =
        named === null
          ? new RealtimeError('server-error', 'response failed')
          : fromServerError({ code, type: errorType });
      return { kind: 'failed', error };
    }
    case 'incomplete':
      return {
        kind: 'failed',
        error: new RealtimeError(reason === 'content_filter' ? 'content-filter' : 'incomplete', reason),
      };
    case 'cancelled':
      // Not by us, so the answer is cut, and the user is told.
      return { kind: 'failed', error: new RealtimeError('incomplete', reason ?? 'cancelled') };
    default:
      return status satisfies never;
  }
}

/** A failure by a limit says when that ends, if the server has told us. */
export function withReset(event: SessionEvent, resetMs: number | null): SessionEvent {
  if (event.type !== 'turn-done' || event.outcome.kind !== 'failed') return event;
  const { error } = event.outcome;
  if (error.code !== 'rate-limited' || error.retryAfterMs !== null || resetMs === null) return event;
  const timed = new RealtimeError(error.code, error.details, resetMs);
  return { ...event, outcome: { kind: 'failed', error: timed } };
}
