import type { Healing } from './healing';
import { problemOfError } from './problem-view';
import type { Action } from './reducer';
import type { AppState } from './state';
import type { Trouble } from './trouble';

/** So many failures in a row are told even where each of them alone would pass unnoticed. */
const UNNOTICED_FAILURES = 2;

/** What a change of the connection's health means for what the user sees (pure). `wallNow` is ms since 1970. */
export function connectionActions(
  healing: Healing,
  former: Healing,
  state: AppState,
  { now, wallNow }: { now: number; wallNow: number },
): Action[] {
  const forget: Action[] = isOfConnection(state) ? [{ type: 'problem', problem: null }] : [];
  switch (healing.kind) {
    case 'rest':
      return [{ type: 'connection', connection: 'idle' }, ...forget];
    case 'trying':
      return [{ type: 'connection', connection: 'connecting' }];
    case 'up':
      return [{ type: 'connection', connection: 'ready' }, ...forget];
    case 'waiting': {
      const { until, trouble } = healing;
      const waiting: Action = {
        type: 'connection',
        connection: 'retrying',
        retryAt: Math.round(wallNow + until - now),
      };
      // The end of a connection that stood concerns nobody, if the next one stands in a moment. What a server does not
      // take is told it otherwise then.
      const isUnnoticed = healing.failures <= UNNOTICED_FAILURES || trouble.code === 'memory-refused';
      return former.kind === 'up' && isUnnoticed ? [waiting] : [waiting, ...told(trouble, state)];
    }
    case 'stuck':
      return [{ type: 'connection', connection: 'failed' }, ...told(healing.trouble, state)];
    default:
      return healing satisfies never;
  }
}

/** One attempt after the other may fail for the same cause: what the user has dismissed stays away. */
function told(trouble: Trouble, state: AppState): Action[] {
  return trouble.code === state.dismissed
    ? []
    : [{ type: 'problem', problem: problemOfError(trouble, state) }];
}

/** What a connection had to say is over with it; what an answer had to say stays until it is read. */
function isOfConnection({ problem, turn }: AppState): boolean {
  return problem !== null && problem !== turn?.problem;
}
