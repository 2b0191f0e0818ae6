import { describe, expect, it } from 'vitest';
import { followOneAnswer } from '../../../src/main/assistant/one-answer';
import { problemOf } from '../../../src/main/assistant/problem-view';
import type { Action } from '../../../src/main/assistant/reducer';
import { createStore } from '../../../src/main/assistant/store';
import { freshState } from '../../fakes/fresh-state';

function follow(actions: readonly Action[]) {
  const store = createStore(freshState());
  const seen = { out: '', err: '', codes: [] as number[] };
  followOneAnswer(store, {
    print: (text) => {
      seen.out += text;
    },
    printError: (text) => {
      seen.err += text;
    },
    finished: (code) => seen.codes.push(code),
  });
  for (const action of actions) store.dispatch(action);
  return seen;
}

const asked: Action = { type: 'asked', turn: 1, prompt: 'Hello', at: 0 };
const words: Action[] = [
  { type: 'words', turn: 1, delta: 'Good ' },
  { type: 'received', turn: 1, frames: 100 },
  { type: 'words', turn: 1, delta: 'day.' },
  { type: 'received', turn: 1, frames: 200 },
  { type: 'sounded', turn: 1, at: 50 },
];

describe('followOneAnswer', () => {
  it('prints each word once, when it was heard, and ends well after the last', () => {
    const heardHalf = [asked, ...words, { type: 'played', turn: 1, frames: 100 } as const];
    expect(follow(heardHalf)).toEqual({ out: 'Good', err: '', codes: [] });
    const all: Action[] = [
      ...heardHalf,
      { type: 'generated', turn: 1 },
      { type: 'played', turn: 1, frames: 200 },
    ];
    expect(follow(all)).toEqual({ out: 'Good day.\n', err: '', codes: [0] });
  });

  it('says why there was no answer', () => {
    const problem = problemOf('refused-connection', 'custom');
    const failed = follow([asked, { type: 'turn-failed', turn: 1, problem }]);
    expect(failed.codes).toEqual([1]);
    expect(failed.err).toContain('The server does not answer.');
  });

  it('counts a stopped answer as not heard', () => {
    expect(follow([asked, ...words, { type: 'stopped', turn: 1 }]).codes).toEqual([1]);
  });
});
