import { describe, expect, it } from 'vitest';
import { problemOf } from '../../../src/main/assistant/problem-view';
import { SENTENCES } from '../../../src/main/assistant/problems';
import type { ProblemCode } from '../../../src/main/assistant/trouble';

describe('the table of causes', () => {
  const codes = Object.keys(SENTENCES) as ProblemCode[];

  it.each(codes)('%s: one sentence on what happened, one or two on what to do, and buttons', (code) => {
    for (const source of ['openai', 'demo', 'custom'] as const) {
      const { title, advice, actions } = problemOf(code, source);
      expect(title).toMatch(/^[A-Z][^.{}]*\.$/u);
      expect(advice).toMatch(/^[A-Z][^{}]*\.$/u);
      expect(new Set(actions).size).toBe(actions.length);
    }
    // Whoever only has to wait can also ask for it now.
    if (SENTENCES[code].cure === 'time') expect(problemOf(code, 'openai').actions).toContain('retry');
  });
});
