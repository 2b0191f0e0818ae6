import type { Scenario } from '../faults';
import { ENDING_SCENARIOS } from './endings';
import { REFUSAL_SCENARIOS } from './refusals';
import { SESSION_SCENARIOS } from './sessions';
import { SOUND_SCENARIOS } from './sound';
import { STREAM_SCENARIOS } from './stream';

export const CALM: Scenario = { name: 'calm', description: 'Behaves well.' };

/** Every scenario. To add one, add a row to the table of its kind. */
export const SCENARIOS: readonly Scenario[] = [
  CALM,
  ...SOUND_SCENARIOS,
  ...STREAM_SCENARIOS,
  ...SESSION_SCENARIOS,
  ...ENDING_SCENARIOS,
  ...REFUSAL_SCENARIOS,
];

export function findScenario(name: string): Scenario | null {
  return SCENARIOS.find((scenario) => scenario.name === name) ?? null;
}
