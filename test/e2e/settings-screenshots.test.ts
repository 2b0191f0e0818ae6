import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SettingsSection } from '../../src/preload/settings-contract';
import { axeFindings } from './harness/axe';
import type { Theme } from './harness/framed-picture';
import { framed } from './harness/framed-picture';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { lostParts } from './harness/lost-parts';
import { PopupPage } from './harness/popup-page';
import { SettingsPage } from './harness/settings-page';
import type { SoundSink } from './harness/sound-sink';
import { soundSink, soundSinkProblem } from './harness/sound-sink';

/** Ignored by git. */
const FOLDER = resolve(import.meta.dirname, '../../test-results/screenshots');
const SCALE = 2;
/** The window as it opens, where all is drawn twice as large: so much less of it fits in. */
const NARROW = { width: 440, height: 320 };
const SECTIONS: readonly SettingsSection[] = ['account', 'voice', 'sound', 'shortcut', 'general'];
const THEMES: readonly Theme[] = ['light', 'dark'];
/** By time, ms: a page that lies behind another draws too few frames to ask at each. */
const ASKED_AGAIN = { polling: 100 };

let sink: SoundSink | null = null;
let app: LaunchedApp;
let settings: SettingsPage;
const taken = new Map<string, Buffer>();
/** What axe found. */
const findings: string[] = [];

beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true });
  sink = soundSinkProblem() === null ? await soundSink() : null;
  app = await launchApp({ args: ['--hide'], env: { ...sink?.env }, storage: 'real' });
  await PopupPage.of(app);
  await app.driver.chooseTrayItem('Settings…');
  settings = await SettingsPage.of(app);
});

afterAll(async () => {
  await app.close();
  await sink?.close();
});

async function take(name: string): Promise<void> {
  await settings.page.bringToFront();
  for (const theme of THEMES) {
    await app.driver.setDark(theme === 'dark');
    await settings.page.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
      ASKED_AGAIN,
    );
    // All that moves has ended.
    await settings.page.waitForFunction(
      () =>
        document
          .getAnimations()
          .every((each) => each.effect?.getTiming().iterations === Number.POSITIVE_INFINITY),
      undefined,
      ASKED_AGAIN,
    );
    const session = await settings.page.context().newCDPSession(settings.page);
    const size = await settings.page.evaluate(() => ({ width: innerWidth, height: innerHeight }));
    const { data } = await session.send('Page.captureScreenshot', {
      clip: { x: 0, y: 0, ...size, scale: SCALE },
    });
    await session.detach();
    findings.push(...(await axeFindings(settings.page)).map((finding) => `${name}, ${theme}: ${finding}`));
    const png = Buffer.from(data, 'base64');
    taken.set(`${name}-${theme}`, png);
    await writeFile(
      join(FOLDER, `settings-${name}-${theme}.png`),
      framed(png, { ...size, theme, scale: SCALE }),
    );
  }
}

describe('the settings window, seen', () => {
  it('with the demo voice and with OpenAI, without and with a key', async () => {
    await take('account-demo');
    await settings.page.getByRole('radio', { name: 'OpenAI' }).check();
    await settings.until(({ source }) => source === 'openai');
    await settings.page.getByRole('textbox', { name: 'API key' }).waitFor();
    await take('account-no-key');
    await settings.page.getByRole('textbox', { name: 'API key' }).fill('sk-proj-a-key-for-a-picture-only');
    await settings.page.getByRole('button', { name: 'Keep this key' }).click();
    await settings.page.getByText('could not be found on the network').waitFor();
    await take('account-key');
  });

  it('where a service is added and changed', async () => {
    await settings.page.getByRole('button', { name: 'Add a service' }).click();
    await settings.page.getByRole('textbox', { name: 'Resource' }).fill('ftp://nowhere');
    await settings.page.getByRole('button', { name: 'Add', exact: true }).click();
    await settings.page.getByText('This is no address').waitFor();
    await take('account-add');
    await settings.page.getByRole('textbox', { name: 'Resource' }).fill('https://work.openai.azure.com');
    await settings.page.getByRole('button', { name: 'Add', exact: true }).click();
    await settings.until(({ profile }) => profile === 'azure');
    await settings.page.getByRole('textbox', { name: 'Name' }).waitFor();
    await take('account-azure');
    await settings.page.getByRole('radio', { name: /^OpenAI/u }).check();
    await settings.until(({ profile }) => profile === 'openai');
  });

  it.each(['voice', 'sound', 'shortcut', 'general'] as const)('at %s', async (section: SettingsSection) => {
    await settings.show(section);
    if (section === 'shortcut') await settings.page.locator('summary').click();
    await take(section);
  });

  it('while a shortcut is recorded, objected to and proved', async () => {
    await settings.show('shortcut');
    await settings.page.getByRole('button', { name: 'Change…' }).click();
    await settings.page.keyboard.press('Control+Alt+t');
    await settings.page.getByText('opens a terminal').waitFor();
    await settings.page.keyboard.down('Control');
    await settings.page.keyboard.down('Shift');
    await take('shortcut-recording');
    await settings.page.keyboard.up('Shift');
    await settings.page.keyboard.press('Alt+t');
    await settings.page.keyboard.up('Control');
    await settings.page.getByText('opens a terminal').waitFor();
    await take('shortcut-used');
    await settings.page.getByRole('button', { name: 'Use it anyway' }).click();
    await settings.page.getByText('Press Ctrl+Alt+T now').waitFor();
    await take('shortcut-proving');
    await settings.page.getByRole('button', { name: 'Enough' }).click();
  });

  it('with the voices to choose from', async () => {
    await settings.show('voice');
    await settings.page.getByRole('combobox', { name: 'Voice' }).press('ArrowDown');
    await settings.page.getByRole('listbox', { name: 'Voice' }).waitFor();
    await take('voice-open');
  });
});

describe('each picture', () => {
  it('is not blank, and differs in every state and theme', () => {
    expect(taken.size).toBe(26);
    for (const [name, png] of taken) expect(png.length, name).toBeGreaterThan(20_000);
    expect(new Set([...taken.values()].map((png) => png.toString('base64'))).size).toBe(taken.size);
  });
});

describe('each view', () => {
  it('is without fault to axe, in light and dark', () => {
    expect(findings).toEqual([]);
  });

  it.each(SECTIONS)('%s keeps all of it where the window is narrow', async (section) => {
    await settings.page.setViewportSize(NARROW);
    await settings.show(section);
    expect(await lostParts(settings.page)).toEqual([]);
  });
});
