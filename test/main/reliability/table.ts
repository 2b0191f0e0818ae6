import { PHASES, type Phase } from './phases';
import type { Verdict } from './trial';

/** The matrix as the documentation has it: per scenario and phase the outcomes that were seen, most often one. */
export type Table = ReadonlyMap<string, Readonly<Partial<Record<Phase, readonly string[]>>>>;

const HEAD = ['scenario', ...PHASES];
const OR = ' or ';

export function readTable(page: string): Table {
  const rows = page.matchAll(/^\| `([a-z0-9-]+)` \| (.*) \|$/gm);
  return new Map(
    [...rows].map(([, name = '', cells = '']) => {
      const outcomes = cells.split(' | ').map((cell) => cell.split(OR));
      return [name, Object.fromEntries(PHASES.map((phase, index) => [phase, outcomes[index] ?? []]))];
    }),
  );
}

/** Whether the table says something else. One that says nothing of it yet does not. */
export function isNews(table: Table, { scenario, phase, outcome }: Verdict): boolean {
  return table.get(scenario)?.[phase]?.includes(outcome) === false;
}

/** The table with what was seen added to it; rows as the scenarios come. */
export function writeTable(table: Table, names: readonly string[], seen: readonly Verdict[]): string {
  const cell = (name: string, phase: Phase): string => {
    const news = seen.filter((verdict) => verdict.scenario === name && verdict.phase === phase);
    const outcomes = new Set([...(table.get(name)?.[phase] ?? []), ...news.map(({ outcome }) => outcome)]);
    return [...outcomes]
      .filter((outcome) => outcome !== '')
      .sort()
      .join(OR);
  };
  return [
    `| ${HEAD.join(' | ')} |`,
    `|${' --- |'.repeat(HEAD.length)}`,
    ...names.map((name) => `| \`${name}\` | ${PHASES.map((phase) => cell(name, phase)).join(' | ')} |`),
  ].join('\n');
}
