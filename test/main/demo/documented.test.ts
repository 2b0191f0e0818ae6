import { readFile } from 'node:fs/promises';
import { expect, it } from 'vitest';
import { USAGE } from '../../../src/main/demo/cli-arguments';
import { SCENARIO_KINDS, SCENARIOS } from '../../../src/main/demo/scenarios/scenarios';
import { fillIn } from '../../fakes/document';

const PAGE = 'docs/demo-server.md';

it('has a row for every scenario (-u writes them)', async () => {
  const tables = SCENARIO_KINDS.flatMap(({ title, scenarios }) => [
    `## ${title}`,
    '',
    '| scenario | does |',
    '| --- | --- |',
    ...scenarios.map(({ name, description }) => `| \`${name}\` | ${description} |`),
    '',
  ]);
  const lines = [`${SCENARIOS.length} scenarios.`, '', ...tables].join('\n').trimEnd();
  const page = fillIn(await readFile(PAGE, 'utf8'), 'scenarios', lines);
  await expect(page).toMatchFileSnapshot(`../../../${PAGE}`);
});

it('has a row for every option', async () => {
  const page = await readFile(PAGE, 'utf8');
  const options = [...USAGE.matchAll(/^ {2}(--[a-z-]+)/gm)].map(([, option]) => option);
  expect(options.length).toBeGreaterThan(5);
  for (const option of options) if (option !== '--help') expect(page).toContain(`| \`${option}`);
});
