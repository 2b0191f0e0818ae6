import type { Scenario } from '../faults';
import { ANSWER_SCENARIOS } from './answers';
import { CLOSE_SCENARIOS } from './closes';
import { ERROR_SCENARIOS } from './errors';
import { MEMORY_SCENARIOS } from './memory';
import { ORDER_SCENARIOS } from './order';
import { REFUSAL_SCENARIOS } from './refusals';
import { SESSION_SCENARIOS } from './sessions';
import { SOUND_SCENARIOS } from './sound';
import { STALL_SCENARIOS } from './stalls';
import { STREAM_SCENARIOS } from './stream';

export const CALM: Scenario = { name: 'calm', description: 'Behaves well.' };

/** Every scenario by its kind, as the documentation has them. To add one, add a row to the table of its kind. */
export const SCENARIO_KINDS: readonly { title: string; scenarios: readonly Scenario[] }[] = [
  { title: 'The sound, delivered otherwise', scenarios: [CALM, ...SOUND_SCENARIOS] },
  { title: 'Events that nobody expects', scenarios: STREAM_SCENARIOS },
  { title: 'Order and names', scenarios: ORDER_SCENARIOS },
  { title: 'Another session than was asked for', scenarios: SESSION_SCENARIOS },
  { title: 'What never comes', scenarios: STALL_SCENARIOS },
  { title: 'Answers that the server ends', scenarios: ANSWER_SCENARIOS },
  { title: 'Errors', scenarios: ERROR_SCENARIOS },
  { title: 'The end of the connection', scenarios: CLOSE_SCENARIOS },
  { title: 'What was said before', scenarios: MEMORY_SCENARIOS },
  { title: 'No connection at all', scenarios: REFUSAL_SCENARIOS },
];

export const SCENARIOS: readonly Scenario[] = SCENARIO_KINDS.flatMap(({ scenarios }) => scenarios);

export function findScenario(name: string): Scenario | null {
  return SCENARIOS.find((scenario) => scenario.name === name) ?? null;
}
