import type { AnswerView, Snapshot } from '../../../src/preload/contract';

/** A popup at rest, connected to the demo voice, nothing asked yet. */
export const idle: Snapshot = {
  language: 'en',
  source: 'demo',
  connection: 'ready',
  retryAt: null,
  answer: null,
  problem: null,
  notices: [],
  key: { kind: 'none' },
  canEncrypt: true,
  hotkey: {
    kind: 'active',
    accelerator: 'CommandOrControl+Shift+Space',
    wanted: 'CommandOrControl+Shift+Space',
  },
  audio: { kind: 'running', outputLatencyMs: 32 },
  output: { devices: [{ id: 'a1', name: 'Loudspeakers' }], chosen: null, active: null },
  muted: false,
  volume: 0.75,
  paused: false,
  canReplay: false,
  firstRun: false,
  update: { kind: 'idle' },
  recentPrompts: [],
  platform: 'linux',
};

const text =
  'A rainbow appears when sunlight enters raindrops, bends, reflects off their far side, and bends again on its way out. ' +
  'Each colour leaves at its own angle, so every drop shows you just one colour, and thousands of drops together draw the arc.';

export const answer: AnswerView = {
  turn: 1,
  prompt: 'Why do rainbows have an arc?',
  text,
  heardLength: text.length,
  phase: 'done',
  firstSoundMs: 182,
  replay: 'none',
  cutOff: false,
};

const long = Array.from(
  { length: 8 },
  (_, i) =>
    `Part ${i + 1}. Once upon a time, in a town by the sea, a lighthouse keeper wound the great clock. ${text}`,
).join('\n\n');

const RETRY_AT = 1_800_000_000_000;

const recentPrompts = ['Why do rainbows have an arc?', 'Count to five', 'What time is it in Lisbon?'];
const asked: Snapshot = { ...idle, source: 'openai', key: { kind: 'stored' }, recentPrompts };

const at = (change: Partial<AnswerView>): Snapshot => ({ ...asked, answer: { ...answer, ...change } });

/** The states that a popup can be seen in, by name. */
export const stories = {
  idle: asked,
  firstRun: { ...idle, firstRun: true },
  firstRunAnswered: { ...idle, firstRun: true, answer, recentPrompts },
  noEncryption: { ...idle, canEncrypt: false },
  keyStored: asked,
  connecting: {
    ...at({ text: '', heardLength: 0, phase: 'waiting', firstSoundMs: null }),
    connection: 'connecting',
  },
  waiting: at({ text: '', heardLength: 0, phase: 'waiting', firstSoundMs: null }),
  speaking: at({ heardLength: 83, phase: 'speaking' }),
  paused: { ...at({ heardLength: 83, phase: 'speaking' }), paused: true },
  done: { ...at({}), canReplay: true },
  stopped: { ...at({ heardLength: 83, phase: 'stopped' }), canReplay: true },
  replaying: at({ heardLength: 40, phase: 'speaking', replay: 'sounding' }),
  failed: {
    ...at({ text: '', heardLength: 0, phase: 'failed', firstSoundMs: null }),
    connection: 'failed',
    problem: {
      code: 'bad-key',
      source: 'openai',
      retryAfterMs: null,
      command: null,
      actions: ['enter-key', 'use-demo'],
      details: 'HTTP 401 · invalid_api_key · req_8f2c31a09be4',
    },
  },
  offline: {
    ...idle,
    connection: 'failed',
    problem: {
      code: 'refused-connection',
      source: 'custom',
      retryAfterMs: null,
      command: null,
      actions: ['retry', 'open-log'],
      details: 'ECONNREFUSED 127.0.0.1:8787',
    },
  },
  cutOff: {
    ...at({ heardLength: 83, text: text.slice(0, 117), phase: 'failed', cutOff: true }),
    canReplay: true,
  },
  brokeOff: {
    ...at({ heardLength: 83, text: text.slice(0, 117), phase: 'speaking', cutOff: true }),
    connection: 'retrying',
    retryAt: RETRY_AT,
    problem: {
      code: 'closed',
      source: 'openai',
      retryAfterMs: null,
      command: null,
      actions: ['ask-again'],
      details: null,
    },
  },
  retrying: { ...asked, connection: 'retrying', retryAt: RETRY_AT },
  waitingToRetry: {
    ...at({ text: '', heardLength: 0, phase: 'waiting', firstSoundMs: null }),
    connection: 'retrying',
    retryAt: RETRY_AT,
  },
  unreachable: {
    ...asked,
    connection: 'retrying',
    retryAt: RETRY_AT,
    problem: {
      code: 'refused-connection',
      source: 'openai',
      retryAfterMs: null,
      command: null,
      actions: ['retry', 'use-demo'],
      details: 'ECONNREFUSED',
    },
  },
  noNetwork: { ...asked, connection: 'offline' },
  long: at({ text: long, heardLength: 1_100, phase: 'speaking' }),
  arabic: at({
    prompt: 'لماذا يظهر قوس قزح على شكل قوس؟',
    text: 'يظهر قوس قزح عندما تدخل أشعة الشمس قطرات المطر، فتنكسر وتنعكس ثم تنكسر مرة أخرى. كل لون يخرج بزاويته الخاصة.',
    heardLength: 40,
    phase: 'speaking',
  }),
  chinese: at({
    prompt: '彩虹为什么是弧形的？🌈',
    text: '阳光进入雨滴后发生折射和反射，每种颜色以自己的角度射出。因此每一滴雨只让你看到一种颜色，成千上万的雨滴一起画出了这道弧线。🌦️👨‍👩‍👧',
    heardLength: 21,
    phase: 'speaking',
  }),
  markup: at({
    prompt: '<b>bold</b>',
    text: '<img src=x onerror="document.title=1"> is how an image is written, & <script>this</script> a script.',
    heardLength: 500,
  }),
  muted: { ...at({ heardLength: 83, phase: 'speaking' }), muted: true },
  quiet: { ...asked, volume: 0.2 },
  deviceAway: {
    ...asked,
    output: { ...idle.output, chosen: { id: 'b2', name: 'Headset' } },
  },
  noDevice: { ...at({ heardLength: 83, phase: 'speaking' }), audio: { kind: 'no-device' } },
  notices: {
    ...idle,
    notices: [
      {
        kind: 'file',
        file: 'settings',
        fault: 'damaged',
        aside: 'settings.json.corrupt-2026-10-05T10-00-00.000Z',
      },
    ],
    hotkey: {
      kind: 'active',
      accelerator: 'CommandOrControl+Alt+Space',
      wanted: 'CommandOrControl+Shift+Space',
    },
  },
  noHotkey: { ...idle, hotkey: { kind: 'unavailable', wanted: 'CommandOrControl+Shift+Space' } },
} satisfies Record<string, Snapshot>;

export type StoryName = keyof typeof stories;
