import { beforeEach, describe, expect, it } from 'vitest';
import { Assistant } from '../../../src/main/assistant/assistant';
import { SOUND_PATH_TIMEOUT_MS } from '../../../src/main/assistant/sound-watch';
import { toSnapshot } from '../../../src/main/assistant/state';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import { RealtimeError } from '../../../src/main/realtime/errors';
import { CALM_SURROUNDINGS } from '../../fakes/calm';
import { FakeClock } from '../../fakes/clock';
import { FakeSession } from '../../fakes/fake-session';
import { FakeSound } from '../../fakes/fake-sound';
import { freshState } from '../../fakes/fresh-state';

let time: FakeClock;
let store: Store;
let sound: FakeSound;
let sessions: FakeSession[];
let demoWorks: boolean;
let assistant: Assistant;

const settled = () => new Promise(setImmediate);
const session = (at: number): FakeSession => {
  const found = sessions[at];
  if (found === undefined) throw new Error(`There is no session ${at}`);
  return found;
};

beforeEach(() => {
  time = new FakeClock();
  store = createStore(freshState());
  sound = new FakeSound();
  sessions = [];
  demoWorks = true;
  assistant = new Assistant({
    ...CALM_SURROUNDINGS,
    store,
    sound,
    now: () => time.now(),
    schedule: time.schedule,
    choose: () => Promise.resolve({ kind: 'demo' }),
    startDemo: () =>
      demoWorks
        ? Promise.resolve({ url: 'ws://127.0.0.1:1', key: null, model: 'demo' })
        : Promise.reject(new Error('no port')),
    openSession: (_endpoint, onEvent) => {
      const opened = new FakeSession(onEvent);
      sessions.push(opened);
      return opened;
    },
    log: { info: () => {}, warn: () => {} },
  });
});

describe('the test sound', () => {
  it('takes the way of an answer, and is over when it was heard', async () => {
    const heard = assistant.tryOutput();
    expect(sound.calls).toEqual(['push trial-1:tone', 'end trial-1:tone']);
    assistant.soundStarted('trial-1:tone', 0);
    assistant.soundDrained('trial-1:tone');
    await expect(heard).resolves.toEqual({ kind: 'heard' });
    expect(toSnapshot(store.state).answer).toBeNull();
    expect(sessions).toEqual([]);
  });

  it('is stopped by the user, by a question and by another one', async () => {
    const first = assistant.tryOutput();
    expect(assistant.stop()).toBe(true);
    await expect(first).resolves.toEqual({ kind: 'stopped' });
    expect(sound.calls.at(-1)).toBe('flush');
    const second = assistant.tryOutput();
    assistant.ask('Hello');
    await expect(second).resolves.toEqual({ kind: 'stopped' });
    const third = assistant.tryOutput();
    const fourth = assistant.tryOutput();
    await expect(third).resolves.toEqual({ kind: 'stopped' });
    assistant.soundDrained('trial-4:tone');
    await expect(fourth).resolves.toEqual({ kind: 'heard' });
    expect(assistant.stop()).toBe(false);
  });

  it('that nobody hears tells that the way of the sound is broken', async () => {
    const result = assistant.tryOutput();
    time.advance(SOUND_PATH_TIMEOUT_MS);
    await expect(result).resolves.toMatchObject({ kind: 'failed', problem: { code: 'no-sound-path' } });
    // It is told where it was tried, and nowhere else.
    expect(store.state.problem).toBeNull();
  });
});

