import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Assistant } from '../../../../src/main/assistant/assistant';
import { ROTATE_AFTER_MS } from '../../../../src/main/assistant/rotation';
import { toSnapshot } from '../../../../src/main/assistant/state';
import { createStore } from '../../../../src/main/assistant/store';
import { createSession } from '../../../../src/main/realtime/session';
import { FakeClock } from '../../../fakes/clock';
import { freshState } from '../../../fakes/fresh-state';
import { ForgetfulService, WORD_MS } from './forgetful-service';
import { VirtualSpeaker } from './virtual-speaker';

const MINUTE = 60_000;
const HOURS_MS = 6 * 60 * MINUTE;
/** Sound at 24 frames a millisecond. */
const FRAMES_PER_WORD = WORD_MS * 24;
const settled = () => new Promise(setImmediate);

/** What happens between two questions, or to one of them. The eternal run has nothing of it. */
type Fault =
  | 'none'
  | 'drop-idle'
  | 'drop-waiting'
  | 'drop-begun'
  | 'drop-sounding'
  | 'sleep'
  | 'network'
  | 'away';

interface Step {
  /** Before the question, ms. */
  pauseMs: number;
  prompt: string;
  /** Stopped, by the next question or by itself, after so many words were heard; null: heard to its end. */
  stopAfter: number | null;
  fault: Fault;
}

interface Heard {
  prompt: string;
  text: string;
  heard: string;
  phase: string;
  problem: string | null;
}

async function live(steps: readonly Step[], eternal: boolean) {
  const clock = new FakeClock();
  // The eternal session is not replaced.
  const schedule: FakeClock['schedule'] = (ms, run) =>
    eternal && ms >= ROTATE_AFTER_MS ? () => {} : clock.schedule(ms, run);
  const service = new ForgetfulService(clock.schedule, eternal);
  const store = createStore(freshState({ source: 'openai' }));
  const speaker = new VirtualSpeaker(clock.schedule, {
    started: (item) => assistant.soundStarted(item, 0),
    heard: (item, frames) => assistant.soundHeard(item, frames),
    drained: (item) => assistant.soundDrained(item),
  });
  const assistant: Assistant = new Assistant({
    store,
    sound: speaker,
    now: clock.now,
    wallNow: clock.now,
    random: () => 0.5,
    isLocal: () => false,
    idleCloseMs: () => (eternal ? 1e12 : 55 * MINUTE),
    schedule,
    choose: () =>
      Promise.resolve({ kind: 'endpoint', endpoint: { url: 'wss://example.test', key: 'sk', model: 'm' } }),
    startDemo: () => Promise.reject(new Error('not used')),
    openSession: (endpoint, onEvent) =>
      createSession({
        connect: service.connect,
        endpoint,
        config: { instructions: '', voice: 'v', speed: 1 },
        schedule: clock.schedule,
        onEvent,
      }),
    log: { info: () => {}, warn: () => {} },
  });
  const pass = async (ms: number, stepMs: number): Promise<void> => {
    for (let left = ms; left > 0; left -= stepMs) {
      clock.advance(Math.min(left, stepMs));
      await settled();
    }
  };
  const answer = () => toSnapshot(store.state).answer;
  const heardWords = () => (store.state.turn?.playedFrames ?? 0) / FRAMES_PER_WORD;
  const all: Heard[] = [];

  for (const { pauseMs, prompt, stopAfter, fault: wanted } of steps) {
    const fault = eternal ? 'none' : wanted;
    await pass(pauseMs, MINUTE);
    if (fault === 'drop-idle') service.cut(2_000);
    if (fault === 'network') assistant.networkChanged();
    if (fault === 'sleep') {
      assistant.suspend();
      clock.advance(20 * MINUTE);
      assistant.resume();
    }
    if (fault === 'away') {
      assistant.setOnline(false);
      service.cut(5_000);
      await pass(6_000, 500);
      assistant.setOnline(true);
    }
    assistant.warm();
    await pass(400, 100);
    assistant.ask(prompt);
    await settled();
    await pass(10, 10);
    if (fault === 'drop-waiting') service.cut(100);
    await pass(40, 10);
    if (fault === 'drop-begun') service.cut(100);
    while (answer()?.phase === 'waiting') await pass(50, 50);
    if (fault === 'drop-sounding') {
      await pass(300, 50);
      service.cut(100);
    }
    while (answer()?.phase === 'speaking' && (stopAfter === null || heardWords() < stopAfter))
      await pass(50, 50);
    assistant.stop();
    await settled();
    const now = answer();
    all.push({
      prompt,
      text: now?.text ?? '',
      heard: now?.text.slice(0, now.heardLength) ?? '',
      phase: now?.phase ?? '',
      problem: toSnapshot(store.state).problem?.code ?? null,
    });
  }
  const lasted = clock.now();
  assistant.close();
  await pass(2 * MINUTE, MINUTE);
  return { all, service, lasted };
}

const step: fc.Arbitrary<Step> = fc.record({
  pauseMs: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 10_000, max: 4 * MINUTE }) },
    { weight: 1, arbitrary: fc.integer({ min: 20 * MINUTE, max: 70 * MINUTE }) },
  ),
  prompt: fc.stringMatching(/^[a-z]{1,8}( [a-z]{1,8}){0,3}$/u),
  stopAfter: fc.option(fc.integer({ min: 1, max: 4 })),
  fault: fc.constantFrom<Fault>(
    'none',
    'none',
    'drop-idle',
    'drop-waiting',
    'drop-begun',
    'drop-sounding',
    'sleep',
    'network',
    'away',
  ),
});

/** As many of the steps as fill six hours. */
function sixHours(steps: readonly Step[]): Step[] {
  let ms = 0;
  return steps.filter(({ pauseMs }) => {
    const wanted = ms < HOURS_MS;
    ms += pauseMs;
    return wanted;
  });
}

describe('six hours of talk', () => {
  it('with rotation, sleep and drops sound and read like one session that lasts for ever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 90, maxLength: 140 }).map(sixHours), async (steps) => {
        const real = await live(steps, false);
        const ideal = await live(steps, true);
        expect(ideal.service.count).toBe(1);
        expect(real.all).toEqual(ideal.all);
        expect(real.all.every(({ problem }) => problem === null)).toBe(true);
        expect(real.lasted).toBeGreaterThanOrEqual(
          Math.min(
            HOURS_MS,
            steps.reduce((sum, { pauseMs }) => sum + pauseMs, 0),
          ),
        );
        expect(real.service.count).toBeGreaterThan(6);
        // Nobody was ever thrown out: the session had been replaced before.
        expect(real.service.expired).toBe(0);
      }),
      { numRuns: 4, endOnFailure: true },
    );
  }, 120_000);
});
