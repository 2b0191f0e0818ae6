import { expect, test } from 'vitest';
import type { Snapshot } from '../../../src/preload/contract';
import {
  type AnswerState,
  answerState,
  connectionTone,
  isAnswering,
  isShown,
  markMood,
  offersAskAgain,
  offersTryNow,
  waitingFor,
} from '../../../src/renderer/popup/status';
import { answer, stories } from './stories';

test('each connection has its own tone', () => {
  expect(
    (['idle', 'connecting', 'retrying', 'ready', 'offline', 'failed'] as const).map(connectionTone),
  ).toEqual(['calm', 'busy', 'busy', 'good', 'bad', 'bad']);
});

test('only a waiting or speaking answer can be stopped', () => {
  const phases = ['waiting', 'speaking', 'done', 'stopped', 'failed'] as const;
  expect(phases.map((phase) => isAnswering({ ...answer, phase }))).toEqual([true, true, false, false, false]);
  expect(isAnswering(null)).toBe(false);
});

test('the wait is named by what is waited for, and no longer than there are no words', () => {
  const waiting = stories.waiting.answer;
  if (waiting === null) throw new Error('The story has an answer.');
  for (const connection of ['idle', 'connecting', 'failed'] as const) {
    expect(waitingFor(waiting, connection)).toBe('connecting');
  }
  expect(waitingFor(waiting, 'ready')).toBe('waiting');
  expect(waitingFor(waiting, 'retrying')).toBe('reconnecting');
  expect(waitingFor(waiting, 'offline')).toBe('offline');
  expect(waitingFor({ ...waiting, text: 'A' }, 'ready')).toBeNull();
  expect(waitingFor({ ...waiting, phase: 'stopped' }, 'ready')).toBeNull();
});

test('an answer that failed before its first word is not shown', () => {
  expect(isShown({ ...answer, phase: 'failed', text: '' })).toBe(false);
  expect(isShown({ ...answer, phase: 'failed' })).toBe(true);
  expect(isShown({ ...answer, phase: 'waiting', text: '' })).toBe(true);
});

test.each<[keyof typeof stories, string]>([
  ['idle', 'calm'],
  ['connecting', 'busy'],
  ['waiting', 'busy'],
  ['speaking', 'speaking'],
  ['paused', 'calm'],
  ['replaying', 'speaking'],
  ['stopped', 'calm'],
  ['offline', 'bad'],
  ['noNetwork', 'bad'],
  ['retrying', 'calm'],
])('the mark of %s is %s', (name, mood) => {
  expect(markMood(stories[name])).toBe(mood);
});

test('the mark is busy while Aloud connects, asked or not, and bad with a problem though there is a connection', () => {
  expect(markMood({ ...stories.idle, connection: 'connecting' })).toBe('busy');
  expect(markMood({ ...stories.offline, connection: 'ready' })).toBe('bad');
});

test.each<[keyof typeof stories, AnswerState | null]>([
  ['speaking', null],
  ['paused', null],
  ['replaying', 'replaying'],
  ['done', null],
  ['stopped', 'stopped'],
  ['cutOff', 'cutOff'],
  ['brokeOff', 'cutOff'],
])('beside the answer of %s stands %s', (name, state) => {
  const snapshot: Snapshot = stories[name];
  if (snapshot.answer === null) throw new Error('The story has an answer.');
  expect(answerState(snapshot.answer)).toBe(state);
});

test.each<[keyof typeof stories, boolean, boolean]>([
  ['cutOff', true, false],
  ['brokeOff', false, false],
  ['stopped', false, true],
  ['retrying', false, true],
  ['waitingToRetry', false, true],
  ['unreachable', false, false],
  ['failed', false, false],
])('%s offers to ask again: %s; to try now: %s', (name, again, now) => {
  expect(offersAskAgain(stories[name])).toBe(again);
  expect(offersTryNow(stories[name])).toBe(now);
});

test('the wait is not cut short where a question failed, also once its problem is dismissed, nor kept by any other', () => {
  expect(offersTryNow({ ...stories.brokeOff, problem: null })).toBe(false);
  expect(offersTryNow({ ...stories.idle, problem: stories.failed.problem })).toBe(true);
});
