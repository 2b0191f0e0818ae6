import { expect, test } from 'vitest';
import type { AnswerPhase, Snapshot } from '../../../src/preload/contract';
import { draftAfter } from '../../../src/renderer/popup/draft';
import { answer, idle } from './stories';

const at = (phase: AnswerPhase, turn = 1): Snapshot => ({
  ...idle,
  answer: { ...answer, prompt: 'Why?', turn, phase },
});

const again: Snapshot = {
  ...idle,
  answer: { ...answer, prompt: 'Why?', phase: 'speaking', replay: 'sounding' },
};

test.each<[string, string, Snapshot | null, Snapshot, string]>([
  ['a prompt that failed comes back', '', at('waiting'), at('failed'), 'Why?'],
  ['also into a field that holds only blanks', ' \n', at('waiting'), at('failed'), 'Why?'],
  ['also when the page was loaded after it failed', '', null, at('failed'), 'Why?'],
  ['but never over what was typed meanwhile', 'How?', at('waiting'), at('failed'), 'How?'],
  ['and only once: a field emptied after it stays empty', '', at('failed'), at('failed'), ''],
  ['a prompt that is asked again leaves the field', 'Why?', at('failed'), at('waiting', 2), ''],
  ['also under its old number', 'Why?', at('failed'), at('waiting'), ''],
  ['main may have trimmed it', 'Why? ', at('failed'), at('waiting', 2), ''],
  ['another draft stays', 'How?', at('failed'), at('waiting', 2), 'How?'],
  ['the same prompt typed anew during the wait stays', 'Why?', at('waiting'), at('speaking'), 'Why?'],
  ['an answer that ends well changes nothing', 'Next', at('speaking'), at('done'), 'Next'],
  ['nor does a stop', '', at('speaking'), at('stopped'), ''],
  ['nor does hearing again what failed', 'Why?', at('failed'), again, 'Why?'],
  ['whose prompt does not come back a second time', '', again, at('failed'), ''],
  ['nor a snapshot without an answer', 'Why?', at('failed'), idle, 'Why?'],
])('%s', (_, draft, before, after, expected) => {
  expect(draftAfter(draft, before, after)).toBe(expected);
});
