import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { ElectronApplication, Page } from 'playwright-core';
import { _electron } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findElectron } from '../../scripts/electron-binary';
import type { Snapshot } from '../../src/preload/contract';

const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, '../..');

/** Never skipped: a run on Electron without Electron shows nothing. */
function electron(): string {
  const executable = findElectron(process.env);
  if (executable === null) throw new Error("Electron's binary is not here: run `npx install-electron`.");
  return executable;
}

let folders: string[] = [];
afterEach(async () => {
  for (const folder of folders) await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  folders = [];
});

/** Nothing of the developer's own Aloud or key gets into a test; a data folder of its own. */
async function environment(): Promise<Record<string, string>> {
  const userData = await mkdtemp(join(tmpdir(), 'aloud-electron-'));
  folders.push(userData);
  const own = /^(ALOUD_|OPENAI_|NODE_OPTIONS$|VITEST|NODE_ENV$|ELECTRON_RUN_AS_NODE$)/u;
  const inherited = Object.entries(process.env).flatMap(([name, value]) =>
    own.test(name) || value === undefined ? [] : [[name, value] as const],
  );
  return { ...Object.fromEntries(inherited), ALOUD_USER_DATA: userData };
}

function snapshot(page: Page): Promise<Snapshot> {
  return page.evaluate(() =>
    (window as unknown as { aloud: { getSnapshot(): Promise<Snapshot> } }).aloud.getSnapshot(),
  );
}

describe('the popup', () => {
  let app: ElectronApplication | undefined;
  let page: Page;
  let env: Record<string, string>;

  beforeEach(async () => {
    env = await environment();
    app = await _electron.launch({ executablePath: electron(), args: [ROOT, '--demo'], cwd: ROOT, env });
    page = await app.firstWindow();
    await page.getByRole('textbox', { name: 'Your question' }).waitFor();
  });
  afterEach(() => app?.close());

  it('answers a question, and the answer is heard to its end', async () => {
    await page.getByRole('textbox', { name: 'Your question' }).fill('Count to three');
    await page.getByRole('textbox', { name: 'Your question' }).press('Enter');
    await expect.poll(async () => (await snapshot(page)).answer?.phase, { timeout: 40_000 }).toBe('done');
    const { answer } = await snapshot(page);
    expect(answer?.firstSoundMs).toBeGreaterThan(0);
    expect(answer?.heardLength).toBe(answer?.text.length);
  });

  it('is a page of Aloud without Node, which runs no text and reaches nobody', async () => {
    expect(page.url()).toBe('app://aloud/popup/index.html');
    const found = await page.evaluate(async () => {
      const fails = async (attempt: () => unknown): Promise<boolean> => {
        try {
          await attempt();
          return false;
        } catch {
          return true;
        }
      };
      const world = globalThis as unknown as Record<string, unknown>;
      return {
        names: ['require', 'process', 'module', 'Buffer', 'ipcRenderer'].filter((name) => name in world),
        eval: await fails(() => new Function('return 1')()),
        fetch: await fails(() => fetch('https://example.com/')),
        file: await fails(() => fetch('file:///etc/hosts')),
        opened: window.open('https://example.com/') === null,
      };
    });
    expect(found).toEqual({ names: [], eval: true, fetch: true, file: true, opened: true });
    await page.evaluate(() => {
      location.href = 'https://example.com/';
    });
    expect(await snapshot(page)).toMatchObject({ source: 'demo' });
    expect(page.url()).toBe('app://aloud/popup/index.html');
  });

  it('is sandboxed and isolated, as Electron itself says', async () => {
    const preferences = await app?.evaluate(({ BrowserWindow }) => {
      const contents: object | undefined = BrowserWindow.getAllWindows()[0]?.webContents;
      // Not in Electron's types.
      const ask: unknown = contents && Reflect.get(contents, 'getLastWebPreferences');
      return typeof ask === 'function' ? Reflect.apply(ask, contents, []) : null;
    });
    expect(preferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
    });
  });

  it('is ended by a second start that says so', async () => {
    const closed = app?.waitForEvent('close');
    const { stdout } = await run(electron(), [ROOT, '--quit'], { cwd: ROOT, env });
    expect(stdout).toContain('Aloud runs already');
    await closed;
  });
});

describe('without a window', () => {
  it('asks, prints the words as they are heard, and ends well', async () => {
    const env = await environment();
    const args = [ROOT, '--demo', '--ask', 'Count to three', '--quit-after-answer'];
    const { stdout } = await run(electron(), args, { cwd: ROOT, env, timeout: 50_000 });
    expect(stdout.toLowerCase()).toContain('three');
  });
});
