import { existsSync, readFileSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import type { ScenarioServer } from './harness/scenario-server';
import { scenarioServer } from './harness/scenario-server';
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
async function tracesOf(app: LaunchedApp, popup: PopupPage, key: string): Promise<string[]> {
  // What tsx runs for itself was started before the app, with the environment that the test gave.
  const children = descendants(app.pid).filter(({ command }) => !command.includes('esbuild'));
  expect(children.some(({ command }) => command.includes('--type=renderer'))).toBe(true);
  const profiles = profilesOf(children);
  expect(profiles).not.toEqual([]);
  // The search itself finds what is there.
  expect(tracesInFiles(app.userData, 'The hotkey is registered')).toHaveLength(1);
  expect(tracesInProcesses(children, app.userData)).not.toEqual([]);
  expect(await tracesInPage(popup, 'Your question')).toEqual(['page document']);
  return [
    ...tracesInFiles(app.userData, key),
    ...profiles.flatMap((profile) => tracesInFiles(profile, key)),
    ...(holds(app.stdout(), key) ? ['stdout'] : []),
    ...(holds(app.stderr(), key) ? ['stderr'] : []),
    ...(await tracesInPage(popup, key)),
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
    expect(problem).toMatchObject({ code: 'host-not-found', title: expect.stringContaining('OpenAI') });
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
