import { beforeEach, describe, expect, it } from 'vitest';
import { Assistant } from '../../../src/main/assistant/assistant';
import { PATIENCE_MS } from '../../../src/main/assistant/delivery';
import type { ChosenEndpoint } from '../../../src/main/assistant/endpoint';
import { ROTATE_AFTER_MS } from '../../../src/main/assistant/rotation';
import { toSnapshot } from '../../../src/main/assistant/state';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import type { RealtimeErrorCode } from '../../../src/main/realtime/errors';
import { RealtimeError } from '../../../src/main/realtime/errors';
import { CALM_SURROUNDINGS } from '../../fakes/calm';
import { FakeClock } from '../../fakes/clock';
import { FakeSession } from '../../fakes/fake-session';
import { FakeSound } from '../../fakes/fake-sound';
import { freshState } from '../../fakes/fresh-state';

const READY = { kind: 'ready', dialect: 'ga', model: 'demo' } as const;
const MINUTE = 60_000;

let time: FakeClock;
let store: Store;
let sound: FakeSound;
let sessions: FakeSession[];
let chosen: ChosenEndpoint;
let assistant: Assistant;
let idleMs: number;

const snapshot = () => toSnapshot(store.state);
const settled = () => new Promise(setImmediate);

/** Time in which what waits for nothing but promises happens, too. */
async function pass(ms: number): Promise<void> {
  time.advance(ms);
  sound.flushed();
  await settled();
}

function newest(): FakeSession {
  const session = sessions.at(-1);
  if (session === undefined) throw new Error('nobody has connected');
  return session;
}

/** What the newest session was asked and told, in short. */
function heardBy(session: FakeSession): string[] {
  return session.calls.flatMap((call) => {
    if (call.call === 'ask') return [`? ${call.prompt}`];
    if (call.call === 'remember') return call.messages.map(({ role, text }) => `${role}: ${text}`);
    return [];
  });
}

beforeEach(() => {
  time = new FakeClock();
  store = createStore(freshState({ source: 'openai' }));
  sound = new FakeSound();
  sessions = [];
  chosen = { kind: 'endpoint', endpoint: { url: 'wss://example.test', key: 'sk-test', model: 'm' } };
  idleMs = 5 * MINUTE;
  assistant = new Assistant({
    ...CALM_SURROUNDINGS,
    idleCloseMs: () => idleMs,
    store,
    sound,
    now: time.now,
    wallNow: () => 1_000_000 + time.now(),
    schedule: time.schedule,
    choose: () => Promise.resolve(chosen),
    startDemo: () => Promise.reject(new Error('not used')),
    openSession: (_endpoint, onEvent) => {
      const fresh = new FakeSession(onEvent);
      sessions.push(fresh);
      return fresh;
    },
    log: { info: () => {}, warn: () => {} },
  });
});

async function ask(prompt: string): Promise<number> {
  assistant.ask(prompt);
  sound.flushed();
  await settled();
  return store.state.turn?.turn ?? 0;
}

/** What a real session does when its connection ends: the turn that is alive first, then itself. */
function breaks(
  session: FakeSession,
  code: RealtimeErrorCode = 'closed',
  retryAfterMs: number | null = null,
): void {
  const error = new RealtimeError(code, null, retryAfterMs);
  session.state = { kind: 'closed', reason: error };
  const { turn } = store.state;
  const asked = session.calls.findLast((call) => call.call === 'ask');
  if (asked?.call === 'ask' && asked.turn === turn?.turn && turn.generation === 'running') {
    session.says({ type: 'turn-done', turn: asked.turn, outcome: { kind: 'failed', error }, usage: null });
  }
  session.becomes({ kind: 'closed', reason: error });
}

/** The server speaks; `frames` of eight were heard. */
function speaks(turn: number, frames: number, words: [string, string] = ['Good ', 'day.']): void {
  newest().says(
    { type: 'turn-started', turn },
    { type: 'words', turn, item: 'i', delta: words[0] },
    { type: 'audio', turn, item: 'i', delta: 'AAAA' },
    { type: 'words', turn, item: 'i', delta: words[1] },
    { type: 'audio', turn, item: 'i', delta: 'AAAA' },
  );
  assistant.soundStarted(`${turn}:i`, 0);
  assistant.soundHeard(`${turn}:i`, frames);
}

