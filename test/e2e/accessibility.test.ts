import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PopupView, Snapshot } from '../../src/preload/contract';
import { stories } from '../renderer/popup/stories';
import { axeFindings } from './harness/axe';
import type { Theme } from './harness/framed-picture';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { lostParts } from './harness/lost-parts';
import { PopupPage } from './harness/popup-page';

/** Keeps what the page was told last, so that a test knows when it was told its own. */
const KEEP_TOLD = `{
  const told = document.documentElement.dataset;
  aloud.onSnapshot((snapshot) => { told.snapshot = JSON.stringify(snapshot); });
  aloud.onShown(({ view }) => { told.view = view; });
}`;

let app: LaunchedApp;
let popup: PopupPage;

beforeAll(async () => {
  app = await launchApp({ args: ['--demo', '--show'] });
  popup = await PopupPage.of(app);
  // From now on main has nothing to tell by itself, or the last of it.
  await popup.until(({ connection, audio }) => connection === 'ready' && audio.kind !== 'starting');
  await popup.page.evaluate(KEEP_TOLD);
});

afterAll(() => app.close());

const told = (): Promise<{ snapshot: string | undefined; view: string | undefined }> =>
  popup.page.evaluate(() => {
    const { snapshot, view } = document.documentElement.dataset;
    return { snapshot, view };
  });

const isCut = (): Promise<boolean> =>
  popup.page.evaluate(() => {
    const middle = document.querySelector('.middle');
    return middle === null || middle.scrollHeight > middle.clientHeight;
  });

/** Lets the page draw a state and a view, whatever the app's own are. `fits`: the display has room for all of it. */
async function draw(snapshot: Snapshot, view: PopupView, fits = true): Promise<void> {
  const [window] = await app.driver.windows();
  const tell = async () => {
    await app.driver.tellPage(window?.id ?? 0, 'snapshot', snapshot);
    await app.driver.tellPage(window?.id ?? 0, 'shown', { view });
    return told();
  };
  await expect.poll(tell).toEqual({ snapshot: JSON.stringify(snapshot), view });
  await popup.page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn))));
  // The window follows its content, which scrolls until then.
  if (fits) await expect.poll(isCut).toBe(false);
}

async function setTheme(theme: Theme): Promise<void> {
  await app.driver.setDark(theme === 'dark');
  await popup.page.waitForFunction(
    (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
    theme === 'dark',
  );
}

const VIEWS: [name: string, snapshot: Snapshot, view: PopupView][] = [
  ...Object.entries(stories).map(([name, story]): [string, Snapshot, PopupView] => [name, story, 'ask']),
  ['the key, to be encrypted', stories.keyStored, 'key'],
  ['the key, for this run', stories.noEncryption, 'key'],
];

describe.each<Theme>(['light', 'dark'])('axe, in the %s theme,', (theme) => {
  beforeAll(async () => {
    // What fades in has no contrast at first.
    await app.driver.setReducedMotion(true);
    await setTheme(theme);
  });

  afterAll(() => app.driver.setReducedMotion(false));

  it.each(VIEWS)('finds nothing wrong with %s', async (_name, snapshot, view) => {
    await draw(snapshot, view);
    expect(await axeFindings(popup.page)).toEqual([]);
  });
});

describe('with text twice as large', () => {
  beforeAll(async () => {
    await setTheme('light');
    await app.driver.setReducedMotion(true);
    await popup.page.evaluate(() => document.documentElement.style.setProperty('font-size', '200%'));
  });

  afterAll(async () => {
    await popup.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
    await app.driver.setReducedMotion(false);
  });

  it.each(VIEWS)('nothing of %s is lost, and axe finds nothing wrong', async (_name, snapshot, view) => {
    await draw(snapshot, view, false);
    expect(await lostParts(popup.page)).toEqual([]);
    // What is higher than the display is scrolled, and the Tab key reaches it.
    await expect.poll(() => axeFindings(popup.page)).toEqual([]);
  });
});

it('moves where the user does not mind: else nothing was shown by its rest', async () => {
  await app.driver.setReducedMotion(false);
  await popup.page.waitForFunction(() => !matchMedia('(prefers-reduced-motion: reduce)').matches);
  await draw(stories.waiting, 'ask');
  const running = await popup.page.evaluate(() => document.getAnimations().length);
  expect(running).toBeGreaterThan(0);
});

describe('where the user wants nothing to move', () => {
  beforeEach(async () => {
    await app.driver.setReducedMotion(true);
    await popup.page.waitForFunction(() => matchMedia('(prefers-reduced-motion: reduce)').matches);
  });

  const moving = (): Promise<number> =>
    popup.page.evaluate(
      () =>
        document
          .getAnimations()
          // A scroller's edges follow its position, not the time.
          .filter(
            ({ timeline, playState }) => timeline instanceof DocumentTimeline && playState === 'running',
          ).length,
    );

  it.each([
    ['speaking', stories.speaking],
    ['waiting', stories.waiting],
    ['connecting', stories.connecting],
    ['retrying', stories.waitingToRetry],
  ])('nothing does, while it is %s', async (_name, snapshot) => {
    await draw(snapshot, 'ask');
    await expect.poll(moving).toBe(0);
  });

  it('the meter rests, also when that was wished for while it moved', async () => {
    const bars = () =>
      popup.page
        .locator('.meter > canvas')
        .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : null));
    await draw(stories.idle, 'ask');
    await draw(stories.speaking, 'ask');
    const atRest = await bars();
    await app.driver.setReducedMotion(false);
    await draw(stories.idle, 'ask');
    await popup.ask('Tell me a long story');
    await expect.poll(bars).not.toBe(atRest);
    await app.driver.setReducedMotion(true);
    await expect.poll(bars).toBe(atRest);
    await popup.page.keyboard.press('Escape');
    await popup.until(({ answer }) => answer?.phase === 'stopped');
  });
});
