import { source } from 'axe-core';
import type { Page } from 'playwright-core';

/** What axe found wrong, one line each: the rule, the element, and what to do. */
export type AxeFinding = string;

interface AxeNode {
  target: unknown[];
  failureSummary?: string;
}

/**
 * All that axe finds wrong with a page as it stands now, by every rule that is on by itself: WCAG to level AA, and best
 * practices. The page's policy forbids foreign scripts; DevTools puts axe there all the same.
 */
export async function axeFindings(page: Page): Promise<AxeFinding[]> {
  if (!(await page.evaluate('"axe" in globalThis'))) await page.evaluate(source);
  const { violations } = (await page.evaluate(`axe.run({ resultTypes: ['violations'] })`)) as {
    violations: { id: string; nodes: AxeNode[] }[];
  };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary = '' }) =>
      `${id}: ${target.join(' ')}: ${failureSummary}`.replaceAll(/\s+/gu, ' '),
    ),
  );
}
