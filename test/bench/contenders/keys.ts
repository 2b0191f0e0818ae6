import type { Page } from 'playwright-core';
import type { Contender } from './contender';
import { trace } from './tracing';

const PROMPT = 'Tell me a story';

/** What is done by keys and in the page: the same for all. */
export function byKeys(
  page: Page,
  prompt: string,
): Pick<Contender, 'ask' | 'enterAt' | 'escape' | 'block' | 'unblock' | 'trace'> {
  return {
    async enterAt() {
      const noted = Number(await page.evaluate(`document.documentElement.dataset.enterAt`));
      if (!(noted > 0)) throw new Error('The page has seen no Enter.');
      return noted - performance.timeOrigin;
    },
    async ask() {
      await page.locator(prompt).fill(PROMPT);
      await page.evaluate(NOTE_ENTER);
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

/** Both clocks count from the Unix epoch, and so are one. */
const NOTE_ENTER = `{
  if (document.documentElement.dataset.enterAt === undefined) {
    document.documentElement.dataset.enterAt = '';
    addEventListener('keydown', ({ key, timeStamp }) => {
      if (key === 'Enter') document.documentElement.dataset.enterAt = String(performance.timeOrigin + timeStamp);
    }, { capture: true });
  }
}`;

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
