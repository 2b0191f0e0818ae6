import { expect, test } from 'vitest';
import type { AnswerPhase, Snapshot } from '../../../src/preload/contract';
import { announcement } from '../../../src/renderer/popup/announce';
import { answer, idle, stories } from './stories';

const at = (phase: AnswerPhase, turn = 1, heardLength = 0): Snapshot => ({
  ...idle,
  answer: { ...answer, turn, phase, heardLength },
});

test.each<[string, Snapshot | null, Snapshot, string | null]>([
  ['the page has just loaded', null, at('speaking'), null],
  ['a question was sent', idle, at('waiting'), null],
  ['the answer begins', at('waiting'), at('speaking'), 'Answering'],
  ['more of it is heard', at('speaking', 1, 5), at('speaking', 1, 9), null],
  ['it is over', at('speaking'), at('done'), 'Answer finished'],
  ['it was stopped', at('speaking'), at('stopped'), 'Stopped'],
  ['it was stopped before it sounded', at('waiting'), at('stopped'), 'Stopped'],
  ['a new question took its place', at('speaking', 1), at('waiting', 2), null],
  ['that one is answered', at('waiting', 2), at('speaking', 2), 'Answering'],
  ['a snapshot was left out', at('done', 1), at('speaking', 2), 'Answering'],
  ['it failed, which the problem tells', at('waiting'), stories.failed, null],
  ['it failed without a problem', at('waiting'), at('failed'), 'The question was not answered'],
])('when %s', (_, before, after, told) => {
  expect(announcement(before, after)).toBe(told);
});
