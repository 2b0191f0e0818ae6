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
let session: FakeSession | null;
let assistant: Assistant;

const snapshot = () => toSnapshot(store.state);
const settled = () => new Promise(setImmediate);

beforeEach(() => {
  time = new FakeClock();
  store = createStore(freshState());
  sound = new FakeSound();
  session = null;
  assistant = new Assistant({
    ...CALM_SURROUNDINGS,
    store,
    sound,
    now: () => time.now(),
    schedule: time.schedule,
    choose: () => Promise.resolve({ kind: 'demo' }),
    startDemo: () => Promise.resolve({ url: 'ws://127.0.0.1:1', key: null, model: 'demo' }),
    openSession: (_endpoint, onEvent) => {
      session = new FakeSession(onEvent);
      return session;
    },
    log: { info: () => {}, warn: () => {} },
  });
});

/** Asks; the answer has 8 frames, all of which have come. */
async function answered(): Promise<void> {
  assistant.ask('Hello');
  await settled();
  session?.becomes({ kind: 'ready', dialect: 'ga', model: 'demo' });
  session?.says(
    { type: 'turn-started', turn: 1 },
    { type: 'words', turn: 1, item: 'i1', delta: 'Good ' },
    { type: 'audio', turn: 1, item: 'i1', delta: 'AAAA' },
    { type: 'words', turn: 1, item: 'i1', delta: 'day.' },
    { type: 'audio', turn: 1, item: 'i1', delta: 'AAAA' },
    { type: 'audio-end', turn: 1, item: 'i1' },
    { type: 'turn-done', turn: 1, outcome: { kind: 'completed' }, usage: null },
  );
}

async function heard(): Promise<void> {
  await answered();
  assistant.soundStarted('1:i1', 0);
  assistant.soundDrained('1:i1');
  sound.calls.length = 0;
  sound.recorded = [{ item: '1:i1~1', frames: 8 }];
}

describe('pausing', () => {
  it('holds the sound, and lets it go on', async () => {
    await answered();
    sound.calls.length = 0;
    assistant.setPaused(true);
    assistant.setPaused(true);
    expect(snapshot()).toMatchObject({ paused: true, answer: { phase: 'waiting' } });
    assistant.setPaused(false);
    expect(snapshot().paused).toBe(false);
    expect(sound.calls).toEqual(['pause', 'resume']);
  });

  it('does not outlive an answer that failed while it was held', async () => {
    assistant.ask('Hello');
    await settled();
    session?.becomes({ kind: 'ready', dialect: 'ga', model: 'demo' });
    assistant.setPaused(true);
    const error = new RealtimeError('quota');
    session?.says({ type: 'turn-done', turn: 1, outcome: { kind: 'failed', error }, usage: null });
    await settled();
    expect(snapshot()).toMatchObject({ paused: false, answer: { phase: 'failed' } });
    expect(sound.calls).toEqual(['pause', 'resume']);
  });

  it('is nothing where nothing sounds', () => {
    assistant.setPaused(true);
    expect(sound.calls).toEqual([]);
    expect(snapshot().paused).toBe(false);
  });

  it('lets nobody wait for a sound that is held, and for one that does not come afterwards', async () => {
    await answered();
    assistant.setPaused(true);
    time.advance(10 * SOUND_PATH_TIMEOUT_MS);
    expect(snapshot().answer?.phase).toBe('waiting');
    assistant.setPaused(false);
    time.advance(SOUND_PATH_TIMEOUT_MS);
    expect(snapshot().answer?.phase).toBe('failed');
    expect(snapshot().problem?.code).toBe('no-sound-path');
  });

  it('ends with the answer: the next one begins to sound', async () => {
    await answered();
    assistant.setPaused(true);
    assistant.stop();
    expect(snapshot()).toMatchObject({ paused: false, answer: { phase: 'stopped' } });
    sound.flushed();
    assistant.ask('And?');
    expect(snapshot().paused).toBe(false);
    assistant.setPaused(true);
    expect(snapshot().paused).toBe(true);
    assistant.ask('Or?');
    expect(snapshot().paused).toBe(false);
  });
});

describe('hearing an answer again', () => {
  it('lights its words up anew, and leaves the answer as it was', async () => {
    await heard();
    expect(snapshot()).toMatchObject({ canReplay: true, answer: { phase: 'done', heardLength: 9 } });
    assistant.replay();
    expect(snapshot()).toMatchObject({
      canReplay: false,
      answer: { phase: 'speaking', replay: 'sounding', heardLength: 0 },
    });
    assistant.soundStarted('1:i1~1', 0);
    assistant.soundHeard('1:i1~1', 4);
    expect(snapshot().answer?.heardLength).toBe(4);
    assistant.soundDrained('1:i1~1');
    expect(snapshot()).toMatchObject({
      canReplay: true,
      answer: { phase: 'done', replay: 'finished', heardLength: 9 },
    });
    expect(sound.calls).toEqual(['replay']);
  });

  it('can be stopped, without a word to the server', async () => {
    await heard();
    const calls = session?.calls.length;
    assistant.replay();
    assistant.soundHeard('1:i1~1', 4);
    expect(assistant.stop()).toBe(true);
    expect(sound.calls).toEqual(['replay', 'flush']);
    expect(session?.calls).toHaveLength(calls ?? -1);
    expect(snapshot()).toMatchObject({
      canReplay: true,
      answer: { phase: 'done', replay: 'stopped', heardLength: 9 },
    });
    expect(assistant.stop()).toBe(false);
  });

  it('can be paused, and gives way to a new question', async () => {
    await heard();
    assistant.replay();
    assistant.setPaused(true);
    expect(snapshot().paused).toBe(true);
    assistant.ask('And?');
    expect(sound.calls).toEqual(['replay', 'pause', 'flush']);
    expect(sound.forgets).toBe(2);
    expect(snapshot()).toMatchObject({ paused: false, answer: { replay: 'none', phase: 'waiting' } });
  });

  it('is not offered before anything was heard, while it sounds, or when it was too long to be kept', async () => {
    await answered();
    expect(snapshot().canReplay).toBe(false);
    assistant.replay();
    expect(sound.calls).not.toContain('replay');
    assistant.soundNotKept();
    assistant.soundDrained('1:i1');
    expect(snapshot()).toMatchObject({ canReplay: false, answer: { phase: 'done' } });
  });

  it('says so when it is not heard', async () => {
    await heard();
    assistant.replay();
    time.advance(SOUND_PATH_TIMEOUT_MS);
    expect(snapshot()).toMatchObject({
      problem: { code: 'no-sound-path' },
      answer: { phase: 'done', replay: 'stopped' },
    });
  });
});
