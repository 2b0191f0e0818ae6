import type { AppState } from '../../src/main/assistant/state';
import { initialState } from '../../src/main/assistant/state';

/** The state of a first start on Linux, with what a test wants otherwise. */
export function freshState(changes: Partial<Parameters<typeof initialState>[0]> = {}): AppState {
  return initialState({
    language: 'en',
    source: 'demo',
    muted: false,
    volume: 1,
    output: null,
    firstRun: true,
    recentPrompts: [],
    platform: 'linux',
    program: '/opt/Aloud/aloud',
    notices: [],
    ...changes,
  });
}
