import { isOfHandshakes } from '../../../src/main/demo/connection';
import type { Scenario } from '../../../src/main/demo/faults';
import { PHASES, type Phase } from './phases';
import type { Verdict } from './trial';

type Row = Readonly<Record<Phase, readonly string[]>>;

/** The matrix as the documentation has it: per scenario and phase all the outcomes that are right, most often one. */
export type Table = ReadonlyMap<string, Row>;

const HEAD = ['scenario', ...PHASES];
const OR = ' or ';
const RETRYING = 'retrying';
/** What is said of an answer of which something had come. */
const CUT_OFF = '“closed”';

export function readTable(page: string): Table {
  const rows = page.matchAll(/^\| `([a-z0-9-]+)` \| (.*) \|$/gm);
  return new Map(
    [...rows].map(([, name = '', cells = '']) => {
      const outcomes = cells.split(' | ').map((cell) => cell.split(OR).filter((outcome) => outcome !== ''));
      return [name, rowOf((phase) => outcomes[PHASES.indexOf(phase)] ?? [])];
    }),
  );
}

export function isRight(table: Table, { scenario, phase, outcome }: Verdict): boolean {
  return table.get(scenario)?.[phase].includes(outcome) === true;
}

/** The table with what was seen added to it; rows as the scenarios come. */
export function writeTable(table: Table, scenarios: readonly Scenario[], seen: readonly Verdict[]): string {
  const rows = scenarios.map((scenario) => {
    const { name } = scenario;
    const known = rowOf((phase) => [
      ...(table.get(name)?.[phase] ?? []),
      ...seen.flatMap((each) => (each.scenario === name && each.phase === phase ? [each.outcome] : [])),
    ]);
    const row = withRaces(known, isOfHandshakes(scenario));
    const cells = PHASES.map((phase) => [...new Set(row[phase])].sort().join(OR));
    return `| \`${name}\` | ${cells.join(' | ')} |`;
  });
  return [`| ${HEAD.join(' | ')} |`, `|${' --- |'.repeat(HEAD.length)}`, ...rows].join('\n');
}

/**
 * What is right beside what was seen, since on another machine the other of two things comes first (pure).
 *
 * `breaks`: the connection breaks as soon as the server misbehaves. While an answer is waited for, that may be before
 * anything of it has come, and then the question goes out once more as if it had only just been sent; or after, and then
 * the answer is cut off. And who tries again for ever is seen to do so, or tells why after ten seconds, as one who asks
 * while it does.
 */
export function withRaces(row: Row, breaks: boolean): Row {
  const ofBreak = rowOf((phase) =>
    breaks && phase === 'waiting' ? [...row.waiting, ...row.sent, CUT_OFF] : row[phase],
  );
  const reasons = row.idle.filter((outcome) => outcome.startsWith('“'));
  return rowOf((phase) =>
    phase !== 'idle' && ofBreak[phase].includes(RETRYING) ? [...ofBreak[phase], ...reasons] : ofBreak[phase],
  );
}

function rowOf(outcomes: (phase: Phase) => readonly string[]): Row {
  return {
    idle: outcomes('idle'),
    connecting: outcomes('connecting'),
    sent: outcomes('sent'),
    waiting: outcomes('waiting'),
    speaking: outcomes('speaking'),
    interrupting: outcomes('interrupting'),
  };
}
