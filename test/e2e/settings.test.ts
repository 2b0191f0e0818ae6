import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import type { ScenarioServer } from './harness/scenario-server';
import { scenarioServer } from './harness/scenario-server';
import { SettingsPage } from './harness/settings-page';

const KEY = 'sk-proj-ALOUDMARKf3Q7xT0pZs9LkVw2Rb5Yd8NcGh1JmUe4';

let userData: string;
let server: ScenarioServer;
let app: LaunchedApp;
let popup: PopupPage;
let settings: SettingsPage;

beforeAll(async () => {
  server = await scenarioServer({ key: KEY });
  userData = await mkdtemp(join(tmpdir(), 'aloud-settings-'));
  app = await launchApp({ args: ['--hide'], storage: 'real', userData });
  popup = await PopupPage.of(app);
});

afterAll(async () => {
  await app.close();
  await server.close();
  await rm(userData, { recursive: true, force: true });
});

const windows = async () => (await app.driver.windows()).filter(({ url }) => url.includes('/settings/'));
const file = () => readFileSync(join(app.userData, 'settings.json'), 'utf8');
const stored = (): Record<string, unknown> => JSON.parse(file()) as Record<string, unknown>;

/** Calls as the page itself does; resolves with the sentence of the refusal. */
const call = (page: SettingsPage['page'], name: string, ...args: unknown[]) =>
  page.evaluate(
    ([method, given]) =>
      (window as unknown as { aloud: Record<string, (...args: unknown[]) => Promise<unknown>> }).aloud[
        method
      ]?.(...given).then(
        () => 'accepted',
        (error: Error) => error.message,
      ),
    [name, args] as const,
  );

describe('the settings window', () => {
  it('opens from the popup by its key, with a title and the focus', async () => {
    await app.driver.chooseTrayItem('Ask…');
    await expect.poll(() => popup.isVisible()).toBe(true);
    await popup.page.keyboard.press('Control+,');
    settings = await SettingsPage.of(app);
    await expect.poll(windows).toMatchObject([{ title: 'Aloud Settings', visible: true, focused: true }]);
  });

  it('is brought to the front by the tray instead of a second one', async () => {
    const [first] = await windows();
    await app.driver.focusElsewhere();
    await app.driver.chooseTrayItem('Settings…');
    await expect.poll(windows).toMatchObject([{ id: first?.id, focused: true }]);
    expect(await windows()).toHaveLength(1);
  });

  it('is closed by its own key, and opens anew from the popup’s button', async () => {
    // The page may be gone before it can answer that the key is up again.
    const closed = settings.page.waitForEvent('close');
    await Promise.all([closed, settings.page.keyboard.press('Control+w').catch(() => closed)]);
    await expect.poll(windows).toEqual([]);
    await app.driver.chooseTrayItem('Ask…');
    await popup.page.getByRole('button', { name: 'Settings', exact: true }).click();
    settings = await SettingsPage.of(app);
    expect(await windows()).toHaveLength(1);
  });

  it('may not ask for what is the popup’s, nor the popup for what is its own', async () => {
    expect(await call(settings.page, 'ask', 'Hello')).toContain('Refused: this page may not ask this.');
    expect(await call(settings.page, 'requestAudioPort')).toContain('Refused');
    expect(await call(popup.page, 'removeKey')).toContain('Refused: this page may not ask this.');
    expect(await call(popup.page, 'changeSettings', { theme: 'dark' })).toContain('Refused');
    expect(await call(popup.page, 'changeHotkey', 'Alt+Q', true)).toContain('Refused');
  });

  it.each([
    ['a setting that is not its own', 'changeSettings', [{ source: 'custom' }]],
    ['nothing for a change', 'changeSettings', [null]],
    ['a value of another kind', 'changeSettings', [{ idleMinutes: '5' }]],
    ['a service that does not exist', 'addProfile', [{ kind: 'openai' }]],
    ['a shortcut without end', 'changeHotkey', ['A'.repeat(10_000), false]],
    ['a key that is none', 'setKey', [{ toString: 'sk-1' }]],
  ])('refuses %s', async (_, name, args) => {
    const before = await settings.snapshot();
    expect(await call(settings.page, name, ...args)).toContain('Refused');
    expect(await settings.snapshot()).toEqual(before);
  });
});

describe('a change', () => {
  beforeEach(() => settings.show('general'));

  it('of the theme holds at once, in both pages, and is written', async () => {
    const dark = (page: SettingsPage['page']) =>
      page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await settings.page.getByRole('radio', { name: 'Dark' }).check({ force: true });
    await expect.poll(() => dark(settings.page)).toBe(true);
    await expect.poll(() => dark(popup.page)).toBe(true);
    await expect.poll(stored).toMatchObject({ theme: 'dark', version: 3 });
    await settings.page.getByRole('radio', { name: 'Dark' }).press('ArrowLeft');
    await expect.poll(() => dark(popup.page)).toBe(false);
    await expect.poll(stored).toMatchObject({ theme: 'light' });
  });

  it('that cannot be is refused at its field, and Escape takes it back', async () => {
    const field = settings.page.getByRole('textbox', { name: 'Hang up after' });
    await field.fill('999');
    await field.press('Enter');
    await settings.page.getByText('At most 240.').waitFor();
    expect((await settings.snapshot()).preferences.idleMinutes).toBe(5);
    await field.press('Escape');
    expect(await field.inputValue()).toBe('5');
    await field.fill('9');
    await field.press('Tab');
    await settings.until(({ preferences }) => preferences.idleMinutes === 9);
  });

  it('of everything can be undone at once', async () => {
    await settings.page.getByRole('button', { name: 'Reset…' }).click();
    await settings.page.getByRole('button', { name: 'Reset', exact: true }).click();
    await settings.page.getByText('All settings are as they were at first.').waitFor();
    expect((await settings.snapshot()).preferences).toMatchObject({ theme: 'system', idleMinutes: 5 });
    await settings.page.getByRole('button', { name: 'Show in folder' }).click();
    await expect
      .poll(() => app.driver.shellCalls())
      .toEqual([{ action: 'showItemInFolder', target: join(app.userData, 'logs', 'aloud.log') }]);
  });
});

