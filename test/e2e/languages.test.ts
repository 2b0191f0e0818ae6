import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AloudApi, Language } from '../../src/preload/contract';
import type { LanguageChoice, SettingsSection } from '../../src/preload/settings-contract';
import { textsIn } from '../../src/texts/catalogues';
import { LANGUAGES } from '../../src/texts/languages';
import { loadSettingsTexts } from '../../src/texts/load-settings';
import { problemText } from '../../src/texts/problem-text';
import { misfits } from './harness/fitting';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { SettingsPage } from './harness/settings-page';
import { windowPage } from './harness/window-page';

/** Ignored by git. */
const FOLDER = resolve(import.meta.dirname, '../../test-results/screenshots/languages');
const SECTIONS: readonly SettingsSection[] = ['account', 'voice', 'sound', 'shortcut', 'general'];
const languages = Object.keys(LANGUAGES) as Language[];

beforeAll(() => mkdir(FOLDER, { recursive: true }));

/** An Aloud with its popup and its settings window. */
interface Shown {
  app: LaunchedApp;
  popup: Page;
  settings: Page;
}

async function show(env: Record<string, string>, args: readonly string[] = []): Promise<Shown> {
  const app = await launchApp({ args: ['--show', ...args], storage: 'real', env });
  const popup = await app.page();
  await popup.locator('textarea').waitFor();
  await popup.evaluate(() => (window as unknown as { aloud: AloudApi }).aloud.openSettings('account'));
  const { page: settings } = await SettingsPage.of(app);
  return { app, popup, settings };
}

/** Chooses a language as the settings window does; resolves when both pages are read in it. */
async function choose({ popup, settings }: Shown, language: LanguageChoice, read: Language): Promise<void> {
  await settings.evaluate(
    (wanted) => (window as unknown as { aloud: AloudApi }).aloud.changeSettings({ language: wanted }),
    language,
  );
  for (const page of [popup, settings]) await page.locator(`html[lang="${read}"]`).waitFor();
}

const trayLabels = async ({ app }: Shown): Promise<(string | undefined)[]> =>
  (await app.driver.trays()).flatMap(({ menu }) => menu.map(({ label }) => label));

/** All that is moving, and the window's own height, have come to rest. */
async function untilStill(page: Page): Promise<void> {
  let last = '';
  let looks = 0;
  await expect
    .poll(
      async () => {
        const now = await page.evaluate(() => [innerHeight, document.body.scrollHeight].join());
        looks = now === last ? looks + 1 : 0;
        last = now;
        return looks;
      },
      { interval: 30, timeout: 10_000 },
    )
    .toBeGreaterThanOrEqual(4);
}

/** What is seen of the longest words, of other letters, and of the turned page, is kept for whoever wants to look. */
const PICTURED = /-(?:de|ja|rtl)$/u;

/** What of the page does not fit. */
async function look(page: Page, name: string): Promise<string[]> {
  // One that is behind another draws once a second.
  await page.bringToFront();
  await untilStill(page);
  if (PICTURED.test(name)) await picture(page, name);
  return misfits(page);
}

async function picture(page: Page, name: string): Promise<void> {
  const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', {
    clip: { x: 0, y: 0, ...size, scale: 1.5 },
  });
  await session.detach();
  await writeFile(join(FOLDER, `${name}.png`), Buffer.from(data, 'base64'));
}

const turn = (page: Page, dir: 'ltr' | 'rtl'): Promise<void> =>
  page.evaluate((to) => document.documentElement.setAttribute('dir', to), dir);

describe('the language', () => {
  it('is the first of the system’s that Aloud speaks, in pages and tray', async () => {
    const shown = await show({ LANGUAGE: 'pt_BR:de_AT:en' });
    const { app, popup, settings } = shown;
    try {
      const { prompt, tray, windows } = textsIn('de');
      expect(await popup.locator('html').getAttribute('lang')).toBe('de');
      expect(await popup.locator('html').getAttribute('dir')).toBe('ltr');
      await popup.getByRole('textbox', { name: prompt.label }).waitFor();
      expect(await settings.title()).toBe(windows.settings);
      const labels = await trayLabels(shown);
      for (const label of [tray.ask, tray.volume, tray.settings, tray.quit]) expect(labels).toContain(label);
      expect(await app.driver.problems()).toEqual([]);
    } finally {
      await app.close();
    }
  });

  it('is drawn anew everywhere when another is chosen, loses nothing, and is kept', async () => {
    const shown = await show({ LANGUAGE: 'en' }, ['--demo']);
    const { app, popup, settings } = shown;
    const { userData } = app;
    try {
      await popup.locator('textarea').fill('Half a question');
      await settings.getByRole('tab', { name: 'General' }).click();
      await settings.getByRole('combobox', { name: 'Language' }).selectOption('ja');
      for (const page of [popup, settings]) await page.locator('html[lang="ja"]').waitFor();
      const { prompt, tray } = textsIn('ja');
      expect(await popup.getByRole('textbox', { name: prompt.label }).inputValue()).toBe('Half a question');
      const { general } = await loadSettingsTexts('ja');
      await settings.getByRole('combobox', { name: general.language }).waitFor();
      await expect.poll(() => trayLabels(shown)).toContain(tray.quit);
      await choose(shown, 'system', 'en');
      await expect.poll(() => trayLabels(shown)).toContain('Quit Aloud');
      await choose(shown, 'fr', 'fr');
      await app.driver.quit();
      await app.exited;
      const again = await launchApp({ args: ['--show', '--demo'], storage: 'real', userData });
      try {
        await (await again.page()).locator('html[lang="fr"] textarea').waitFor();
      } finally {
        await again.close();
      }
    } finally {
      await app.close();
    }
  });
});

