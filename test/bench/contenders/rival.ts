import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { browserOf, processesOf, renderersOf } from '../../e2e/harness/processes';
import type { Pages, RivalName } from '../rivals/pages';
import { startBenchServer } from '../server/bench-server';
import type { Sink } from '../sink/sink';
import type { Contender } from './contender';
import { byKeys } from './keys';

export interface RivalParts {
  executable: string;
  pages: Pages;
  sink: Sink;
}

/** A page in a Chromium of its own, with the same executable and switches as Aloud's. */
export async function startRival(
  name: RivalName,
  { executable, pages, sink }: RivalParts,
): Promise<Contender> {
  const server = await startBenchServer();
  const profile = await mkdtemp(join(tmpdir(), `aloud-bench-${name}-`));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: executable,
    headless: true,
    chromiumSandbox: process.getuid?.() !== 0,
    ignoreDefaultArgs: ['--mute-audio'],
    args: ['--autoplay-policy=no-user-gesture-required'],
    env: { ...process.env, ...sink.env },
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(pages.url(name, server.url));
  await page.waitForFunction(() => document.title === 'ready');
  return {
    name,
    server,
    ...byKeys(page, 'input'),
    async processes() {
      const all = await processesOf(await browserOf(profile));
      const [renderer] = await renderersOf(all);
      return renderer === undefined ? all : [renderer, ...all.filter((pid) => pid !== renderer)];
    },
    async stop() {
      await context.close();
      await server.stop();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
    },
  };
}
