import type { Scenario } from './faults';

const calm: Scenario = { name: 'calm', description: 'Behaves well.' };

export const SCENARIOS: readonly Scenario[] = [calm];
export const CALM = calm;

export function findScenario(name: string): Scenario | null {
  return SCENARIOS.find((scenario) => scenario.name === name) ?? null;
}
