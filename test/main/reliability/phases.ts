import type { Scenario } from '../../../src/main/demo/faults';
import type { WholeApp } from '../../fakes/whole-app';
import type { Stage } from './stage';

/** Where a turn is when the server begins to misbehave. */
export const PHASES = ['idle', 'connecting', 'sent', 'waiting', 'speaking', 'interrupting'] as const;
export type Phase = (typeof PHASES)[number];

/** Long enough for every fault in the middle of an answer. */
const LONG = 'Count to 20';
const NEXT = 'Count down from 20 to 1';

/** Brings a turn to `phase`, lets the server misbehave from then on, and returns the prompt that waits for its answer. */
export async function bringTo(phase: Phase, scenario: Scenario, stage: Stage): Promise<string> {
  const { app, server, time } = stage;
  const misbehave = (): void => server.misbehave(scenario);
  switch (phase) {
    case 'idle': {
      app.assistant.ask('Hello');
      await reach(stage, 'the answer before', ({ answer }) => answer?.phase === 'done');
      misbehave();
      await time.pass(3_000);
      app.assistant.ask(NEXT);
      return NEXT;
    }
    case 'connecting':
      misbehave();
      app.assistant.warm();
      app.assistant.ask(LONG);
      return LONG;
    case 'sent':
      await ready(stage);
      once(app, 'onSend', 'response.create', misbehave);
      app.assistant.ask(LONG);
      return LONG;
    case 'waiting':
      await ready(stage);
      once(app, 'onReceived', 'response.created', misbehave);
      app.assistant.ask(LONG);
      return LONG;
    case 'speaking':
      await speaking(stage);
      misbehave();
      return LONG;
    case 'interrupting':
      await speaking(stage);
      once(app, 'onSend', 'response.cancel', misbehave);
      app.assistant.ask(NEXT);
      return NEXT;
    default:
      return phase satisfies never;
  }
}

async function ready(stage: Stage): Promise<void> {
  stage.app.assistant.warm();
  await reach(stage, 'a connection', ({ connection }) => connection === 'ready');
}

async function speaking(stage: Stage): Promise<void> {
  stage.app.assistant.ask(LONG);
  await reach(stage, 'sound', ({ answer }) => answer?.phase === 'speaking');
}

async function reach(
  { app, patience }: Stage,
  what: string,
  is: Parameters<WholeApp['until']>[0],
): Promise<void> {
  if (!(await app.until(is, patience))) throw new Error(`${what} did not come on a calm server`);
}

function once(app: WholeApp, tap: 'onSend' | 'onReceived', type: string, run: () => void): void {
  app[tap] = (event) => {
    if (event.type !== type) return;
    app[tap] = () => {};
    run();
  };
}
