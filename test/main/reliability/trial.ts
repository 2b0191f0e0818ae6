import type { Scenario } from '../../../src/main/demo/faults';
import { CALM } from '../../../src/main/demo/scenarios/scenarios';
import { createConnect } from '../../../src/main/realtime/connect';
import { Haste } from '../../fakes/haste';
import { runDevice, WholeApp } from '../../fakes/whole-app';
import { startServer } from '../demo/server-harness';
import { complaints, nameOf, type Outcome, outcomeIn } from './outcome';
import { bringTo, type Phase, type Stage } from './phases';

/** Times faster than life. */
const FACTOR = 10;
/** Real ms within which every prompt has its outcome: more than three times what the longest waits take. */
const PATIENCE = 12_000;
/** Attempts by itself after which it counts as trying for ever. */
const ENOUGH_ATTEMPTS = 3;
/** Presses of a button that a user may need once the server is well again. */
const MOST_RETRIES = 2;
/** Shorter than in life, in the same proportions, ms: a case shall not be one long wait. */
const TIMEOUTS = { firstEvent: 6_000, configure: 6_000, turnSilence: 12_000 };
/** Timed by the sockets themselves, in real ms. */
const LIMITS = {
  handshakeTimeoutMs: 8_000 / FACTOR,
  pingIntervalMs: 8_000 / FACTOR,
  pongTimeoutMs: 4_000 / FACTOR,
};
const KEY = 'sk-key-of-the-matrix';

export interface Verdict {
  scenario: string;
  phase: Phase;
  outcome: string;
  /** Everything that must not be; empty if all is well. */
  wrong: string[];
}

/** One scenario at one phase: a prompt meets it, another one follows, and then the server is well again. */
export async function tryOut(scenario: Scenario, phase: Phase): Promise<Verdict> {
  const time = new Haste(FACTOR);
  const server = await startServer({ pace: 2, clock: new Haste(FACTOR).clock });
  const app = new WholeApp({
    endpoint: { url: server.url, key: KEY, model: 'test' },
    connect: createConnect({ limits: LIMITS }),
    time,
    timeouts: TIMEOUTS,
  });
  const stopDevice = runDevice(app, time);
  const stage: Stage = { app, server, time, patience: PATIENCE };
  const wrong: string[] = [];
  let outcome = 'none';
  try {
    const prompt = await bringTo(phase, scenario, stage);
    outcome = await judged(stage, prompt, 'at first', wrong);
    app.assistant.ask('Count to 3');
    await judged(stage, 'Count to 3', 'once more', wrong);
    server.misbehave(CALM);
    await recover(stage, wrong);
  } catch (error) {
    wrong.push(error instanceof Error ? error.message : String(error));
  }
  app.close();
  stopDevice();
  wrong.push(...app.faults.map((fault) => `sound: ${fault}`));
  await nothingLeft(stage, wrong);
  await server.stop();
  return { scenario: scenario.name, phase, outcome, wrong };
}

async function judged(stage: Stage, prompt: string, when: string, wrong: string[]): Promise<string> {
  const outcome = await settle(stage);
  if (outcome === null) {
    const { answer, connection } = stage.app.snapshot;
    wrong.push(`${when}: it hangs, ${answer?.phase} and ${connection}`);
    return 'hangs';
  }
  wrong.push(...complaints(stage.app.snapshot, prompt, KEY).map((complaint) => `${when}: ${complaint}`));
  return nameOf(outcome);
}

/** Waits for what becomes of the present prompt; null if nothing does. */
async function settle({ app, patience }: Stage): Promise<Outcome | null> {
  let attempts = 0;
  let former = app.snapshot.connection;
  let outcome: Outcome | null = null;
  await app.until((snapshot) => {
    if (snapshot.connection === 'connecting' && former !== 'connecting') attempts += 1;
    former = snapshot.connection;
    outcome = attempts >= ENOUGH_ATTEMPTS ? { kind: 'retrying' } : outcomeIn(snapshot);
    return outcome !== null;
  }, patience);
  return outcome;
}

/** The server is well again: what waits goes out by itself, what failed with the press of a button. */
async function recover(stage: Stage, wrong: string[]): Promise<void> {
  const { app } = stage;
  for (let presses = 0; presses <= MOST_RETRIES; presses++) {
    const outcome = await settle(stage);
    if (outcome?.kind === 'answered' && presses > 0) return;
    if (outcome?.kind === 'answered') app.assistant.ask('Count to 2');
    else if (app.snapshot.answer?.phase === 'failed') app.assistant.retry();
    else break;
  }
  const { answer, connection, problem } = app.snapshot;
  wrong.push(`no answer from a server that is well: ${answer?.phase}, ${connection}, ${problem?.code}`);
}

async function nothingLeft({ app, server, time }: Stage, wrong: string[]): Promise<void> {
  const left = (): string[] => [
    ...(time.waiting > 0 ? [`${time.waiting} timers are left`] : []),
    ...(server.connections > 0 ? [`${server.connections} sockets are left`] : []),
    ...(app.subscriptions > 0 ? [`${app.subscriptions} listeners are left`] : []),
  ];
  const until = performance.now() + 5_000;
  while (left().length > 0 && performance.now() < until)
    await new Promise((resolve) => setTimeout(resolve, 10));
  wrong.push(...left());
}
