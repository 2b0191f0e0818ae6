import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import { SettingsPage } from './harness/settings-page';

let app: LaunchedApp;
let popup: PopupPage;
let settings: SettingsPage;

const open = async (): Promise<void> => {
  await app.driver.chooseTrayItem('Settings…');
  settings = await SettingsPage.of(app);
  await settings.show('shortcut');
};

beforeAll(async () => {
  app = await launchApp({
    args: ['--hide'],
    env: { XDG_SESSION_TYPE: 'wayland', XDG_CURRENT_DESKTOP: 'sway' },
  });
  popup = await PopupPage.of(app);
  await open();
});

afterAll(() => app.close());

const says = (words: string) => settings.page.getByText(words).first().waitFor();
const hotkeys = () => app.driver.hotkeys();
const USUAL = 'Control+Shift+SPACE';

describe('the shortcut', () => {
  beforeEach(async () => {
    await expect.poll(hotkeys).not.toEqual([]);
  });

  it('is not registered while another is recorded, and is again when that is left', async () => {
    await settings.page.getByRole('button', { name: 'Change…' }).click();
    await expect.poll(hotkeys).toEqual([]);
    await settings.page.keyboard.press('Escape');
    await expect.poll(hotkeys).toEqual([USUAL]);
  });

  it('cannot be one that nothing could be edited without, nor one that another program holds', async () => {
    await app.driver.claimHotkey('Control+Alt+K');
    await settings.page.getByRole('button', { name: 'Change…' }).click();
    await settings.page.keyboard.press('Control+c');
    await says('nobody could copy, paste or undo');
    await settings.page.keyboard.press('Control+Alt+k');
    await says('Ctrl+Alt+K is held by another program.');
    expect(await hotkeys()).toEqual([]);
    await settings.page.getByRole('button', { name: 'Keep the present one' }).click();
    await expect.poll(hotkeys).toEqual([USUAL]);
  });

  it('is recorded, set and proved: a press opens nothing and is told', async () => {
    await settings.page.getByRole('button', { name: 'Change…' }).click();
    await settings.page.keyboard.press('Control+Alt+j');
    await says('Press Ctrl+Alt+J now');
    await expect.poll(hotkeys).toEqual(['Alt+Control+J']);
    expect(await app.driver.fireHotkey('Control+Alt+J')).toBe(true);
    await says('Ctrl+Alt+J works.');
    expect(await popup.isVisible()).toBe(false);
    await expect
      .poll(() => readFileSync(join(app.userData, 'settings.json'), 'utf8'))
      .toContain('"CommandOrControl+Alt+J"');
    // Proved, it opens Aloud again: with the first press that is not the same one, still held down.
    await expect
      .poll(async () => (await popup.isVisible()) || !(await app.driver.fireHotkey('Control+Alt+J')), {
        interval: 150,
      })
      .toBe(true);
    await app.driver.chooseTrayItem('Settings…');
  });

  it('that something uses is taken by who insists', async () => {
    await settings.page.getByRole('button', { name: 'Change…' }).click();
    await settings.page.keyboard.press('Control+Alt+t');
    await says('Ctrl+Alt+T opens a terminal.');
    await settings.page.getByRole('button', { name: 'Use it anyway' }).click();
    await expect.poll(hotkeys).toEqual(['Alt+Control+T']);
    await settings.page.getByRole('button', { name: 'Enough' }).click();
  });

  it('comes back when the window is closed, or lost, in the middle of it', async () => {
    for (const lose of [
      (id: number) => app.driver.closeWindow(id),
      (id: number) => app.driver.crashRenderer(id),
    ]) {
      await settings.page.getByRole('button', { name: 'Change…' }).click();
      await expect.poll(hotkeys).toEqual([]);
      const window = (await app.driver.windows()).find(({ url }) => url.includes('/settings/'));
      await lose(window?.id ?? 0);
      await expect.poll(hotkeys).toEqual(['Alt+Control+T']);
      await expect.poll(async () => (await app.driver.windows()).length).toBe(1);
      await open();
    }
  });

  it('can be the desktop’s own, by a line of which the button makes a copy', async () => {
    await says('Under Wayland programs get a shortcut only through the desktop');
    const line = settings.page.locator('.command code');
    expect(await line.innerText()).toMatch(/^sh -c 'grep -qxF .*bindsym Ctrl\+Mod1\+t exec .* --toggle/u);
    await settings.page.getByRole('button', { name: 'Copy' }).click();
    await settings.page.getByRole('button', { name: 'Copied' }).waitFor();
    await settings.page.getByRole('combobox', { name: 'Desktop' }).selectOption({ label: 'GNOME' });
    await expect.poll(() => line.innerText()).toContain('gsettings set');
  });
});
