import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AloudApi } from '../../src/preload/contract';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp, runApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aloud-files-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function withApp(
  userData: string,
  args: readonly string[],
  use: (popup: PopupPage, app: LaunchedApp) => Promise<void>,
): Promise<void> {
  const app = await launchApp({ userData, args });
  try {
    await use(await PopupPage.of(app), app);
  } finally {
    expect(await app.close()).toEqual({ code: 0, signal: null });
  }
}

describe('what Aloud keeps', () => {
  it('survives a restart: mute, the choice of the voice, earlier prompts', async () => {
    const userData = join(folder, 'kept');
    await withApp(userData, [], async (popup, app) => {
      await popup.page.getByRole('button', { name: 'Stay with the demo voice' }).click();
      await popup.until(({ firstRun, source }) => !firstRun && source === 'demo');
      await popup.ask('Count to two');
      await popup.until(({ recentPrompts }) => recentPrompts.length === 1);
      // Quitting at once loses nothing.
      await popup.page.evaluate(async () => {
        const { aloud } = window as unknown as { aloud: AloudApi };
        await Promise.all([aloud.ask('Count to three\nin two lines'), aloud.setMuted(true)]);
      });
      await app.driver.quit();
    });
    for (const file of ['settings.json', 'history.json']) expect(readdirSync(userData)).toContain(file);
    expect(readFileSync(join(userData, 'settings.json'), 'utf8')).not.toContain('Count');
    await withApp(userData, ['--show'], async (popup) => {
      expect(await popup.snapshot()).toMatchObject({
        muted: true,
        firstRun: false,
        source: 'demo',
        notices: [],
        recentPrompts: ['Count to three\nin two lines', 'Count to two'],
      });
      await popup.page.getByText('Muted', { exact: true }).waitFor();
      await popup.prompt.press('ArrowUp');
      await expect.poll(() => popup.prompt.inputValue()).toBe('Count to three\nin two lines');
    });
  });

  it('is set aside when it is damaged, and Aloud says so and works', async () => {
    const userData = join(folder, 'damaged');
    await mkdir(userData);
    const damaged = { 'settings.json': '{"version":1,"muted":"perhaps', 'history.json': '[1, 2, 3]' };
    for (const [name, text] of Object.entries(damaged)) await writeFile(join(userData, name), text);
    await withApp(userData, ['--demo', '--show'], async (popup) => {
      const remark = (words: RegExp) => popup.page.locator('.middle').getByText(words);
      const shown = remark(/^Your settings could not be read and set aside as settings\.json\.corrupt-/u);
      await shown.waitFor();
      await remark(/^Your earlier prompts .* and set aside as history\.json\.corrupt-/u).waitFor();
      await popup.ask('Count to two');
      await popup.until(({ answer }) => answer?.phase === 'done');
      // Closed, it does not come back with the next change.
      await popup.page.getByRole('button', { name: /^Dismiss: Your settings/u }).click();
      await expect.poll(() => shown.count()).toBe(0);
    });
    for (const [name, text] of Object.entries(damaged)) {
      const aside = readdirSync(userData).find((file) => file.startsWith(`${name}.corrupt-`));
      expect(readFileSync(join(userData, aside ?? 'none'), 'utf8')).toBe(text);
    }
    expect(JSON.parse(readFileSync(join(userData, 'history.json'), 'utf8'))).toMatchObject({
      prompts: ['Count to two'],
    });
  });

  it('is set aside when a newer Aloud wrote it, and a damaged key too', async () => {
    const userData = join(folder, 'newer');
    await mkdir(userData);
    await writeFile(join(userData, 'settings.json'), '{"version":99,"muted":{"from":"the future"}}');
    await writeFile(join(userData, 'key.bin'), 'this was never encrypted');
    const app = await launchApp({ userData, storage: 'real', args: ['--demo', '--show'] });
    try {
      const popup = await PopupPage.of(app);
      await popup.page.locator('.middle').getByText('Your stored key could not be read').waitFor();
      expect((await popup.snapshot()).key).toEqual({ kind: 'none' });
      // One remark must not push the other out before it was read.
      await popup.page.locator('.middle').getByText('Your settings are of a newer Aloud').waitFor();
      expect(existsSync(join(userData, 'key.bin'))).toBe(false);
      expect(readdirSync(userData).some((file) => file.startsWith('key.bin.corrupt-'))).toBe(true);
    } finally {
      await app.close();
    }
  });
});

describe('a data folder that cannot be had', () => {
  it('ends Aloud with a sentence that names it', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    for (const userData of [file, join(file, 'below')]) {
      const { code, stdout, stderr } = await runApp({ userData, args: ['--show'] });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain(`Aloud cannot use its data folder ${userData}`);
      expect(stderr).toContain('ALOUD_USER_DATA');
      expect(stderr.trim().split('\n')).toHaveLength(1);
    }
  });
});