function finishes(turn: number): void {
  newest().says({ type: 'turn-done', turn, outcome: { kind: 'completed' }, usage: null });
  assistant.soundDrained(`${turn}:i`);
}

async function converse(prompt: string, words: [string, string]): Promise<void> {
  const turn = await ask(prompt);
  newest().becomes(READY);
  speaks(turn, 8, words);
  finishes(turn);
}

describe('a connection that is lost', () => {
  it('before the first sound: the question is asked once more, and nobody notices', async () => {
    const turn = await ask('Hello');
    newest().becomes(READY);
    newest().says({ type: 'turn-started', turn });
    breaks(newest());
    expect(snapshot()).toMatchObject({ problem: null, answer: { phase: 'waiting' } });
    await pass(1_000);
    expect(sessions).toHaveLength(2);
    newest().becomes(READY);
    speaks(turn, 8);
    finishes(turn);
    expect(snapshot()).toMatchObject({ problem: null, answer: { turn, phase: 'done', cutOff: false } });
    expect(sessions.map(heardBy)).toEqual([['? Hello'], ['? Hello']]);
  });

  it('twice before the first sound: it is told, and not asked a third time', async () => {
    await ask('Hello');
    newest().becomes(READY);
    breaks(newest());
    await pass(1_000);
    newest().becomes(READY);
    breaks(newest());
    expect(snapshot()).toMatchObject({
      problem: { code: 'closed', actions: ['retry'] },
      answer: { phase: 'failed' },
    });
    await pass(10_000);
    newest().becomes(READY);
    expect(sessions.flatMap(heardBy)).toEqual(['? Hello', '? Hello']);
  });

  it('after words came: it is not asked again, for it would be paid twice', async () => {
    const turn = await ask('Hello');
    newest().becomes(READY);
    newest().says({ type: 'words', turn, item: 'i', delta: 'Good' });
    breaks(newest());
    expect(snapshot()).toMatchObject({ problem: { actions: ['ask-again'] }, answer: { cutOff: true } });
    await pass(10_000);
    expect(sessions.flatMap(heardBy)).toEqual(['? Hello']);
  });

  it('in the middle of the speech: what came is played, marked as cut off, and can be asked again', async () => {
    const turn = await ask('Hello');
    newest().becomes(READY);
    speaks(turn, 4);
    breaks(newest());
    expect(snapshot()).toMatchObject({
      problem: { code: 'closed', actions: ['ask-again'] },
      answer: { phase: 'speaking', cutOff: true },
    });
    assistant.soundDrained(`${turn}:i`);
    expect(snapshot().answer).toMatchObject({ phase: 'failed', cutOff: true, heardLength: 9 });
    await pass(1_000);
    newest().becomes(READY);
    // The problem is the answer's: a new connection does not take it away.
    expect(snapshot()).toMatchObject({ connection: 'ready', problem: { code: 'closed' } });
    assistant.retry();
    await settled();
    expect(heardBy(newest())).toEqual(['user: Hello', 'assistant: Good day.', '? Hello']);
  });

  it('while nothing was asked: it comes back, and nothing is said about it', async () => {
    await converse('Hello', ['Good ', 'day.']);
    breaks(newest());
    expect(snapshot()).toMatchObject({ connection: 'retrying', problem: null });
    await pass(1_000);
    newest().becomes(READY);
    expect(snapshot()).toMatchObject({ connection: 'ready', retryAt: null, problem: null });
  });
});

