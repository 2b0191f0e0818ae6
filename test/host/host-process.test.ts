import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { launchApp, runApp } from '../e2e/harness/launch-app';

const appRoot = resolve(import.meta.dirname, 'fixtures/app');

// Each starts the app anew, on a machine that may be busy with other tests.
describe('the process', { timeout: 60_000 }, () => {
  test('a second start tells the first and ends', async () => {
    const userData = await mkdtemp(join(tmpdir(), 'aloud-lock-'));
    const first = await launchApp({ appRoot, userData });
    try {
      const second = await runApp({
        appRoot,
        args: ['--ask', 'Was ist los?'],
        userData,
      });
      expect(second).toMatchObject({ code: 0, stdout: 'second\n' });
      const [line] = await first.waitForOutput(/\{.*said.*\}/);
      expect(JSON.parse(line)).toMatchObject({ argv: ['--ask', 'Was ist los?'], data: { said: 'hello' } });
    } finally {
      expect(await first.close()).toEqual({ code: 0, signal: null });
      await rm(userData, { recursive: true });
    }
  });

  test('ends with the code of the app, and leaves no profile', async () => {
    const other = await launchApp({ appRoot });
    await other.waitForOutput(/loaded/);
    await other.driver.closeWindow(1);
    expect(await other.close()).toEqual({ code: 7, signal: null });
    expect(existsSync(other.userData)).toBe(false);
  });

  test('fails plainly on an API that the host does not have', async () => {
    const ended = await runApp({ appRoot, args: ['--undeclared'] });
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain("Aloud's host does not implement electron.app.moveToApplicationsFolder");
  });
});
