import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from '../harness/launch-app';
import { launchApp } from '../harness/launch-app';
import { PopupPage } from '../harness/popup-page';
import { cpuMs, processesOf, renderersOf } from '../harness/processes';
import type { SoundSink } from '../harness/sound-sink';
import { soundSink, soundSinkProblem } from '../harness/sound-sink';

const problem = soundSinkProblem();
if (problem !== null) process.stderr.write(`No idle test: ${problem}\n`);

/** Counts what the page has set and not yet run or taken back: timers and frames. */
const COUNT_TIMERS = `{
  const pending = new Set();
  const count = (set, clear) => {
    const original = window[set];
    window[set] = (run, ...rest) => {
      const id = original((...args) => {
        pending.delete(set + id);
        run(...args);
      }, ...rest);
      pending.add(set + id);
      return id;
    };
    const originalClear = window[clear];
    window[clear] = (id) => {
      pending.delete(set + id);
      originalClear(id);
    };
  };
  count('setTimeout', 'clearTimeout');
  count('requestAnimationFrame', 'cancelAnimationFrame');
  window.setInterval = () => pending.add('interval');
  window.pendingTimers = () => pending.size;
}`;

describe.skipIf(problem !== null)('after an answer', { retry: 1 }, () => {
  let sink: SoundSink;
  let app: LaunchedApp;
  let popup: PopupPage;

  beforeAll(async () => {
    sink = await soundSink();
    app = await launchApp({ args: ['--demo'], env: sink.env });
    popup = await PopupPage.of(app);
    await popup.page.addInitScript(COUNT_TIMERS);
    const [window] = await app.driver.windows();
    const loaded = popup.page.waitForEvent('load');
    await app.driver.reloadWindow(window?.id ?? 0);
    await loaded;
    await popup.prompt.waitFor();
  });

  afterAll(async () => {
    await app?.close();
    await sink?.close();
  });

  it('the device sleeps, no timer is left in the page, and it uses next to no processor', async () => {
    const used = async (ms: number): Promise<number> => {
      // All of them: the browser keeps one in reserve, and which is the page's cannot be told from outside.
      const renderers = await renderersOf(await processesOf(app.pid));
      const before = await cpuMs(renderers);
      await new Promise((next) => setTimeout(next, ms));
      return (await cpuMs(renderers)) - before;
    };
    await popup.ask('Tell me a long story');
    await popup.until(({ answer }) => answer?.phase === 'speaking');
    const speaking = await used(3_000);
    await popup.page.keyboard.press('Escape');
    await popup.until(({ audio }) => audio.kind === 'suspended', 30_000);
    expect(await popup.page.evaluate('pendingTimers()')).toBe(0);
    // The browser itself may tidy up for a while; a page that does not rest never does.
    await expect.poll(() => used(3_000), { timeout: 15_000 }).toBeLessThan(speaking / 5);
  });
});
