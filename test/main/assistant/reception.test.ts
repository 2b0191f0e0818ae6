import { beforeEach, describe, expect, it } from 'vitest';
import { LONGEST_TEXT, Reception } from '../../../src/main/assistant/reception';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import { freshState } from '../../fakes/fresh-state';

let store: Store;
let pushed: 'ok' | 'bad-audio' | 'overflow' | 'other';
let told: string[];
let reception: Reception;

const text = () => store.state.turn?.transcript.text;
const words = (turn: number, delta: string) => reception.words({ type: 'words', turn, item: 'i', delta });

beforeEach(() => {
  store = createStore(freshState());
  store.dispatch({ type: 'asked', turn: 2, prompt: 'Hello', at: 0 });
  pushed = 'ok';
  told = [];
  reception = new Reception({
    store,
    answer: { push: () => pushed },
    received: (turn) => told.push(`received ${turn}`),
    refused: ({ code }) => told.push(code),
  });
});

describe('words', () => {
  it('go into the present answer', () => {
    words(2, 'Good ');
    words(2, 'day.');
    expect(text()).toBe('Good day.');
    expect(told).toEqual(['received 2', 'received 2']);
  });

  it('of another answer, or after the end, are not wanted', () => {
    words(1, 'Late');
    store.dispatch({ type: 'generated', turn: 2 });
    words(2, 'Late');
    expect(text()).toBe('');
    expect(told).toEqual([]);
  });

  it('are kept up to a bound, to the last one that fits', () => {
    words(2, 'a'.repeat(LONGEST_TEXT - 1));
    words(2, 'b');
    expect(told).toEqual(['received 2', 'received 2']);
    words(2, 'c');
    expect(told.at(-1)).toBe('answer-too-long');
    expect(text()).toHaveLength(LONGEST_TEXT);
  });
});

describe('sound', () => {
  it.each([
    ['ok', ['received 2']],
    ['bad-audio', ['bad-audio']],
    ['overflow', ['answer-too-long']],
    ['other', []],
  ] as const)('that the sound path calls %s', (result, expected) => {
    pushed = result;
    reception.audio({ type: 'audio', turn: 2, item: 'i', delta: 'AAAA' });
    expect(told).toEqual(expected);
  });
});
