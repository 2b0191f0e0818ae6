import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Assistant } from '../../../src/main/assistant/assistant';
import type { ChosenEndpoint } from '../../../src/main/assistant/endpoint';
import { FIRST_PAUSE_MS } from '../../../src/main/assistant/healing';
import { SOUND_PATH_TIMEOUT_MS } from '../../../src/main/assistant/sound-watch';
import { toSnapshot } from '../../../src/main/assistant/state';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import { RealtimeError } from '../../../src/main/realtime/errors';
import { CALM_SURROUNDINGS } from '../../fakes/calm';
import { FakeSession } from '../../fakes/fake-session';
import { FakeSound } from '../../fakes/fake-sound';
import { freshState } from '../../fakes/fresh-state';

const READY = { kind: 'ready', dialect: 'ga', model: 'demo' } as const;

let store: Store;
let sound: FakeSound;
let sessions: FakeSession[];
let chosen: ChosenEndpoint;
let startDemo: () => Promise<{ url: string; key: null; model: string }>;
let assistant: Assistant;

/** Lets everything that waits for nothing but promises happen. */
const settled = () => vi.advanceTimersByTimeAsync(0);
const snapshot = () => toSnapshot(store.state);

function session(index: number): FakeSession {
  const found = sessions.at(index);
  if (found === undefined) throw new Error(`There is no session ${index}`);
  return found;
}

beforeEach(() => {
  vi.useFakeTimers();
  store = createStore(freshState());
  sound = new FakeSound();
  sessions = [];
  chosen = { kind: 'demo' };
  startDemo = () => Promise.resolve({ url: 'ws://127.0.0.1:1', key: null, model: 'demo' });
  assistant = new Assistant({
    ...CALM_SURROUNDINGS,
    store,
    sound,
    now: () => Date.now(),
    schedule: (ms, run) => {
      const timer = setTimeout(run, ms);
      return () => clearTimeout(timer);
    },
    choose: () => Promise.resolve(chosen),
    startDemo: () => startDemo(),
    openSession: (_endpoint, onEvent) => {
      const fresh = new FakeSession(onEvent);
      sessions.push(fresh);
      return fresh;
    },
    log: { info: () => {}, warn: () => {} },
  });
  return () => {
    vi.useRealTimers();
  };
});

/** Asks and brings the answer so far that 4 of its 8 frames have been played. */
async function speaking(prompt = 'Hello'): Promise<FakeSession> {
  assistant.ask(prompt);
  await settled();
  const now = session(-1);
  const turn = store.state.turn?.turn ?? 0;
  now.becomes(READY);
  now.says(
    { type: 'turn-started', turn },
    { type: 'words', turn, item: 'i1', delta: 'Good ' },
    { type: 'audio', turn, item: 'i1', delta: 'AAAA' },
    { type: 'words', turn, item: 'i1', delta: 'day.' },
    { type: 'audio', turn, item: 'i1', delta: 'AAAA' },
  );
  assistant.soundStarted('1:i1', 20);
  assistant.soundHeard('1:i1', 4);
  return now;
}

describe('asking', () => {
  it('opens the connection, sends the prompt and follows the answer to its last frame', async () => {
    const live = await speaking();
    expect(live.calls).toEqual([{ call: 'ask', turn: 1, prompt: 'Hello' }]);
    expect(snapshot()).toMatchObject({
      connection: 'ready',
      answer: { phase: 'speaking', text: 'Good day.', heardLength: 4, firstSoundMs: 20 },
    });
    live.says(
      { type: 'audio-end', turn: 1, item: 'i1' },
      { type: 'turn-done', turn: 1, outcome: { kind: 'completed' }, usage: null },
    );
    expect(sound.calls).toEqual(['push 1:i1', 'push 1:i1', 'end 1:i1']);
    expect(snapshot().answer?.phase).toBe('speaking');
    assistant.soundDrained('1:i1');
    expect(snapshot().answer).toMatchObject({ phase: 'done', heardLength: 9 });
  });

  it('ends an item whose end the server forgot', async () => {
    const live = await speaking();
    live.says({ type: 'turn-done', turn: 1, outcome: { kind: 'completed' }, usage: null });
    expect(sound.calls.at(-1)).toBe('end 1:i1');
  });

  it('does nothing for blank prompts and refuses those that are too long', () => {
    expect(assistant.ask(' \n')).toEqual({ kind: 'ignored' });
    expect(assistant.ask('x'.repeat(32_001))).toEqual({ kind: 'too-long' });
    expect(store.state.turn).toBeNull();
  });

  it('uses the warm connection', async () => {
    assistant.warm();
    await settled();
    session(0).becomes(READY);
    assistant.ask('Hello');
    await settled();
    expect(sessions).toHaveLength(1);
    expect(session(0).calls).toHaveLength(1);
  });
});

