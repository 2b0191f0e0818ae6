/**
 * `npm test`: everything that must hold, in the order in which a mistake is found soonest. It stops at the first
 * failure with that step's exit code; its last line is `N passed, N failed` over all test runs.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { npm } from './npm';
import { add, countTests, type Totals } from './totals';

interface Step {
  /** A script of package.json. */
  script: string;
  says: string;
  /** Whether it is a run of vitest, whose tests are counted. */
  tests: boolean;
}

const steps: readonly Step[] = [
  { script: 'browser', says: 'A browser is there', tests: false },
  { script: 'lint', says: 'Style and dependency rules', tests: false },
  { script: 'types', says: 'Types', tests: false },
  { script: 'build', says: 'Build', tests: false },
  { script: 'test:unit', says: 'Unit tests', tests: true },
  { script: 'test:unit:node24', says: 'Unit tests on the Node line of Electron', tests: true },
  { script: 'test:packaging', says: 'What is shipped', tests: true },
  { script: 'test:e2e', says: 'The whole program', tests: true },
];

const results = 'test-results';

function runStep(step: Step): { status: number; totals: Totals } {
  const report = `${results}/${step.script.replaceAll(':', '-')}.json`;
  rmSync(report, { force: true });
  const reporting = ['--', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const status = npm(['run', '--silent', step.script, ...(step.tests ? reporting : [])]);
  return { status, totals: count(step.tests ? readReport(report) : undefined, status) };
}

/** A step that failed without a report (lint, a crash) is one failure: the closing line never claims success. */
function count(report: unknown, status: number): Totals {
  const totals = report === undefined ? { passed: 0, failed: 0, skipped: 0 } : countTests(report);
  return status !== 0 && totals.failed === 0 ? { ...totals, failed: 1 } : totals;
}

/** The run's report, or `undefined` if it wrote none: on Node 24 there is no second run. */
function readReport(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

function main(): number {
  mkdirSync(results, { recursive: true });
  let totals: Totals = { passed: 0, failed: 0, skipped: 0 };
  let status = 0;
  for (const step of steps) {
    const begun = performance.now();
    console.log(`\n── ${step.says} (npm run ${step.script})`);
    const done = runStep(step);
    totals = add(totals, done.totals);
    status = done.status;
    console.log(
      `── ${status === 0 ? 'done' : 'FAILED'} in ${((performance.now() - begun) / 1000).toFixed(1)} s`,
    );
    if (status !== 0) break;
  }
  if (totals.skipped > 0) console.log(`\n${totals.skipped} skipped`);
  console.log(`\n${totals.passed} passed, ${totals.failed} failed`);
  return status;
}

process.exitCode = main();
