import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../src/main/assistant/problem-view';
import { CAUSES } from '../../../src/main/assistant/problems';
import type { ProblemCode } from '../../../src/main/assistant/trouble';

describe('the table of causes', () => {
  it.each(Object.keys(CAUSES) as ProblemCode[])('%s: buttons, each once', (code) => {
    for (const source of ['openai', 'demo', 'custom'] as const) {
      const { actions } = problemOf(code, source);
      expect(new Set(actions).size).toBe(actions.length);
    }
    // Whoever only has to wait can also ask for it now.
    if (CAUSES[code].cure === 'time') expect(problemOf(code, 'openai').actions).toContain('retry');
  });
});