describe('a connection that does not come', () => {
  it('keeps the question while it tries again, says why, and sends it the moment it can', async () => {
    await ask('Hello');
    breaks(newest(), 'refused-connection');
    expect(snapshot()).toMatchObject({
      connection: 'retrying',
      retryAt: 1_000_250,
      problem: { code: 'refused-connection' },
      answer: { phase: 'waiting' },
    });
    await pass(250);
    newest().becomes(READY);
    expect(snapshot()).toMatchObject({ connection: 'ready', problem: null });
    expect(heardBy(newest())).toEqual(['? Hello']);
  });

  it('is tried again also when the timer fires a moment early', async () => {
    const early = new Assistant({
      ...CALM_SURROUNDINGS,
      store,
      sound,
      now: () => time.now() * 0.999,
      wallNow: time.now,
      schedule: time.schedule,
      choose: () => Promise.resolve(chosen),
      startDemo: () => Promise.reject(new Error('not used')),
      openSession: (_endpoint, onEvent) => {
        const fresh = new FakeSession(onEvent);
        sessions.push(fresh);
        return fresh;
      },
      log: { info: () => {}, warn: () => {} },
    });
    early.warm();
    await settled();
    breaks(newest(), 'refused-connection');
    await pass(252);
    expect(sessions).toHaveLength(2);
  });

  it('gives the question back to the user after a while, and goes on trying', async () => {
    await ask('Hello');
    while (snapshot().answer?.phase === 'waiting') {
      if (newest().state.kind === 'closed') await pass(250);
      else breaks(newest(), 'handshake-timeout');
    }
    expect(time.now()).toBeLessThanOrEqual(PATIENCE_MS);
    expect(snapshot()).toMatchObject({ problem: { code: 'handshake-timeout' }, answer: { phase: 'failed' } });
    const before = sessions.length;
    await pass(20_000);
    expect(sessions.length).toBeGreaterThan(before);
    newest().becomes(READY);
    await settled();
    expect(heardBy(newest())).toEqual([]);
    expect(snapshot()).toMatchObject({ connection: 'ready', problem: { code: 'handshake-timeout' } });
  });

  it('is not tried again where that helps nothing', async () => {
    await ask('Hello');
    breaks(newest(), 'bad-key');
    expect(snapshot()).toMatchObject({
      connection: 'failed',
      problem: { code: 'bad-key' },
      answer: { phase: 'failed' },
    });
    await pass(4 * MINUTE);
    expect(sessions).toHaveLength(1);
  });

  it('does not keep the user waiting for a server that wants longer to be left alone', async () => {
    await ask('Hello');
    breaks(newest(), 'rate-limited', 40_000);
    expect(snapshot()).toMatchObject({
      connection: 'retrying',
      problem: { code: 'rate-limited', retryAfterMs: 40_000 },
      answer: { phase: 'failed' },
    });
    assistant.networkChanged();
    await pass(39_000);
    expect(sessions).toHaveLength(1);
    // The user may all the same.
    assistant.retry();
    await settled();
    expect(sessions).toHaveLength(2);
  });

  it('is tried no more when nobody has wanted it for a while, and no timer is left', async () => {
    assistant.warm();
    await settled();
    for (let i = 0; i < 40; i += 1) {
      if (newest().state.kind !== 'closed') breaks(newest(), 'refused-connection');
      await pass(10_000);
    }
    expect(snapshot()).toMatchObject({ connection: 'idle', problem: null });
    expect(time.waiting).toBe(0);
  });
});

