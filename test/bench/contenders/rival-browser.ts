import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import type { Sink } from '../sink/sink';

export interface RivalBrowser {
  readonly page: Page;
  readonly profile: string;
  close(): Promise<void>;
}

/** A Chromium of its own with one page, with the same executable and switches as Aloud's. */
export async function launchRivalBrowser(
  name: string,
  executable: string,
  { env }: Pick<Sink, 'env'>,
): Promise<RivalBrowser> {
  const profile = await mkdtemp(join(tmpdir(), `aloud-bench-${name}-`));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--mute-audio'],
    args: ['--autoplay-policy=no-user-gesture-required'],
    env: { ...process.env, ...env },
  });
  return {
    page: context.pages()[0] ?? (await context.newPage()),
    profile,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}