describe('every view', () => {
  let well: Shown;
  let ill: Shown;
  let about: Page;

  beforeAll(async () => {
    // Nobody listens there: every question fails, and says so at length.
    [well, ill] = await Promise.all([
      show({ LANGUAGE: 'en' }),
      show({ LANGUAGE: 'en', ALOUD_REALTIME_URL: 'ws://127.0.0.1:9/v1/realtime' }),
    ]);
    await well.app.driver.chooseTrayItem('About Aloud');
    about = await windowPage(well.app, 'about');
    await about.getByRole('heading', { level: 1 }).waitFor();
  }, 60_000);
  afterAll(() => Promise.all([well.app.close(), ill.app.close()]));

  /** Looks at all views, however the page is turned. */
  async function lookAtAll(name: string): Promise<string[]> {
    const wrong: string[] = [];
    const see = async (page: Page, view: string): Promise<void> => {
      wrong.push(...(await look(page, `${view}-${name}`)).map((misfit) => `${view}: ${misfit}`));
    };
    await see(well.popup, 'popup');
    await see(ill.popup, 'problem');
    for (const [index, section] of SECTIONS.entries()) {
      await well.settings.getByRole('tab').nth(index).click();
      await see(well.settings, `settings-${section}`);
    }
    await see(about, 'about');
    return wrong;
  }

  it.each(languages)('fits in %s: the first run', async (language) => {
    await choose(well, language, language);
    expect(await look(well.popup, `first-run-${language}`)).toEqual([]);
    const { welcome, controls } = textsIn(language);
    await well.popup.getByRole('button', { name: welcome.addKey }).click();
    expect(await look(well.popup, `key-${language}`)).toEqual([]);
    await well.popup.getByRole('button', { name: controls.back }).click();
  });

  it('fits in each language: answered, failed, and all settings', async () => {
    const popup = well.popup.locator('textarea');
    await popup.fill('What can you do?');
    await popup.press('Enter');
    await well.popup.locator('.answer-text').filter({ hasText: /\w/u }).waitFor();
    const failing = ill.popup.locator('textarea');
    await failing.fill('Is anybody there?');
    await failing.press('Enter');
    await ill.popup.locator('.problem').waitFor();
    for (const language of languages) {
      await choose(well, language, language);
      await choose(ill, language, language);
      const { title, advice } = problemText(
        { code: 'refused-connection', source: 'custom', retryAfterMs: null, command: null },
        textsIn(language).sentences,
      );
      expect(await ill.popup.locator('.problem [role=alert]').innerText()).toContain(title);
      expect(await ill.popup.locator('.problem [role=alert]').innerText()).toContain(advice);
      await about.locator(`html[lang="${language}"]`).waitFor();
      expect(await lookAtAll(language)).toEqual([]);
    }
  }, 120_000);

  it('fits in each language: the settings of a service', async () => {
    const { settings } = ill;
    await settings.evaluate(() => (window as unknown as { aloud: AloudApi }).aloud.useProfile('openai'));
    for (const language of languages) {
      await choose(ill, language, language);
      for (const index of [0, 1]) {
        await settings.getByRole('tab').nth(index).click();
        expect(await look(settings, `service-${SECTIONS[index]}-${language}`)).toEqual([]);
      }
    }
  }, 120_000);

  it('fits where the page is read from right to left', async () => {
    for (const shown of [well, ill]) await choose(shown, 'en', 'en');
    await about.locator('html[lang="en"]').waitFor();
    const pages = [well.popup, well.settings, about, ill.popup];
    for (const page of pages) await turn(page, 'rtl');
    expect(await lookAtAll('rtl')).toEqual([]);
    // The mark, which begins the line, is where it begins now; what holds the speech ends it.
    const box = async (selector: string) => well.popup.locator(selector).first().boundingBox();
    const [mark, field] = [await box('.mark'), await box('textarea')];
    expect(mark?.x).toBeGreaterThan(field?.x ?? Number.POSITIVE_INFINITY);
    for (const page of pages) await turn(page, 'ltr');
  });
});