describe('a problem that was dismissed', () => {
  /** The next automatic attempt is made, and fails. */
  async function failsAgain(code: RealtimeErrorCode): Promise<void> {
    const before = sessions.length;
    await pass((store.state.retryAt ?? 0) - 1_000_000 - time.now());
    expect(sessions).toHaveLength(before + 1);
    breaks(newest(), code);
    expect(snapshot()).toMatchObject({ connection: 'retrying' });
  }

  beforeEach(async () => {
    assistant.warm();
    await settled();
    breaks(newest(), 'refused-connection');
    expect(snapshot().problem?.code).toBe('refused-connection');
    store.dispatch({ type: 'dismissed' });
  });

  it('stays away while attempt after attempt fails for the same cause, also when the popup comes up again', async () => {
    for (let i = 0; i < 5; i += 1) {
      await failsAgain('refused-connection');
      assistant.warm();
      expect(snapshot().problem).toBeNull();
    }
  });

  it('is told when the cause has changed, and so is the former cause after that', async () => {
    await failsAgain('handshake-timeout');
    expect(snapshot().problem?.code).toBe('handshake-timeout');
    await failsAgain('refused-connection');
    expect(snapshot().problem?.code).toBe('refused-connection');
  });

  it('is told again to whoever tries now', async () => {
    assistant.retry();
    await settled();
    expect(snapshot()).toMatchObject({ connection: 'connecting', problem: null });
    breaks(newest(), 'refused-connection');
    expect(snapshot().problem?.code).toBe('refused-connection');
  });

  it('is told again to whoever asks', async () => {
    await ask('Hello');
    breaks(newest(), 'refused-connection');
    expect(snapshot().problem?.code).toBe('refused-connection');
  });

  it('stays away also where only the user can help', async () => {
    await failsAgain('refused-connection');
    assistant.switchTo('custom');
    assistant.warm();
    await settled();
    breaks(newest(), 'bad-key');
    expect(snapshot()).toMatchObject({ connection: 'failed', problem: { code: 'bad-key' } });
    store.dispatch({ type: 'dismissed' });
    assistant.warm();
    await settled();
    breaks(newest(), 'bad-key');
    expect(snapshot()).toMatchObject({ connection: 'failed', problem: null });
  });

  it('is another one when the network was there in between', async () => {
    const goes = async () => {
      assistant.setOnline(false);
      await pass((store.state.retryAt ?? 0) - 1_000_000 - time.now());
      breaks(newest(), 'host-not-found');
    };
    await goes();
    expect(snapshot().problem?.code).toBe('offline');
    store.dispatch({ type: 'dismissed' });
    await goes();
    expect(snapshot().problem).toBeNull();
    assistant.setOnline(true);
    await settled();
    newest().becomes(READY);
    await goes();
    expect(snapshot().problem?.code).toBe('offline');
  });
});

describe('the network', () => {
  it('is missed at once, and the connection is back with it', async () => {
    await converse('Hello', ['Good ', 'day.']);
    assistant.setOnline(false);
    expect(snapshot()).toMatchObject({ connection: 'offline', problem: null });
    await pass(300);
    breaks(newest(), 'host-not-found');
    expect(snapshot()).toMatchObject({ connection: 'offline', problem: { code: 'offline' } });
    assistant.setOnline(true);
    await settled();
    newest().becomes(READY);
    expect(snapshot()).toMatchObject({ connection: 'ready', problem: null });
  });

  it('is not missed by a voice of this computer', () => {
    assistant.switchTo('demo');
    const local = new Assistant({
      ...CALM_SURROUNDINGS,
      isLocal: () => true,
      store,
      sound,
      now: time.now,
      schedule: time.schedule,
      choose: () => Promise.resolve(chosen),
      startDemo: () => Promise.reject(new Error('not used')),
      openSession: (_endpoint, onEvent) => new FakeSession(onEvent),
      log: { info: () => {}, warn: () => {} },
    });
    local.setOnline(false);
    expect(snapshot().connection).toBe('idle');
  });

  it('may be away for a moment while an answer is on its way', async () => {
    const turn = await ask('Hello');
    newest().becomes(READY);
    assistant.setOnline(false);
    assistant.setOnline(true);
    expect(newest().calls.at(-1)).toEqual({ call: 'probe' });
    speaks(turn, 8);
    finishes(turn);
    expect(snapshot().answer?.phase).toBe('done');
    expect(sessions).toHaveLength(1);
  });

  it('changes: what stands is put to the proof, a pause is cut short', async () => {
    await converse('Hello', ['Good ', 'day.']);
    assistant.networkChanged();
    expect(newest().calls.at(-1)).toEqual({ call: 'probe' });
    breaks(newest());
    assistant.networkChanged();
    await settled();
    expect(sessions).toHaveLength(2);
  });
});

