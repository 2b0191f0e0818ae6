import { expect, test } from 'vitest';
import type { AnswerPhase, ConnectionView, ReplayPhase, Snapshot } from '../../../src/preload/contract';
import { type Announcement, announcement } from '../../../src/renderer/popup/announce';
import { answer, idle, stories } from './stories';

const again = (phase: AnswerPhase, replay: ReplayPhase, paused = false): Snapshot => ({
  ...idle,
  paused,
  answer: { ...answer, phase, replay },
});
const held = (phase: AnswerPhase, paused: boolean): Snapshot => ({ ...at(phase), paused });
const at = (phase: AnswerPhase, turn = 1, heardLength = 0): Snapshot => ({
  ...idle,
  answer: { ...answer, turn, phase, heardLength },
});

const cut = (phase: AnswerPhase): Snapshot => ({ ...idle, answer: { ...answer, phase, cutOff: true } });
const online = (connection: ConnectionView, from: Snapshot = idle): Snapshot => ({ ...from, connection });

test.each<[string, Snapshot | null, Snapshot, Announcement | null]>([
  ['the page has just loaded', null, at('speaking'), null],
  ['a question was sent', idle, at('waiting'), null],
  ['the answer begins', at('waiting'), at('speaking'), 'answering'],
  ['more of it is heard', at('speaking', 1, 5), at('speaking', 1, 9), null],
  ['it is over', at('speaking'), at('done'), 'finished'],
  ['it was stopped', at('speaking'), at('stopped'), 'stopped'],
  ['it was stopped before it sounded', at('waiting'), at('stopped'), 'stopped'],
  ['a new question took its place', at('speaking', 1), at('waiting', 2), null],
  ['that one is answered', at('waiting', 2), at('speaking', 2), 'answering'],
  ['a snapshot was left out', at('done', 1), at('speaking', 2), 'answering'],
  ['it failed, which the problem tells', at('waiting'), stories.failed, null],
  ['it is held', held('speaking', false), held('speaking', true), 'paused'],
  ['it is held before it sounds', held('waiting', false), held('waiting', true), 'paused'],
  ['it goes on', held('speaking', true), held('speaking', false), 'resumed'],
  ['it was stopped while it was held', held('speaking', true), held('stopped', false), 'stopped'],
  ['a new question ended the pause', held('speaking', true), at('waiting', 2), null],
  ['it is heard again', again('done', 'none'), again('speaking', 'sounding'), 'replaying'],
  ['it is heard a third time', again('done', 'finished'), again('speaking', 'sounding'), 'replaying'],
  ['it was heard again', again('speaking', 'sounding'), again('done', 'finished'), 'replayed'],
  [
    'what was stopped was heard again',
    again('speaking', 'sounding'),
    again('stopped', 'finished'),
    'replayed',
  ],
  ['what had failed was heard again', again('speaking', 'sounding'), again('failed', 'finished'), 'replayed'],
  ['the repetition was stopped', again('speaking', 'sounding'), again('done', 'stopped'), 'stopped'],
  ['so soon that it was not seen to begin', again('done', 'none'), again('done', 'stopped'), 'stopped'],
  ['of what had failed, too', again('speaking', 'sounding'), again('failed', 'stopped'), 'stopped'],
  [
    'it is held while it is heard again',
    again('speaking', 'sounding'),
    again('speaking', 'sounding', true),
    'paused',
  ],
  ['a new question ended the repetition', again('speaking', 'sounding'), at('waiting', 2), null],
  ['it failed without a problem', at('waiting'), at('failed'), 'failed'],
  ['it was cut off and is over', cut('speaking'), cut('failed'), 'cutOff'],
  ['a new conversation begins', at('done'), idle, 'newConversation'],
  ['there was none before either', idle, online('connecting'), null],
  ['the connection is lost while nobody waits', idle, online('retrying'), null],
  ['it is lost while a question waits', at('waiting'), online('retrying', at('waiting')), 'reconnecting'],
  ['it is renewed while a question waits', at('waiting'), online('connecting', at('waiting')), null],
  ['it is lost still', online('connecting', at('waiting')), online('retrying', at('waiting')), null],
  ['it is lost, which the problem tells', at('waiting'), { ...stories.unreachable, ...at('waiting') }, null],
  ['the network goes', idle, online('offline'), 'offline'],
  ['the network goes, which the problem tells', idle, online('offline', stories.unreachable), null],
  ['it is back', online('offline'), online('connecting'), 'online'],
  ['it is away still', online('offline'), { ...online('offline'), notices: [] }, null],
  ['nobody wants it any more', online('offline'), online('idle'), null],
  ['the answer ends as the network goes', at('speaking'), online('offline', at('done')), 'finished'],
])('when %s', (_, before, after, told) => {
  expect(announcement(before, after)).toBe(told);
});
