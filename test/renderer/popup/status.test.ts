import { expect, test } from 'vitest';
import type { Snapshot } from '../../../src/preload/contract';
import {
  answerState,
  connectionTone,
  isAnswering,
  isShown,
  markMood,
  notices,
  offersAskAgain,
  offersTryNow,
  waitingText,
} from '../../../src/renderer/popup/status';
import { answer, idle, stories } from './stories';

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
  expect(waitingText(waiting, 'connecting')).toBe('Connecting');
  expect(waitingText(waiting, 'ready')).toBe('Waiting for the answer');
  expect(waitingText(waiting, 'retrying')).toBe('Waiting for a connection');
  expect(waitingText(waiting, 'offline')).toBe('Waiting for the network');
  expect(waitingText({ ...waiting, text: 'A' }, 'ready')).toBeNull();
  expect(waitingText({ ...waiting, phase: 'stopped' }, 'ready')).toBeNull();
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

test.each<[keyof typeof stories, string | null]>([
  ['speaking', null],
  ['paused', 'Paused'],
  ['replaying', 'Hearing it again'],
  ['done', null],
  ['stopped', 'Stopped'],
  ['cutOff', 'Cut off'],
  ['brokeOff', 'Cut off'],
])('beside the answer of %s stands %s', (name, state) => {
  const snapshot: Snapshot = stories[name];
  if (snapshot.answer === null) throw new Error('The story has an answer.');
  expect(answerState(snapshot.answer, snapshot.paused)).toBe(state);
  expect(answerState(snapshot.answer, true)).toBe('Paused');
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

test('nothing is remarked while all is well', () => {
  expect(notices(idle)).toEqual([]);
  expect(notices({ ...idle, hotkey: null, audio: { kind: 'suspended' } })).toEqual([]);
});

test('a hotkey that was taken names the one that works, in the words of the platform', () => {
  const taken = (platform: Snapshot['platform']) => notices({ ...stories.notices, notice: null, platform });
  expect(taken('linux')).toEqual([
    'Ctrl+Shift+Space is taken by another program. Open Aloud with Ctrl+Alt+Space instead.',
  ]);
  expect(taken('darwin')).toEqual(['⌘⇧Space is taken by another program. Open Aloud with ⌘⌥Space instead.']);
});

test('all circumstances are remarked, each once', () => {
  const all = notices({
    ...stories.noHotkey,
    notice: 'The settings were damaged.',
    audio: { kind: 'failed', reason: 'it was unplugged.' },
  });
  expect(all).toEqual([
    'The settings were damaged.',
    'The sound device does not work: it was unplugged.',
    'Ctrl+Shift+Space could not be set up. Open Aloud from the tray, or by starting it again.',
  ]);
});

test('a chosen output that is away is remarked once the devices are known', () => {
  const { output } = stories.deviceAway;
  const away = (change: Partial<Snapshot['output']>, audio = idle.audio) =>
    notices({ ...idle, audio, output: { ...output, ...change } });
  expect(away({})).toEqual([
    '“Headset” is not connected. You hear Aloud on the system’s output until it is back.',
  ]);
  expect(away({ chosen: { id: 'b2', name: ' ' } })[0]).toMatch(/^The chosen sound device is not connected/u);
  expect(away({ devices: [] })).toEqual([]);
  expect(away({ active: { id: 'b2', name: 'Headset' } })).toEqual([]);
  expect(away({ chosen: null })).toEqual([]);
  // Nothing is heard on any: one remark is enough.
  expect(away({}, { kind: 'no-device' })).toEqual([expect.stringMatching(/^No sound device found/u)]);
});
