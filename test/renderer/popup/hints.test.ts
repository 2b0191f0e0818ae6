import { expect, test } from 'vitest';
import { type HintContext, hintKeys, hints } from '../../../src/renderer/popup/hints';
import { en } from '../../../src/texts/en';

const context = (change: Partial<HintContext> = {}): HintContext => ({
  view: 'ask',
  answering: false,
  paused: false,
  draft: '',
  hasEarlier: true,
  hasAnswer: false,
  ...change,
});

test.each<[string, Partial<HintContext>, string[]]>([
  ['nothing was ever asked', { hasEarlier: false }, ['ask', 'hide']],
  ['something was asked before', {}, ['hide', 'earlier']],
  ['something was answered', { hasAnswer: true }, ['hide', 'earlier', 'new']],
  ['a question is typed', { draft: 'Why?' }, ['ask', 'hide', 'earlier']],
  ['only spaces are typed', { draft: '  ' }, ['hide', 'earlier']],
  ['an answer sounds', { answering: true }, ['pause', 'stop']],
  ['it is paused', { answering: true, paused: true }, ['resume', 'stop']],
  ['a question is typed meanwhile', { answering: true, draft: 'Why?' }, ['ask', 'stop']],
  ['a space is typed meanwhile', { answering: true, draft: ' ' }, ['stop']],
  ['the key is entered', { view: 'key', answering: true }, ['back']],
])('when %s, the keys that do something are told', (_, change, told) => {
  expect(hints(context(change))).toEqual(told);
});

test('keys are named as on the keyboard', () => {
  expect(hintKeys('ask', 'darwin', en.keyNames)).toEqual(['↩']);
  expect(hintKeys('ask', 'linux', en.keyNames)).toEqual(['Enter']);
  expect((['pause', 'resume'] as const).map((hint) => hintKeys(hint, 'linux', en.keyNames))).toEqual([
    ['Space'],
    ['Space'],
  ]);
  for (const hint of ['stop', 'hide', 'back'] as const) {
    expect(hintKeys(hint, 'linux', en.keyNames)).toEqual(['Esc']);
  }
  expect(hintKeys('earlier', 'linux', en.keyNames)).toEqual(['↑']);
  expect(hintKeys('new', 'linux', en.keyNames)).toEqual(['Ctrl', 'N']);
  expect(hintKeys('new', 'darwin', en.keyNames)).toEqual(['⌘', 'N']);
});