describe('the sample of a voice', () => {
  it('is said in a session of its own, word for word, and leaves the conversation alone', async () => {
    const heard = assistant.tryVoice('Good day.');
    await settled();
    const spoken = session(0);
    expect(spoken.calls).toEqual([
      { call: 'ask', turn: 1, prompt: 'Say just this, warmly and naturally: “Good day.”' },
    ]);
    spoken.becomes({ kind: 'ready', dialect: 'ga', model: 'demo' });
    spoken.says(
      { type: 'audio', turn: 1, item: 'a', delta: 'AAAA' },
      { type: 'audio', turn: 1, item: 'a', delta: 'AAAA' },
      { type: 'audio-end', turn: 1, item: 'a' },
      { type: 'audio', turn: 1, item: 'b', delta: 'AAAA' },
      { type: 'turn-done', turn: 1, outcome: { kind: 'completed' }, usage: null },
    );
    expect(sound.calls.filter((call) => call.startsWith('end'))).toEqual(['end trial-1:a', 'end trial-1:b']);
    expect(spoken.calls.at(-1)).toEqual({ call: 'close' });
    assistant.soundDrained('trial-1:a');
    assistant.soundDrained('trial-1:b');
    await expect(heard).resolves.toEqual({ kind: 'heard' });
    expect(store.state).toMatchObject({ turn: null, connection: 'idle', problem: null });
  });

  it('stops an answer that sounds, and is stopped by the next question', async () => {
    assistant.ask('Hello');
    await settled();
    session(0).becomes({ kind: 'ready', dialect: 'ga', model: 'demo' });
    session(0).says({ type: 'audio', turn: 1, item: 'i', delta: 'AAAA' });
    const heard = assistant.tryVoice('Good day.');
    expect(toSnapshot(store.state).answer?.phase).toBe('stopped');
    await settled();
    assistant.ask('And?');
    await expect(heard).resolves.toEqual({ kind: 'stopped' });
    expect(session(1).calls.at(-1)).toEqual({ call: 'close' });
    // What it still says is not played.
    sound.calls.length = 0;
    session(1).says({ type: 'audio', turn: 1, item: 'a', delta: 'AAAA' });
    expect(sound.calls).toEqual([]);
  });

  it('says why it cannot be heard', async () => {
    demoWorks = false;
    await expect(assistant.tryVoice('Hi')).resolves.toMatchObject({
      kind: 'failed',
      problem: { code: 'demo-broken' },
    });
    demoWorks = true;
    const refused = assistant.tryVoice('Hi');
    await settled();
    session(0).becomes({ kind: 'closed', reason: new RealtimeError('bad-key') });
    await expect(refused).resolves.toMatchObject({ kind: 'failed', problem: { code: 'bad-key' } });
    const failed = assistant.tryVoice('Hi');
    await settled();
    const error = new RealtimeError('quota');
    session(1).says({ type: 'turn-done', turn: 1, outcome: { kind: 'failed', error }, usage: null });
    await expect(failed).resolves.toMatchObject({ kind: 'failed', problem: { code: 'quota' } });
    const damaged = assistant.tryVoice('Hi');
    await settled();
    session(2).says({ type: 'audio', turn: 1, item: 'a', delta: '!' });
    await expect(damaged).resolves.toMatchObject({ kind: 'failed', problem: { code: 'bad-audio' } });
  });

  it('is broken off while its server is still being found', async () => {
    const heard = assistant.tryVoice('Hi');
    assistant.stop();
    await expect(heard).resolves.toEqual({ kind: 'stopped' });
    await settled();
    expect(sessions).toEqual([]);
  });
});

describe('settings that change how to answer', () => {
  const ready = { kind: 'ready', dialect: 'ga', model: 'demo' } as const;

  it('open a new session at once where nothing sounds', async () => {
    assistant.warm();
    await settled();
    session(0).becomes(ready);
    assistant.renew();
    await settled();
    expect(session(0).calls.at(-1)).toEqual({ call: 'close' });
    expect(sessions).toHaveLength(2);
  });

  it('leave an answer alone, and put the next question to a new session that knows of the first', async () => {
    assistant.ask('Hello');
    await settled();
    session(0).becomes(ready);
    session(0).says(
      { type: 'words', turn: 1, item: 'i', delta: 'Good day.' },
      { type: 'audio', turn: 1, item: 'i', delta: 'AAAA' },
    );
    assistant.renew();
    await settled();
    expect(sessions).toHaveLength(1);
    session(0).says(
      { type: 'audio-end', turn: 1, item: 'i' },
      { type: 'turn-done', turn: 1, outcome: { kind: 'completed' }, usage: null },
    );
    assistant.soundDrained('1:i');
    assistant.ask('And?');
    await settled();
    expect(session(0).calls.at(-1)).toEqual({ call: 'close' });
    expect(session(1).calls).toEqual([
      {
        call: 'remember',
        messages: [
          { role: 'user', text: 'Hello' },
          { role: 'assistant', text: 'Good day.' },
        ],
      },
      { call: 'ask', turn: 2, prompt: 'And?' },
    ]);
  });

  it('open nothing where nobody wants a connection', async () => {
    assistant.renew();
    await settled();
    expect(sessions).toEqual([]);
  });
});
