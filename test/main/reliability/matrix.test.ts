import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCENARIOS } from '../../../src/main/demo/scenarios/scenarios';
import { fillIn } from '../../fakes/document';
import { Census } from './census';
import { PHASES } from './phases';
import { isRight, readTable, writeTable } from './table';
import { tryOut, type Verdict } from './trial';

/** Cases at a time: they wait more than they work. */
const AT_ONCE = 48;
/**
 * A machine with much else to do is slow, and what is slow may end otherwise. So the time is hurried less in further tries,
 * with less at once; what is broken is so three times.
 */
const MOST_TRIES = 3;
const AGAIN = { atOnce: 4, factor: 4 };
const PAGE = 'docs/reliability.md';

const names = SCENARIOS.map(({ name }) => name);
const cases = SCENARIOS.flatMap((scenario) => PHASES.map((phase) => ({ scenario, phase })));
const verdicts: Verdict[] = [];
const census = new Census();
let page = '';

beforeAll(async () => {
  page = await readFile(PAGE, 'utf8');
  const table = readTable(page);
  const isWell = (verdict: Verdict): boolean => verdict.wrong.length === 0 && isRight(table, verdict);
  const again: typeof cases = [];
  await inParallel(AT_ONCE, cases, async (each) => {
    const verdict = await tryOut(each.scenario, each.phase);
    if (isWell(verdict)) verdicts.push(verdict);
    else again.push(each);
  });
  await inParallel(AGAIN.atOnce, again, async ({ scenario, phase }) => {
    let verdict = await tryOut(scenario, phase, AGAIN.factor);
    for (let tries = 2; tries < MOST_TRIES && !isWell(verdict); tries++)
      verdict = await tryOut(scenario, phase, AGAIN.factor);
    verdicts.push(verdict);
  });
}, 300_000);

afterAll(() => census.end());

it('lives, loses no prompt, and ends in an answer, a next attempt, or a sentence with a button', () => {
  const wrong = verdicts.filter((verdict) => verdict.wrong.length > 0);
  process.stdout.write(
    `The matrix: ${names.length} scenarios × ${PHASES.length} phases = ${verdicts.length} cases, ${wrong.length} of them wrong.\n`,
  );
  expect(wrong.map((each) => `${each.scenario} × ${each.phase}: ${each.wrong.join('; ')}`)).toEqual([]);
  expect(verdicts).toHaveLength(cases.length);
});

it('leaves nothing behind', async () => {
  expect(await census.leftovers()).toEqual([]);
});

it(`is what ${PAGE} says (-u adds what it does not say)`, async () => {
  const table = readTable(page);
  for (const verdict of verdicts.filter((each) => !isRight(table, each))) {
    const { scenario, phase, outcome } = verdict;
    process.stdout.write(`Not in ${PAGE}: ${scenario} × ${phase}: ${outcome}\n`);
  }
  const lines = [
    `${names.length} scenarios × ${PHASES.length} phases = ${cases.length} cases.`,
    '',
    writeTable(table, SCENARIOS, verdicts),
  ].join('\n');
  await expect(fillIn(page, 'matrix', lines)).toMatchFileSnapshot(`../../../${PAGE}`);
});

async function inParallel<T>(
  atOnce: number,
  items: readonly T[],
  work: (item: T) => Promise<void>,
): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let item = items[next++]; item !== undefined; item = items[next++]) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}
