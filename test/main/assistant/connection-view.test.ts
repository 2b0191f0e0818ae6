import { describe, expect, it } from 'vitest';
import { connectionActions } from '../../../src/main/assistant/connection-view';
import type { Healing } from '../../../src/main/assistant/healing';
import { problemOf } from '../../../src/main/assistant/problem-view';
import type { Action } from '../../../src/main/assistant/reducer';
import { reduce } from '../../../src/main/assistant/reducer';
import type { AppState } from '../../../src/main/assistant/state';
import { troubleOf } from '../../../src/main/assistant/trouble';
import { freshState } from '../../fakes/fresh-state';

const MOMENT = { now: 5_000, wallNow: 1_000_000 };
const refused = troubleOf('refused-connection');
const trying: Healing = { kind: 'trying', failures: 3 };
const waiting = (failures = 3): Healing => ({ kind: 'waiting', failures, until: 7_500.4, trouble: refused });

const online = freshState({ source: 'openai' });
const run = (state: AppState, ...actions: Action[]) => actions.reduce(reduce, state);
/** The state when the connection has come to fare so. */
const fares = (healing: Healing, former: Healing, state: AppState = online) =>
  run(state, ...connectionActions(healing, former, state, MOMENT));

describe('connectionActions', () => {
  it('tells when the next attempt comes, by the clock on the wall, and why there was no connection', () => {
    expect(fares(waiting(), trying)).toMatchObject({
      connection: 'retrying',
      retryAt: 1_002_500,
      problem: { code: 'refused-connection' },
    });
  });

  it('keeps quiet about a connection that stood and broke, if the next one may stand in a moment', () => {
    const up: Healing = { kind: 'up', failures: 2 };
    expect(fares(waiting(2), up)).toMatchObject({ connection: 'retrying', problem: null });
    expect(fares(waiting(3), up).problem?.code).toBe('refused-connection');
  });

  it('says what only the user can help', () => {
    const stuck: Healing = { kind: 'stuck', failures: 1, trouble: troubleOf('bad-key') };
    expect(fares(stuck, trying)).toMatchObject({
      connection: 'failed',
      retryAt: null,
      problem: { code: 'bad-key' },
    });
  });

  it.each<Healing>([waiting(), { kind: 'stuck', failures: 3, trouble: refused }])(
    'does not say again what was dismissed, but another cause ($kind)',
    (healing) => {
      const dismiss = (code: 'refused-connection' | 'tls') =>
        run(online, { type: 'problem', problem: problemOf(code, 'openai') }, { type: 'dismissed' });
      expect(fares(healing, trying, dismiss('refused-connection')).problem).toBeNull();
      expect(fares(healing, trying, dismiss('tls')).problem?.code).toBe('refused-connection');
    },
  );

  it.each<[Healing, string]>([
    [{ kind: 'up', failures: 3 }, 'ready'],
    [{ kind: 'rest', failures: 3 }, 'idle'],
  ])(
    'takes back what the connection had to say, and not what an answer had ($0.kind)',
    (healing, connection) => {
      const told = fares(waiting(), trying);
      expect(fares(healing, trying, told)).toMatchObject({ connection, retryAt: null, problem: null });
      const failed = run(
        online,
        { type: 'asked', turn: 1, prompt: 'Hello', at: 0 },
        { type: 'turn-failed', turn: 1, problem: problemOf('closed', 'openai') },
      );
      expect(fares(healing, trying, failed)).toMatchObject({ connection, problem: { code: 'closed' } });
    },
  );
});
