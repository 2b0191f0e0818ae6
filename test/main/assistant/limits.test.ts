import { beforeEach, describe, expect, it } from 'vitest';
import { Assistant } from '../../../src/main/assistant/assistant';
import { LONGEST_TURN_MS } from '../../../src/main/assistant/courier';
import { LONGEST_TEXT } from '../../../src/main/assistant/reception';
import { toSnapshot } from '../../../src/main/assistant/state';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import { CALM_SURROUNDINGS } from '../../fakes/calm';
import { FakeClock } from '../../fakes/clock';
import { FakeSession } from '../../fakes/fake-session';
import { FakeSound } from '../../fakes/fake-sound';
import { freshState } from '../../fakes/fresh-state';

let time: FakeClock;
let store: Store;
let sound: FakeSound;
let session: FakeSession;
let assistant: Assistant;

const snapshot = () => toSnapshot(store.state);
const settled = () => new Promise(setImmediate);
const cancels = () => session.calls.filter(({ call }) => call === 'cancel').length;

beforeEach(() => {
  time = new FakeClock();
  store = createStore(freshState({ source: 'openai' }));
  sound = new FakeSound();
  assistant = new Assistant({
    ...CALM_SURROUNDINGS,
    store,
    sound,
    now: time.now,
    schedule: time.schedule,
    choose: () =>
      Promise.resolve({ kind: 'endpoint', endpoint: { url: 'wss://one.test', key: 'sk-test', model: 'm' } }),
    startDemo: () => Promise.reject(new Error('not used')),
    openSession: (_endpoint, onEvent) => {
      session = new FakeSession(onEvent);
      return session;
    },
    log: { info: () => {}, warn: () => {} },
  });
});

async function ask(prompt = 'Hello'): Promise<number> {
  assistant.ask(prompt);
  sound.flushed();
  await settled();
  if (session.state.kind !== 'ready') session.becomes({ kind: 'ready', dialect: 'ga', model: 'm' });
  return store.state.turn?.turn ?? 0;
}

function speak(turn: number, words: string): void {
  session.says({ type: 'words', turn, item: 'i', delta: words });
}

function play(turn: number): void {
  session.says({ type: 'audio', turn, item: 'i', delta: 'AAAA' });
  assistant.soundStarted(`${turn}:i`, 0);
  assistant.soundHeard(`${turn}:i`, 2);
}

function finish(turn: number): void {
  session.says({ type: 'turn-done', turn, outcome: { kind: 'completed' }, usage: null });
  assistant.soundDrained(`${turn}:i`);
}

describe('the time of a turn', () => {
  it('ends an answer that never does, plays what came and says why', async () => {
    const turn = await ask();
    speak(turn, 'Once ');
    play(turn);
    for (let passed = 0; passed < LONGEST_TURN_MS - 10_000; passed += 10_000) {
      time.advance(10_000);
      speak(turn, 'more ');
    }
    time.advance(9_999);
    expect(snapshot()).toMatchObject({ problem: null, answer: { phase: 'speaking' } });
    expect(cancels()).toBe(0);

    time.advance(1);
    expect(cancels()).toBe(1);
    expect(sound.calls.at(-1)).toBe(`end ${turn}:i`);
    expect(snapshot()).toMatchObject({
      problem: { code: 'turn-too-long', actions: ['ask-again'] },
      answer: { phase: 'speaking', cutOff: true },
    });
    assistant.soundDrained(`${turn}:i`);
    expect(snapshot().answer?.phase).toBe('failed');
  });

  it('ends a wait in which nothing came, and the question can be asked again', async () => {
    await ask();
    time.advance(LONGEST_TURN_MS);
    expect(snapshot()).toMatchObject({
      problem: { code: 'turn-too-long', actions: ['retry'] },
      answer: { phase: 'failed', prompt: 'Hello' },
    });
  });

  it('counts from each question, and not beyond its answer', async () => {
    finish(await ask());
    time.advance(LONGEST_TURN_MS - 1);
    const turn = await ask();
    time.advance(LONGEST_TURN_MS - 1);
    expect(snapshot()).toMatchObject({ problem: null, answer: { turn, phase: 'waiting' } });
    assistant.stop();
    sound.flushed();
    await settled();
    time.advance(1);
    expect(snapshot()).toMatchObject({ problem: null, answer: { phase: 'stopped' } });
  });
});

describe('the words of an answer', () => {
  it('are taken up to the limit; the next one ends the answer', async () => {
    const turn = await ask();
    play(turn);
    speak(turn, 'a'.repeat(LONGEST_TEXT - 1));
    speak(turn, 'b');
    expect(snapshot()).toMatchObject({ problem: null, answer: { phase: 'speaking' } });
    expect(cancels()).toBe(0);

    speak(turn, 'c');
    expect(cancels()).toBe(1);
    expect(snapshot()).toMatchObject({
      problem: { code: 'answer-too-long', actions: ['ask-again'] },
      answer: { phase: 'speaking', cutOff: true },
    });
    // What the server sends until it has stopped is not kept either.
    speak(turn, 'd');
    expect(snapshot().answer?.text).toHaveLength(LONGEST_TEXT);
  });

  it('are bounded at once where one event holds too many', async () => {
    speak(await ask(), 'a'.repeat(LONGEST_TEXT + 1));
    expect(snapshot()).toMatchObject({ problem: { code: 'answer-too-long' }, answer: { text: '' } });
  });
});

describe('the length of the conversation', () => {
  const long = 'Tell me. '.repeat(800);

  async function converse(prompt: string): Promise<void> {
    finish(await ask(prompt));
  }

  it('is said when its beginning is forgotten, once in a conversation', async () => {
    await converse(long);
    await converse(long);
    await ask('Short');
    expect(snapshot().notices).toEqual([]);
    await converse(long);
    await ask('Short');
    expect(snapshot().notices).toEqual([{ kind: 'outgrown' }]);
    assistant.newConversation();
    expect(snapshot().notices).toEqual([]);
    for (let i = 0; i < 4; i += 1) await converse(long);
    expect(snapshot().notices).toEqual([{ kind: 'outgrown' }]);
    assistant.newConversation();

    for (let i = 0; i < 4; i += 1) await converse(long);
    store.dispatch({ type: 'dismissed' });
    for (let i = 0; i < 4; i += 1) await converse(long);
    expect(snapshot().notices).toEqual([]);
  });

  it('takes the place of nothing else that is to be read', async () => {
    store.dispatch({ type: 'notice', notice: { kind: 'key-damaged' } });
    for (let i = 0; i < 4; i += 1) await converse(long);
    expect(snapshot().notices).toEqual([{ kind: 'key-damaged' }, { kind: 'outgrown' }]);
    assistant.newConversation();
    expect(snapshot().notices).toEqual([{ kind: 'key-damaged' }]);
  });
});