describe('sleep', () => {
  it('ends speech and connection; on waking the connection is back, and silent', async () => {
    const turn = await ask('Hello');
    newest().becomes(READY);
    speaks(turn, 4);
    assistant.suspend();
    expect(snapshot()).toMatchObject({ connection: 'idle', answer: { phase: 'stopped' } });
    expect(newest().calls.at(-1)).toEqual({ call: 'close' });
    assistant.resume();
    await pass(0);
    newest().becomes(READY);
    await settled();
    expect(heardBy(newest())).toEqual(['user: Hello', 'assistant: Good']);
  });

  it('gives a question back that was not answered yet', async () => {
    await ask('Hello');
    newest().becomes(READY);
    assistant.suspend();
    expect(snapshot()).toMatchObject({ problem: { code: 'asleep' }, answer: { phase: 'failed' } });
  });

  it('wakes nothing that was not wanted', async () => {
    assistant.suspend();
    assistant.resume();
    await settled();
    expect(sessions).toEqual([]);
    expect(time.waiting).toBe(0);
  });
});

describe('the conversation', () => {
  it('is given to a new session while nobody asks, as it was heard', async () => {
    await converse('One', ['First ', 'answer.']);
    const turn = await ask('Two');
    speaks(turn, 4, ['Second ', 'answer.']);
    assistant.stop();
    sound.flushed();
    breaks(newest(), 'session-expired');
    await pass(1_000);
    newest().becomes(READY);
    await settled();
    expect(heardBy(newest())).toEqual([
      'user: One',
      'assistant: First answer.',
      'user: Two',
      'assistant: Second',
    ]);
    await ask('Three');
    expect(heardBy(newest()).at(-1)).toBe('? Three');
    expect(heardBy(newest())).toHaveLength(5);
  });

  it('is forgotten when a new one is begun, and when somebody else answers', async () => {
    for (const begin of [() => assistant.newConversation(), () => assistant.switchTo('custom')]) {
      await converse('Secret', ['First ', 'answer.']);
      begin();
      sound.flushed();
      await settled();
      await converse('Next', ['Second ', 'answer.']);
      expect(heardBy(newest())).toEqual(['? Next']);
      assistant.newConversation();
      await settled();
    }
    expect(snapshot()).toMatchObject({ answer: null, problem: null });
  });

  it('goes on over the rotation of the session, which nobody notices', async () => {
    idleMs = 240 * MINUTE;
    await converse('One', ['First ', 'answer.']);
    const seen: string[] = [];
    const unsubscribe = store.subscribe((state) => seen.push(toSnapshot(state).connection));
    await pass(ROTATE_AFTER_MS);
    expect(sessions).toHaveLength(2);
    expect(sessions[0]?.calls.at(-1)).not.toEqual({ call: 'close' });
    newest().becomes(READY);
    await settled();
    expect(sessions[0]?.calls.at(-1)).toEqual({ call: 'close' });
    expect(heardBy(newest())).toEqual(['user: One', 'assistant: First answer.']);
    expect(seen).toEqual([]);
    unsubscribe();
    await converse('Two', ['Second ', 'answer.']);
    expect(heardBy(newest()).at(-1)).toBe('? Two');
    await pass(ROTATE_AFTER_MS);
    expect(sessions).toHaveLength(3);
  });

  it('is not rotated while an answer sounds, nor while one is asked for', async () => {
    idleMs = 240 * MINUTE;
    assistant.warm();
    await settled();
    newest().becomes(READY);
    await pass(ROTATE_AFTER_MS - 1_000);
    const turn = await ask('Hello');
    speaks(turn, 4);
    await pass(10_000);
    expect(sessions).toHaveLength(1);
    finishes(turn);
    await pass(2_000);
    expect(sessions).toHaveLength(2);
    // Asked while the successor connects: the old session answers.
    sessions.reverse();
    const next = await ask('Next');
    sessions.reverse();
    newest().becomes(READY);
    expect(newest().calls).toEqual([{ call: 'close' }]);
    sessions.reverse();
    speaks(next, 8);
    finishes(next);
    expect(snapshot().answer?.phase).toBe('done');
  });

  it('keeps the old session when its successor fails, and tries another one later', async () => {
    idleMs = 240 * MINUTE;
    await converse('One', ['First ', 'answer.']);
    await pass(ROTATE_AFTER_MS);
    newest().becomes({ kind: 'closed', reason: new RealtimeError('server-error') });
    expect(snapshot()).toMatchObject({ connection: 'ready', problem: null });
    await pass(MINUTE);
    expect(sessions).toHaveLength(3);
  });
});
