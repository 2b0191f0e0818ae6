import { expect, test } from 'vitest';
import { add, countTests } from '../../scripts/totals';

const report = { success: true, numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 0 };

test('counts the tests of a run', () => {
  expect(countTests(report)).toEqual({ passed: 7, failed: 0, skipped: 1 });
  expect(countTests({ ...report, success: false, numFailedTests: 2 })).toMatchObject({ failed: 2 });
});

test('a run that failed outside its tests is a failure', () => {
  expect(countTests({ ...report, success: false })).toEqual({ passed: 7, failed: 1, skipped: 1 });
});

test('a report of another form is refused', () => {
  expect(() => countTests({ success: true })).toThrow();
});

test('adds up', () => {
  const sum = add({ passed: 1, failed: 2, skipped: 3 }, { passed: 10, failed: 20, skipped: 30 });
  expect(sum).toEqual({ passed: 11, failed: 22, skipped: 33 });
});
