import type { ConnectionView, VoiceSource } from '../../preload/contract';
import { formats } from '../formats';

const { count, duration, percent, plural, short } = formats('en');
const characters = (n: number): string =>
  `${count(n)} ${plural(n, { one: 'character', other: 'characters' })}`;

export const prompt = {
  label: 'Your question',
  placeholder: 'Ask anything, hear the answer',
  left: (n: number) => `${characters(n)} left`,
  over: (by: number, limit: number) =>
    `Too long by ${characters(by)}: at most ${count(limit)} can be asked at once.`,
  notTaken: 'Aloud could not take the question. It is back in the field: press Enter to try again.',
};

export const answer = {
  label: 'Answer',
  connecting: 'Connecting',
  waiting: 'Waiting for the answer',
  /** There is no connection, and it is tried again. */
  reconnecting: 'Waiting for a connection',
  offline: 'Waiting for the network',
  stopped: 'Stopped',
  cutOff: 'Cut off',
  replaying: 'Hearing it again',
  follow: 'Back to the spoken words',
  firstSound: (ms: number) => `first sound after ${duration(ms)}`,
};

/** What a screen reader is told: start, end and what stands in the way, never the words one by one. */
export const said = {
  answering: 'Answering',
  finished: 'Answer finished',
  stopped: 'Stopped',
  paused: 'Paused',
  resumed: 'Going on',
  replaying: 'Hearing it again',
  /** To its end, once more. */
  replayed: 'Heard again',
  failed: 'The question was not answered',
  cutOff: 'The answer was cut off',
  reconnecting: 'No connection. Aloud tries again by itself.',
  offline: 'No network. Aloud goes on by itself when it is back.',
  online: 'The network is back',
  newConversation: 'New conversation',
};

export const connection = {
  is: {
    idle: 'Not connected',
    connecting: 'Connecting',
    ready: 'Ready',
    retrying: 'No connection',
    offline: 'No network',
    failed: 'No connection',
  } satisfies Record<ConnectionView, string>,
  nextAttempt: (left: number, unit: 'second' | 'minute') => `next attempt in ${short(left, unit)}`,
};

/** Who answers, alone in the status bar. */
export const source: Record<VoiceSource, string> = {
  demo: 'Demo voice',
  openai: 'OpenAI',
  profile: 'Your server',
  custom: 'Your server',
};

export const controls = {
  stop: 'Stop',
  stopLabel: 'Stop speaking',
  pause: 'Pause',
  resume: 'Resume',
  paused: 'Paused',
  replay: 'Hear it again',
  mute: 'Mute',
  muted: 'Muted',
  volume: 'Volume',
  /** 0 to 100. */
  percent,
  tryNow: 'Try now',
  newConversation: 'New conversation',
  settings: 'Settings',
  withKey: (label: string, key: string) => `${label} (${key})`,
  /** What something is at. */
  valued: (label: string, value: string) => `${label}: ${value}`,
  dismiss: 'Dismiss',
  /** The name of the button that closes this very remark. */
  dismissThis: (remark: string) => `Dismiss: ${remark}`,
  back: 'Back',
};

/** What a key does, after the key: `Esc` stop. */
export const hints = {
  ask: 'ask',
  pause: 'pause',
  resume: 'resume',
  stop: 'stop',
  hide: 'hide',
  back: 'back',
  earlier: 'earlier',
  new: 'new',
};

export const welcome = {
  title: 'Welcome to Aloud',
  text: 'Type a question above and press Enter: the demo voice answers right away, without a key or internet. For real answers, add your OpenAI key.',
  compact: 'You hear the demo voice. For real answers, add your OpenAI key.',
  addKey: 'Add my OpenAI key',
  demo: 'Stay with the demo voice',
};