describe('a service of one’s own', () => {
  it('is added, and wrong words are told at their fields', async () => {
    await settings.show('account');
    await settings.page.getByRole('button', { name: 'Add a service' }).click();
    await settings.page.getByRole('combobox', { name: 'Service' }).selectOption({ label: 'Another server' });
    await settings.page.getByRole('textbox', { name: 'Name' }).fill('My server');
    await settings.page.getByRole('textbox', { name: 'Address' }).fill('http://127.0.0.1');
    await settings.page.getByRole('button', { name: 'Add', exact: true }).click();
    await settings.page.getByText('This is no address that Aloud can use').waitFor();
    await settings.page.getByRole('textbox', { name: 'Address' }).fill(server.url);
    await settings.page.getByRole('button', { name: 'Add', exact: true }).click();
    await settings.until(({ source, profile }) => source === 'profile' && profile === 'compatible');
  });

  it('says the truth of its key: none, a wrong one, the right one', async () => {
    await settings.page.getByRole('button', { name: 'Check the connection' }).click();
    await settings.page.getByText('The server did not accept the key.').waitFor();
    await settings.page.getByRole('textbox', { name: 'API key' }).fill('sk-proj-a-wrong-key-that-nobody-has');
    await settings.page.getByRole('button', { name: 'Keep this key' }).click();
    await settings.page.getByText('Kept on this computer, encrypted by the system.').waitFor();
    await settings.page.getByText('The server did not accept the key.').waitFor();
    await settings.page.getByRole('button', { name: 'Replace…' }).click();
    await settings.page.getByRole('textbox', { name: 'API key' }).fill(KEY);
    await settings.page.getByRole('button', { name: 'Keep this key' }).click();
    await settings.page.getByText('My server let Aloud in, and').waitFor();
    expect(existsSync(join(app.userData, 'key-compatible.bin'))).toBe(true);
  });

  it('answers from now on, as it is told to', async () => {
    await settings.show('voice');
    await settings.page.getByRole('combobox', { name: 'Voice' }).fill('cedar');
    await settings.page.getByRole('combobox', { name: 'Voice' }).press('Enter');
    await settings.until(({ profiles }) => profiles.some(({ voice }) => voice === 'cedar'));
    await app.driver.chooseTrayItem('Ask…');
    await popup.ask('Count to three');
    const { answer } = await popup.until((state) => state.answer?.phase === 'done' || state.problem !== null);
    expect(answer?.text).toBe('One, two, three.');
    await expect.poll(stored).toMatchObject({ source: 'profile', profile: 'compatible' });
    expect(file()).not.toContain('ALOUDMARK');
  });

  it('lets its voice and the device be heard, and keeps the last answer', async () => {
    await settings.page.getByRole('button', { name: 'Hear it' }).click();
    await settings.page.getByRole('button', { name: 'Stop' }).waitFor();
    await settings.page.getByRole('button', { name: 'Hear it' }).waitFor();
    await settings.show('sound');
    await settings.page.getByRole('button', { name: 'Play', exact: true }).click();
    await settings.page.getByText('Played to the end.').waitFor();
    expect(await popup.snapshot()).toMatchObject({ canReplay: true, answer: { text: 'One, two, three.' } });
  });

  it('loses its key, and with it what was opened', async () => {
    await settings.show('account');
    await settings.page.getByRole('button', { name: 'Remove…' }).click();
    await settings.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await settings.until(({ key }) => key.kind === 'none');
    expect(existsSync(join(app.userData, 'key-compatible.bin'))).toBe(false);
  });

  it('is removed, and another takes its place', async () => {
    await settings.page.getByRole('button', { name: 'Remove this service…' }).click();
    await settings.page.getByRole('button', { name: 'Remove', exact: true }).click();
    const { profiles } = await settings.until(({ profile }) => profile === 'openai');
    expect(profiles).toHaveLength(1);
  });
});

it('is as it was left at the next start', async () => {
  expect(await app.driver.problems()).toEqual([]);
  await settings.show('voice');
  await settings.page.getByRole('slider', { name: 'Speed' }).fill('1.25');
  await settings.until(({ profiles }) => profiles[0]?.speed === 1.25);
  await app.close();
  app = await launchApp({ args: ['--hide'], storage: 'real', userData });
  await PopupPage.of(app);
  await app.driver.chooseTrayItem('Settings…');
  settings = await SettingsPage.of(app);
  await settings.show('voice');
  expect(await settings.page.getByRole('slider', { name: 'Speed' }).inputValue()).toBe('1.25');
});
