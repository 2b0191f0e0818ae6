import type { Page } from 'playwright-core';
import type { Contender } from './contender';
import { trace } from './tracing';

const PROMPT = 'Tell me a story';

/** What is done by keys and in the page: the same for all. */
export function byKeys(
  page: Page,
  prompt: string,
): Pick<Contender, 'ask' | 'escape' | 'block' | 'unblock' | 'trace'> {
  return {
    async ask() {
      await page.locator(prompt).fill(PROMPT);
      const at = performance.now();
      await page.keyboard.press('Enter');
      return at;
    },
    async escape() {
      const at = performance.now();
      await page.keyboard.press('Escape');
      return at;
    },
    async block(busyMs, freeMs) {
      await page.evaluate(blocker(busyMs, freeMs));
    },
    async unblock() {
      await page.evaluate(() => {
        document.documentElement.dataset.blocked = 'no';
      });
    },
    trace: (category, during) => trace(page, category, during),
  };
}

/** As text: what a build tool adds to functions is not there in the page. */
function blocker(busyMs: number, freeMs: number): string {
  return `{
    document.documentElement.dataset.blocked = 'yes';
    const work = () => {
      const until = performance.now() + ${busyMs};
      while (performance.now() < until);
      if (document.documentElement.dataset.blocked === 'yes') setTimeout(work, ${freeMs});
    };
    setTimeout(work);
  }`;
}
