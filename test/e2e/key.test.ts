import { randomBytes } from 'node:crypto';
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import type { ScenarioServer } from './harness/scenario-server';
import { scenarioServer } from './harness/scenario-server';
import { SettingsPage } from './harness/settings-page';
import {
  descendants,
  holds,
  profilesOf,
  tracesInFiles,
  tracesInPage,
  tracesInProcesses,
  tracesInTraffic,
} from './harness/traces';

const MARKED = 'sk-proj-ALOUDMARKf3Q7xT0pZs9LkVw2Rb5Yd8NcGh1JmUe4';

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aloud-key-'));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function enterKey(popup: PopupPage, key: string): Promise<void> {
  await popup.page.getByRole('textbox', { name: 'API key' }).fill(key);
  await popup.page.getByRole('button', { name: 'Use this key' }).click();
}

/**
 * Every place outside of the main process where the key was found. Its own `/proc/PID/environ` is not looked at: there
 * the system keeps what the process was started with, OPENAI_API_KEY included, whatever becomes of its environment.
 */
async function tracesOf(
  app: LaunchedApp,
  popup: PopupPage,
  key: string,
  settings?: SettingsPage,
): Promise<string[]> {
  // What tsx runs for itself was started before the app, with the environment that the test gave.
  const children = descendants(app.pid).filter(({ command }) => !command.includes('esbuild'));
  expect(children.some(({ command }) => command.includes('--type=renderer'))).toBe(true);
  const profiles = profilesOf(children);
  expect(profiles).not.toEqual([]);
  // The search itself finds what is there.
  expect(tracesInFiles(app.userData, 'The hotkey is registered')).toHaveLength(1);
  expect(tracesInProcesses(children, app.userData)).not.toEqual([]);
  expect(await tracesInPage(popup.page, 'Your question')).toEqual(['page document']);
  return [
    ...tracesInFiles(app.userData, key),
    ...profiles.flatMap((profile) => tracesInFiles(profile, key)),
    ...(holds(app.stdout(), key) ? ['stdout'] : []),
    ...(holds(app.stderr(), key) ? ['stderr'] : []),
    ...(await tracesInPage(popup.page, key)),
    ...(settings === undefined ? [] : await tracesInPage(settings.page, key)),
    ...(holds(JSON.stringify([await app.driver.windows(), await app.driver.trays()]), key) ? ['titles'] : []),
    ...(holds(JSON.stringify([await app.driver.shellCalls(), await app.driver.dialogs()]), key)
      ? ['desktop']
      : []),
    ...(await tracesInTraffic(app, key)),
    ...tracesInProcesses(children, key),
  ];
}

