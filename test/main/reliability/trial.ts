import type { Scenario } from '../../../src/main/demo/faults';
import { CALM } from '../../../src/main/demo/scenarios/scenarios';
import { judged, nothingLeft, recover } from './examine';
import { bringTo, type Phase } from './phases';
import { openStage } from './stage';

export interface Verdict {
  scenario: string;
  phase: Phase;
  outcome: string;
  /** Everything that must not be; empty if all is well. */
  wrong: string[];
}

/**
 * One scenario at one phase: a prompt meets it, another one follows, and then the server is well again. `factor`: times
 * faster than life.
 */
export async function tryOut(scenario: Scenario, phase: Phase, factor?: number): Promise<Verdict> {
  const stage = await openStage(factor === undefined ? {} : { factor });
  const { app, server } = stage;
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
  stage.close();
  wrong.push(...app.faults.map((fault) => `sound: ${fault}`));
  await nothingLeft(stage, wrong);
  await stage.stop();
  return { scenario: scenario.name, phase, outcome, wrong };
}