describe('interrupting', () => {
  it('silences at once, tells the server what was heard, and only then asks anew', async () => {
    const live = await speaking();
    sound.reports = [{ item: '1:i1', receivedFrames: 8, playedFrames: 4, audioEndMs: 40, heard: 40 }];
    assistant.ask('Stop, something else');
    expect(sound.calls.at(-1)).toBe('flush');
    expect(live.calls.at(-1)).toEqual({ call: 'cancel' });
    await settled();
    expect(live.calls.at(-1)).toEqual({ call: 'cancel' });
    sound.flushed();
    await settled();
    expect(live.calls.slice(-2)).toEqual([
      { call: 'settle', items: [{ item: 'i1', heard: 40 }] },
      { call: 'ask', turn: 2, prompt: 'Stop, something else' },
    ]);
  });

  it('sends only the last of three prompts in a row', async () => {
    const live = await speaking();
    assistant.ask('two');
    assistant.ask('three');
    assistant.ask('four');
    sound.flushed();
    await settled();
    const asked = live.calls.filter(({ call }) => call === 'ask');
    expect(asked).toEqual([
      { call: 'ask', turn: 1, prompt: 'Hello' },
      { call: 'ask', turn: 4, prompt: 'four' },
    ]);
  });

  it('stops once', async () => {
    await speaking();
    expect(assistant.stop()).toBe(true);
    expect(assistant.stop()).toBe(false);
    expect(snapshot().answer?.phase).toBe('stopped');
  });

  it('plays nothing more of a stopped answer', async () => {
    const live = await speaking();
    assistant.stop();
    const before = sound.calls.length;
    live.says({ type: 'audio', turn: 1, item: 'i1', delta: 'AAAA' });
    assistant.soundHeard('1:i1', 8);
    expect(sound.calls).toHaveLength(before);
    expect(store.state.turn?.playedFrames).toBe(4);
  });

  it('does not send a prompt that was stopped before it could go out', async () => {
    let connect = (): void => {};
    startDemo = () =>
      new Promise((resolve) => {
        connect = () => resolve({ url: 'ws://127.0.0.1:1', key: null, model: 'demo' });
      });
    assistant.ask('Hello');
    await settled();
    assistant.stop();
    connect();
    sound.flushed();
    await settled();
    expect(session(0).calls.filter(({ call }) => call === 'ask')).toEqual([]);
  });
});