describe('a key entered where there is a keyring', () => {
  let app: LaunchedApp;
  let popup: PopupPage;
  const start = async (): Promise<void> => {
    app = await launchApp({
      storage: 'real',
      userData: join(folder, 'real'),
      keyringFile: join(folder, 'keyring'),
    });
    popup = await PopupPage.of(app);
  };

  beforeAll(start);
  afterAll(() => app.close());

  it('is asked for at the first run, which works without one', async () => {
    await expect.poll(() => popup.isVisible(), { timeout: 10_000 }).toBe(true);
    expect(await popup.snapshot()).toMatchObject({ firstRun: true, source: 'demo', key: { kind: 'none' } });
    await popup.page.getByRole('heading', { name: 'Welcome to Aloud' }).waitFor();
    await popup.page.getByRole('button', { name: 'Add my OpenAI key' }).click();
    const field = popup.page.getByRole('textbox', { name: 'API key' });
    await field.waitFor();
    expect(await field.getAttribute('type')).toBe('password');
    await expect.poll(() => field.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('is refused with a sentence that does not repeat it when it cannot be one', async () => {
    await enterKey(popup, `${MARKED} and more`);
    await popup.page.getByText('A key has no spaces or line breaks inside').waitFor();
    expect(await popup.page.locator('.key-refused').innerText()).not.toContain('ALOUDMARK');
    expect((await popup.snapshot()).key).toEqual({ kind: 'none' });
  });

  it('is stored encrypted, and the popup asks again', async () => {
    await popup.until(({ canEncrypt }) => canEncrypt === true);
    expect(await popup.page.getByRole('checkbox', { name: /Keep it encrypted/u }).isChecked()).toBe(true);
    await enterKey(popup, `  ${MARKED}\n`);
    await popup.page.locator('.middle').getByText('Your key is kept, encrypted. Ask away.').waitFor();
    await popup.prompt.waitFor();
    expect(await popup.snapshot()).toMatchObject({
      key: { kind: 'stored' },
      source: 'openai',
      firstRun: false,
    });
    const file = join(app.userData, 'key.bin');
    expect(holds(readFileSync(file), MARKED)).toBe(false);
    expect(statSync(file).mode & 0o077).toBe(0);
  });

  it('fails plainly without a network, and is nowhere but in the calls that brought it', async () => {
    await popup.ask('Is anybody there?');
    const { problem } = await popup.until(({ answer }) => answer?.phase === 'failed');
    expect(problem).toMatchObject({ code: 'host-not-found', source: 'openai' });
    await expect.poll(() => popup.prompt.inputValue()).toBe('Is anybody there?');
    expect(await tracesOf(app, popup, MARKED)).toEqual(['to-main setKey', 'to-main setKey']);
  });

  it('is there again after a restart', async () => {
    expect(await app.close()).toEqual({ code: 0, signal: null });
    expect(tracesInFiles(join(folder, 'real'), MARKED)).toEqual([]);
    await start();
    await popup.until(({ key }) => key.kind === 'stored');
    expect(await popup.snapshot()).toMatchObject({ source: 'openai', firstRun: false });
    expect(await tracesOf(app, popup, MARKED)).toEqual([]);
  });

  it('is encrypted anew when the system says so, and is the same afterwards', async () => {
    const file = join(app.userData, 'key.bin');
    await app.close();
    const before = readFileSync(file);
    // The keyring has another key now, and still reads what the former one sealed.
    appendFileSync(join(folder, 'keyring'), randomBytes(32));
    await start();
    await popup.until(({ key }) => key.kind === 'stored');
    await expect.poll(() => readFileSync(file).equals(before)).toBe(false);
    await app.close();
    // Without the former one.
    writeFileSync(join(folder, 'keyring'), readFileSync(join(folder, 'keyring')).subarray(-32));
    await start();
    await popup.until(({ key }) => key.kind === 'stored');
    expect((await popup.snapshot()).notices).toEqual([]);
  });

  it('is replaced, checked and removed in the settings, and leaves nothing there either', async () => {
    await app.driver.chooseTrayItem('Settings…');
    const settings = await SettingsPage.of(app);
    await settings.page.getByRole('button', { name: 'Replace…' }).click();
    await settings.page.getByRole('textbox', { name: 'API key' }).fill(MARKED);
    await settings.page.getByRole('button', { name: 'Show the key' }).click();
    await settings.page.getByRole('button', { name: 'Keep this key' }).click();
    // The check fails plainly: there is no network.
    await settings.page.getByText('OpenAI could not be found on the network.').waitFor();
    await settings.show('voice');
    await settings.page.getByRole('button', { name: 'Hear it' }).click();
    await settings.page.getByText('OpenAI could not be found on the network.').waitFor();
    expect(await tracesOf(app, popup, MARKED, settings)).toEqual(['to-main setKey']);
    await settings.show('account');
    await settings.page.getByRole('button', { name: 'Remove…' }).click();
    await settings.page.getByRole('button', { name: 'Remove', exact: true }).click();
    await popup.until(({ key }) => key.kind === 'none');
    expect(existsSync(join(app.userData, 'key.bin'))).toBe(false);
  });
});

describe('a key entered where nothing is safe', () => {
  it.each(['basic_text', 'unavailable'] as const)(
    'is kept for this run only, which is said before and after (%s)',
    async (storage) => {
      const app = await launchApp({ storage });
      try {
        const popup = await PopupPage.of(app);
        await popup.until(({ canEncrypt }) => canEncrypt === false);
        await app.driver.chooseTrayItem('API key…');
        await popup.page.getByText('Aloud keeps it only until you quit').waitFor();
        expect(await popup.page.getByRole('checkbox').count()).toBe(0);
        await enterKey(popup, MARKED);
        await popup.page.locator('.middle').getByText('Your key is kept until you quit Aloud').waitFor();
        expect((await popup.snapshot()).key).toEqual({ kind: 'this-run' });
        expect(existsSync(join(app.userData, 'key.bin'))).toBe(false);
        expect(await tracesOf(app, popup, MARKED)).toEqual(['to-main setKey']);
      } finally {
        await app.close();
      }
    },
  );
});

describe('OPENAI_API_KEY', () => {
  let server: ScenarioServer;
  let app: LaunchedApp;
  let popup: PopupPage;

  beforeAll(async () => {
    // Only this key is let in.
    server = await scenarioServer({ key: MARKED });
    app = await launchApp({
      storage: 'real',
      env: { OPENAI_API_KEY: MARKED, ALOUD_REALTIME_URL: server.url },
    });
    popup = await PopupPage.of(app);
  });

  afterAll(async () => {
    await app.close();
    await server.close();
  });

  it('is used for this run, and not stored', async () => {
    expect(await popup.snapshot()).toMatchObject({
      key: { kind: 'environment' },
      source: 'custom',
      firstRun: false,
    });
    await app.driver.chooseTrayItem('Change API key…');
    await popup.page.getByText('the key from OPENAI_API_KEY is used').waitFor();
    await popup.page.getByRole('button', { name: 'Back' }).click();
    expect(existsSync(join(app.userData, 'key.bin'))).toBe(false);
  });

  it('reaches the server in the header, and nobody else, in answers and in failures', async () => {
    await popup.ask('Count to four');
    await popup.until(({ answer }) => answer?.phase === 'done');
    await server.play('refuse-401');
    await popup.ask('Count to three');
    const { problem } = await popup.until(({ answer }) => answer?.phase === 'failed');
    expect(problem).toMatchObject({ code: 'bad-key' });
    await popup.page.getByRole('button', { name: 'Copy' }).click();

    expect(server.heads.length).toBeGreaterThanOrEqual(2);
    for (const head of server.heads) {
      expect(head).toMatch(new RegExp(`^authorization: Bearer ${MARKED}$`, 'imu'));
      // Not in the address, which servers and proxies write down.
      expect(head.split('\r\n')[0]).not.toContain('ALOUDMARK');
    }
    expect(await tracesOf(app, popup, MARKED)).toEqual([]);
  });

  it('gives way to a key that is entered', async () => {
    await app.driver.chooseTrayItem('Change API key…');
    await popup.until(({ canEncrypt }) => canEncrypt === true);
    await enterKey(popup, MARKED);
    await popup.until(({ key }) => key.kind === 'stored');
    expect(await tracesOf(app, popup, MARKED)).toEqual(['to-main setKey']);
  });
});
