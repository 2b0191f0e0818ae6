import { describe, expect, it } from 'vitest';
import { findScenario } from '../../../src/main/demo/scenarios/scenarios';
import { isRight, readTable, withRaces, writeTable } from './table';
import type { Verdict } from './trial';

const calm = findScenario('calm') ?? expect.fail();
const refusing = findScenario('refuse-500') ?? expect.fail();
const ROW = {
  idle: ['“server-error”'],
  connecting: ['retrying'],
  sent: ['retrying'],
  waiting: ['“closed”'],
  speaking: ['“closed”'],
  interrupting: ['answered'],
};

const verdict = (scenario: string, outcome: string): Verdict => ({
  scenario,
  phase: 'sent',
  outcome,
  wrong: [],
});

describe('the table', () => {
  const page = [
    '| `calm` | answered | answered or retrying | answered | answered | answered | answered |',
  ].join('\n');

  it('says what is right, and nothing else is', () => {
    const table = readTable(page);
    expect(isRight(table, verdict('calm', 'answered'))).toBe(true);
    expect(isRight(table, { ...verdict('calm', 'retrying'), phase: 'connecting' })).toBe(true);
    expect(isRight(table, verdict('calm', 'retrying'))).toBe(false);
    expect(isRight(table, verdict('refuse-500', 'retrying'))).toBe(false);
  });

  it('is written as it was read, and gets what was seen', () => {
    const written = writeTable(readTable(page), [calm], []);
    expect(written).toContain(page);
    expect(writeTable(readTable(written), [calm], [])).toBe(written);
    expect(writeTable(readTable(page), [calm], [verdict('calm', '“quota”')])).toContain(
      '| answered or “quota” |',
    );
  });

  it('knows what may come first on another machine', () => {
    expect(withRaces(ROW, true)).toEqual({
      ...ROW,
      connecting: ['retrying', '“server-error”'],
      sent: ['retrying', '“server-error”'],
      waiting: ['“closed”', 'retrying', '“closed”', '“server-error”'],
    });
    expect(withRaces(ROW, false).waiting).toEqual(['“closed”']);
    const row = Object.values(ROW)
      .map((outcomes) => outcomes.join(' or '))
      .join(' | ');
    expect(writeTable(readTable(`| \`refuse-500\` | ${row} |`), [refusing], [])).toContain(
      '| retrying or “closed” or “server-error” |',
    );
  });
});
