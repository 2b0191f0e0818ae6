import type { SessionState } from '../realtime/session-events';
import { problemOfError } from './problems';
import type { Action } from './reducer';
import type { AppState } from './state';

/** What a change of the session's state means for what the user sees (pure). */
export function connectionActions(session: SessionState, state: AppState): Action[] {
  switch (session.kind) {
    case 'connecting':
    case 'configuring':
      return [{ type: 'connection', connection: 'connecting' }];
    case 'ready':
      // What a failed connection had to say is over; what an answer had to say stays until it is read.
      return state.problem !== null && state.problem === state.turn?.problem
        ? [{ type: 'connection', connection: 'ready' }]
        : [
            { type: 'connection', connection: 'ready' },
            { type: 'problem', problem: null },
          ];
    case 'closed': {
      // A quiet end of an idle connection concerns nobody: the next prompt opens a new one.
      if (state.connection === 'ready') return [{ type: 'connection', connection: 'idle' }];
      const failed: Action = { type: 'connection', connection: 'failed' };
      return session.reason === null
        ? [failed]
        : [failed, { type: 'problem', problem: problemOfError(session.reason, state.source) }];
    }
    default:
      return session satisfies never;
  }
}