describe('failures', () => {
  it('says why there can be no connection, and keeps the app asking', async () => {
    chosen = { kind: 'no-key' };
    assistant.ask('Hello');
    await settled();
    expect(snapshot()).toMatchObject({
      connection: 'failed',
      problem: { code: 'no-key' },
      answer: { phase: 'failed', prompt: 'Hello' },
    });
    chosen = { kind: 'demo' };
    assistant.retry();
    await settled();
    expect(session(0).calls).toEqual([{ call: 'ask', turn: 2, prompt: 'Hello' }]);
    expect(snapshot().problem).toBeNull();
  });

  it('tries to connect again where no prompt has failed, and asks nothing by itself', async () => {
    const live = await speaking();
    live.says({ type: 'turn-done', turn: 1, outcome: { kind: 'completed' }, usage: null });
    assistant.soundDrained('1:i1');
    live.becomes({ kind: 'closed', reason: new RealtimeError('closed') });
    await vi.advanceTimersByTimeAsync(FIRST_PAUSE_MS);
    session(-1).becomes({ kind: 'closed', reason: new RealtimeError('offline') });
    expect(snapshot().problem?.code).toBe('offline');
    assistant.retry();
    await settled();
    expect(sessions).toHaveLength(3);
    expect(session(-1).calls).toEqual([]);
    session(-1).becomes(READY);
    expect(snapshot()).toMatchObject({ connection: 'ready', problem: null });
  });

  it('gives a server that fell silent no second chance on the same connection', async () => {
    const live = await speaking();
    const error = new RealtimeError('turn-timeout');
    live.says({ type: 'turn-done', turn: 1, outcome: { kind: 'failed', error }, usage: null });
    expect(live.calls.at(-1)).toEqual({ call: 'close' });
    expect(snapshot()).toMatchObject({ connection: 'retrying', problem: { code: 'turn-timeout' } });
    assistant.retry();
    sound.flushed();
    await settled();
    expect(sessions).toHaveLength(2);
    expect(session(-1).calls.at(-1)).toMatchObject({ call: 'ask', prompt: 'Hello' });
  });

  it('shows what was wrong with a connection only as long as it is', async () => {
    const live = await speaking();
    const failure = new RealtimeError('quota');
    live.says({ type: 'turn-done', turn: 1, outcome: { kind: 'failed', error: failure }, usage: null });
    assistant.soundDrained('1:i1');
    live.becomes({ kind: 'closed', reason: new RealtimeError('closed') });
    for (const state of [{ kind: 'closed', reason: new RealtimeError('offline') } as const, READY]) {
      await vi.advanceTimersByTimeAsync(2 * FIRST_PAUSE_MS);
      session(-1).becomes(state);
    }
    expect(snapshot()).toMatchObject({ connection: 'ready', problem: null });
  });

  it('is not misled by an empty piece of sound', async () => {
    assistant.ask('Hello');
    await settled();
    session(0).becomes(READY);
    session(0).says(
      { type: 'audio', turn: 1, item: 'i1', delta: '' },
      { type: 'turn-done', turn: 1, outcome: { kind: 'completed' }, usage: null },
    );
    // The next prompt may wait for its sound: nothing of the former one counts against it.
    assistant.ask('Again');
    await settled();
    vi.advanceTimersByTime(SOUND_PATH_TIMEOUT_MS);
    expect(snapshot()).toMatchObject({ problem: null, answer: { turn: 2, phase: 'waiting' } });
  });

  it('lets an answer that is all here sound to its end, whatever fails beside it', async () => {
    const live = await speaking();
    live.says({ type: 'turn-done', turn: 1, outcome: { kind: 'completed' }, usage: null });
    live.becomes({ kind: 'closed', reason: new RealtimeError('closed') });
    chosen = { kind: 'no-key' };
    await vi.advanceTimersByTimeAsync(FIRST_PAUSE_MS);
    expect(snapshot()).toMatchObject({ problem: { code: 'no-key' }, answer: { phase: 'speaking' } });
    assistant.soundDrained('1:i1');
    expect(snapshot().answer?.phase).toBe('done');
  });

  it('reports a demo voice that does not start', async () => {
    startDemo = () => Promise.reject(new Error('no memory'));
    assistant.ask('Hello');
    await settled();
    expect(snapshot().problem?.code).toBe('demo-broken');
  });

  it('shows the error of a failed answer, and opens a new connection for the next one', async () => {
    const live = await speaking();
    const error = new RealtimeError('closed', 'close 1011');
    live.says({ type: 'turn-done', turn: 1, outcome: { kind: 'failed', error }, usage: null });
    live.becomes({ kind: 'closed', reason: error });
    expect(snapshot().problem).toMatchObject({ code: 'closed', details: 'close 1011' });
    assistant.soundDrained('1:i1');
    expect(snapshot().answer?.phase).toBe('failed');
    assistant.ask('again');
    await settled();
    expect(sessions).toHaveLength(2);
  });

  it('gives a damaged answer up', async () => {
    const live = await speaking();
    live.says({ type: 'audio', turn: 1, item: 'i1', delta: '!' });
    expect(live.calls.at(-1)).toEqual({ call: 'cancel' });
    expect(snapshot().problem?.code).toBe('bad-audio');
    expect(sound.calls.at(-1)).toBe('end 1:i1');
  });

  it('does not hang when the sound never starts', async () => {
    assistant.ask('Hello');
    await settled();
    session(0).becomes(READY);
    session(0).says({ type: 'audio', turn: 1, item: 'i1', delta: 'AAAA' });
    vi.advanceTimersByTime(SOUND_PATH_TIMEOUT_MS);
    expect(snapshot()).toMatchObject({ problem: { code: 'no-sound-path' }, answer: { phase: 'failed' } });
  });

  it('tells of a connection that fails while it is warmed, but not of one that ends idle', async () => {
    assistant.warm();
    await settled();
    session(0).becomes({ kind: 'closed', reason: new RealtimeError('refused-connection') });
    expect(snapshot()).toMatchObject({
      connection: 'retrying',
      retryAt: FIRST_PAUSE_MS / 2,
      problem: { code: 'refused-connection' },
    });

    await vi.advanceTimersByTimeAsync(FIRST_PAUSE_MS);
    session(1).becomes(READY);
    expect(snapshot().problem).toBeNull();
    session(1).becomes({ kind: 'closed', reason: new RealtimeError('closed') });
    expect(snapshot()).toMatchObject({ connection: 'retrying', problem: null });
  });
});

describe('the connection', () => {
  it('is closed when nobody used it for a while', async () => {
    assistant.warm();
    await settled();
    session(0).becomes(READY);
    vi.advanceTimersByTime(CALM_SURROUNDINGS.idleCloseMs());
    expect(session(0).calls).toEqual([{ call: 'close' }]);
    expect(snapshot().connection).toBe('idle');
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is closed and idle after everything was closed, be it while it connects', async () => {
    assistant.warm();
    await settled();
    expect(snapshot().connection).toBe('connecting');
    assistant.close();
    expect(session(0).calls).toEqual([{ call: 'close' }]);
    expect(snapshot().connection).toBe('idle');
  });

  it('is dropped when another voice is chosen; what the old one still says is not heard', async () => {
    const live = await speaking();
    assistant.switchTo('openai');
    expect(live.calls.at(-1)).toEqual({ call: 'close' });
    live.becomes(READY);
    expect(snapshot()).toMatchObject({ source: 'openai', connection: 'idle', firstRun: false });
  });
});
