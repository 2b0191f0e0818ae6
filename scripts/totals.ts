import { z } from 'zod';

export interface Totals {
  passed: number;
  failed: number;
  skipped: number;
}

/** The part of vitest's JSON report that is counted. */
const Report = z.object({
  success: z.boolean(),
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** Counts the tests of one vitest run. A run that failed outside its tests (a file did not load) is one failure. */
export function countTests(report: unknown): Totals {
  const { success, numPassedTests, numFailedTests, numPendingTests, numTodoTests } = Report.parse(report);
  return {
    passed: numPassedTests,
    failed: success ? 0 : Math.max(numFailedTests, 1),
    skipped: numPendingTests + numTodoTests,
  };
}

export function add(a: Totals, b: Totals): Totals {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped };
}
