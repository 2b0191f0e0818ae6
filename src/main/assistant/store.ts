import type { Action } from './reducer';
import { reduce } from './reducer';
import type { AppState } from './state';

/** The one place where the state lives. Listeners are told after every change, with the new state and the former. */
export interface Store {
  readonly state: AppState;
  dispatch(action: Action): void;
  /** Returns its own unsubscribe. */
  subscribe(listener: (state: AppState, former: AppState) => void): () => void;
}

export function createStore(initial: AppState): Store {
  let state = initial;
  const listeners = new Set<(state: AppState, former: AppState) => void>();
  return {
    get state() {
      return state;
    },
    dispatch(action) {
      const former = state;
      state = reduce(state, action);
      if (state === former) return;
      for (const listener of [...listeners]) listener(state, former);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}
