import type { AudioDeviceState } from '../../preload/audio-contract';
import type { ConnectionView, KeyView, ProblemAction, VoiceSource } from '../../preload/contract';

const count = (n: number): string => n.toLocaleString('en');

/** Every word that the pages show or say, in one place. English; to translate Aloud, translate this object. */
export const texts = {
  appName: 'Aloud',

  prompt: {
    label: 'Your question',
    placeholder: 'Ask anything, hear the answer',
    left: (n: number) => `${count(n)} ${n === 1 ? 'character' : 'characters'} left`,
    over: (by: number, limit: number) =>
      `Too long by ${count(by)} ${by === 1 ? 'character' : 'characters'}: at most ${count(limit)} can be asked at once.`,
    notTaken: 'Aloud could not take the question. It is back in the field: press Enter to try again.',
  },

  answer: {
    label: 'Answer',
    connecting: 'Connecting',
    waiting: 'Waiting for the answer',
    /** There is none, and it is tried again. */
    reconnecting: 'Waiting for a connection',
    offline: 'Waiting for the network',
    stopped: 'Stopped',
    cutOff: 'Cut off',
    paused: 'Paused',
    replaying: 'Hearing it again',
    follow: 'Back to the spoken words',
    firstSound: (ms: number) => `first sound after ${duration(ms)}`,
  },

  /** What a screen reader is told: start, end and what stands in the way, never the words one by one. */
  said: {
    answering: 'Answering',
    finished: 'Answer finished',
    stopped: 'Stopped',
    paused: 'Paused',
    resumed: 'Going on',
    replaying: 'Hearing it again',
    /** Heard to its end once more, or stopped on the way. */
    replayed: 'Heard again',
    failed: 'The question was not answered',
    cutOff: 'The answer was cut off',
    reconnecting: 'No connection. Aloud tries again by itself.',
    offline: 'No network. Aloud goes on by itself when it is back.',
    online: 'The network is back',
    newConversation: 'New conversation',
  },

  connection: {
    is: {
      idle: 'Not connected',
      connecting: 'Connecting',
      ready: 'Ready',
      retrying: 'No connection',
      offline: 'No network',
      failed: 'No connection',
    } satisfies Record<ConnectionView, string>,
    nextAttempt: (left: number, unit: 's' | 'min') => `next attempt in ${left} ${unit}`,
  },
  source: {
    demo: 'Demo voice',
    openai: 'OpenAI',
    profile: 'Your server',
    custom: 'Your server',
  } satisfies Record<VoiceSource, string>,

  controls: {
    stop: 'Stop',
    stopLabel: 'Stop speaking',
    pause: 'Pause',
    resume: 'Resume',
    replay: 'Hear it again',
    mute: 'Mute',
    muted: 'Muted',
    volume: 'Volume',
    percent: (n: number) => `${n} %`,
    tryNow: 'Try now',
    newConversation: 'New conversation',
    withKey: (label: string, key: string) => `${label} (${key})`,
    dismiss: 'Dismiss',
    back: 'Back',
  },
  hints: {
    ask: 'ask',
    pause: 'pause',
    resume: 'resume',
    stop: 'stop',
    hide: 'hide',
    back: 'back',
    earlier: 'earlier',
    new: 'new',
  },

  problem: {
    actions: {
      retry: 'Try again',
      'ask-again': 'Ask again',
      'enter-key': 'Enter a key',
      'use-demo': 'Use the demo voice',
      'open-settings': 'Open settings',
      'open-log': 'Open the log',
    } satisfies Record<ProblemAction, string>,
    questionBack: 'Your question is back in the field.',
    details: 'Details',
    copy: 'Copy',
    copied: 'Copied',
    selected: 'Selected',
  },

  device: {
    'no-device': 'No sound device found: answers are shown, but cannot be heard until one is connected.',
    failed: (reason: string) => `The sound device does not work: ${reason}`,
    away: (name: string) =>
      `${name === '' ? 'The chosen sound device' : `“${name}”`} is not connected. You hear Aloud on the system’s output until it is back.`,
  },
  hotkey: {
    moved: (wanted: string, works: string) =>
      `${wanted} is taken by another program. Open Aloud with ${works} instead.`,
    unavailable: (wanted: string) =>
      `${wanted} could not be set up. Open Aloud from the tray, or by starting it again.`,
    opens: 'opens Aloud from anywhere',
  },

  welcome: {
    title: 'Welcome to Aloud',
    text: 'Type a question above and press Enter: the demo voice answers right away, without a key or internet. For real answers, add your OpenAI key.',
    compact: 'You hear the demo voice. For real answers, add your OpenAI key.',
    addKey: 'Add my OpenAI key',
    demo: 'Stay with the demo voice',
  },

  key: {
    title: 'Your OpenAI key',
    label: 'API key',
    placeholder: 'sk-…',
    show: 'Show the key',
    hide: 'Hide the key',
    whence: 'You find or make one at platform.openai.com, under “API keys”.',
    encrypt: 'Keep it encrypted on this computer',
    thisRunOnly: 'This computer offers no safe place for keys, so Aloud keeps it only until you quit.',
    unknown: 'Aloud keeps it encrypted where this computer allows that, and otherwise only until you quit.',
    save: 'Use this key',
    saving: 'Checking…',
    demo: 'Use the demo voice',
    empty: 'Paste your key first.',
    notTaken: 'Aloud could not take the key. Try again.',
    kept: {
      stored: 'Your key is kept, encrypted. Ask away.',
      'this-run': 'Your key is kept until you quit Aloud. Ask away.',
    },
    now: {
      none: null,
      stored: 'A key is kept, encrypted, on this computer. A new one replaces it.',
      'this-run': 'A key is kept until you quit. A new one replaces it.',
      environment: 'For this run, the key from OPENAI_API_KEY is used. A new one replaces it.',
    } satisfies Record<KeyView['kind'], string | null>,
  },

  failed: 'Aloud could not do that. Try again, or open the log from the tray.',
} as const;

/** A duration in ms as people read it: `180 ms`, `1.4 s`, `12 s`. */
export function duration(ms: number): string {
  if (ms < 995) return `${Math.round(ms)} ms`;
  const seconds = ms / 1000;
  return seconds < 9.95 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}

/** What is wrong with the sound device, or null when there is nothing to say. */
export function deviceText(state: AudioDeviceState): string | null {
  switch (state.kind) {
    case 'starting':
    case 'running':
    case 'suspended':
      return null;
    case 'no-device':
      return texts.device['no-device'];
    case 'failed':
      return texts.device.failed(state.reason);
  }
}
