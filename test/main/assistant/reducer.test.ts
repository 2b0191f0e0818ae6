import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../src/main/assistant/problem-view';
import type { Action } from '../../../src/main/assistant/reducer';
import { reduce } from '../../../src/main/assistant/reducer';
import type { AppState } from '../../../src/main/assistant/state';
import { toSnapshot } from '../../../src/main/assistant/state';
import { freshState } from '../../fakes/fresh-state';

const start = freshState();

const run = (actions: readonly Action[], from: AppState = start) => actions.reduce(reduce, from);
const asked: Action = { type: 'asked', turn: 1, prompt: 'Hello', at: 1_000 };

describe('reduce', () => {
  it('follows an answer from Enter to its last frame', () => {
    const waiting = run([asked, { type: 'words', turn: 1, delta: 'Good day.' }]);
    expect(toSnapshot(waiting).answer).toMatchObject({ phase: 'waiting', text: 'Good day.', heardLength: 0 });

    const speaking = run(
      [
        { type: 'received', turn: 1, frames: 2_400 },
        { type: 'sounded', turn: 1, at: 1_180.4 },
        { type: 'generated', turn: 1 },
        { type: 'played', turn: 1, frames: 1_200 },
      ],
      waiting,
    );
    expect(toSnapshot(speaking).answer).toMatchObject({ phase: 'speaking', firstSoundMs: 180 });

    const done = run([{ type: 'played', turn: 1, frames: 2_400 }], speaking);
    expect(toSnapshot(done).answer).toMatchObject({ phase: 'done', heardLength: 9 });
  });

  it('is done at once when an answer has no sound', () => {
    expect(run([asked, { type: 'generated', turn: 1 }]).turn?.phase).toBe('done');
  });

  it('plays what came before a failure, and shows the failure at once', () => {
    const problem = problemOf('closed', 'openai');
    const failing = run([
      asked,
      { type: 'received', turn: 1, frames: 100 },
      { type: 'sounded', turn: 1, at: 1_100 },
      { type: 'turn-failed', turn: 1, problem },
    ]);
    expect(failing.turn?.phase).toBe('speaking');
    expect(failing.problem).toBe(problem);
    expect(run([{ type: 'played', turn: 1, frames: 100 }], failing).turn?.phase).toBe('failed');
    expect(run([{ type: 'stopped', turn: 1 }], failing).turn?.phase).toBe('failed');
    // Given up by us: the server then ends it as if nothing were wrong.
    const ended: Action[] = [
      { type: 'generated', turn: 1 },
      { type: 'played', turn: 1, frames: 100 },
    ];
    expect(run(ended, failing).turn?.phase).toBe('failed');
  });

  it('forgets the former problem and remembers the prompt when asked anew', () => {
    const again = run([
      asked,
      { type: 'problem', problem: problemOf('closed', 'demo') },
      { ...asked, turn: 2 },
    ]);
    expect(again.problem).toBeNull();
    expect(again.recentPrompts).toEqual(['Hello']);
  });

  it('keeps what is remarked until it is read or holds no longer', () => {
    const remarked = run([
      { type: 'notice', notice: { kind: 'key-damaged' } },
      { type: 'notice', notice: { kind: 'outgrown' } },
    ]);
    expect(remarked.notices).toEqual([{ kind: 'key-damaged' }, { kind: 'outgrown' }]);
    const over = run([{ type: 'notice-over', kind: 'outgrown' }], remarked);
    expect(over.notices).toEqual([{ kind: 'key-damaged' }]);
    // Nothing to draw anew.
    expect(run([{ type: 'notice-over', kind: 'outgrown' }], over)).toBe(over);
  });

  it('is drawn in another language from the same state', () => {
    const state = run([asked]);
    expect(run([{ type: 'language', language: 'ja' }], state)).toEqual({ ...state, language: 'ja' });
  });

  it('remembers which cause was dismissed, until it is told anew, tried or asked again', () => {
    const dismissed = run([
      { type: 'notice', notice: { kind: 'key-locked' } },
      { type: 'problem', problem: problemOf('closed', 'demo') },
      { type: 'dismissed' },
    ]);
    expect(dismissed).toMatchObject({ problem: null, notices: [], dismissed: 'closed' });
    // Nothing more was there to be dismissed, and a connection that rests has nothing new to say.
    const kept: Action[] = [
      { type: 'dismissed' },
      { type: 'problem', problem: null },
      { type: 'offline', offline: true },
      { type: 'offline', offline: false },
    ];
    expect(run(kept, dismissed).dismissed).toBe('closed');
    const ends: Action[] = [
      asked,
      { type: 'tried-again' },
      { type: 'problem', problem: problemOf('tls', 'demo') },
      { type: 'turn-failed', turn: 1, problem: problemOf('closed', 'demo') },
      { type: 'source', source: 'openai' },
    ];
    for (const action of ends) expect(run([action], dismissed).dismissed).toBeNull();
    expect(toSnapshot(dismissed)).not.toHaveProperty('dismissed');
  });

  it('is not touched by what comes late of an older answer', () => {
    const second = run([asked, { ...asked, turn: 2 }]);
    const late: Action[] = [
      { type: 'words', turn: 1, delta: 'late' },
      { type: 'received', turn: 1, frames: 5 },
      { type: 'sounded', turn: 1, at: 2 },
      { type: 'generated', turn: 1 },
      { type: 'stopped', turn: 1 },
    ];
    expect(run(late, second)).toBe(second);
  });

  it('never brings a finished answer back to life', () => {
    const events = fc.constantFrom<Action>(
      { type: 'words', turn: 1, delta: 'word ' },
      { type: 'received', turn: 1, frames: 10 },
      { type: 'played', turn: 1, frames: 10 },
      { type: 'sounded', turn: 1, at: 1_010 },
      { type: 'generated', turn: 1 },
      { type: 'stopped', turn: 1 },
      { type: 'turn-failed', turn: 1, problem: problemOf('closed', 'demo') },
    );
    fc.assert(
      fc.property(fc.array(events, { maxLength: 20 }), (actions) => {
        let state = run([asked]);
        for (const action of actions) {
          const former = state.turn?.phase;
          state = reduce(state, action);
          if (former === 'done' || former === 'stopped' || former === 'failed') {
            expect(state.turn?.phase).toBe(former);
          }
        }
      }),
    );
  });
});
