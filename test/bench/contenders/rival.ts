import { browserOf, processesOf, renderersOf } from '../../e2e/harness/processes';
import type { Pages, RivalName } from '../rivals/pages';
import { startBenchServer } from '../server/bench-server';
import type { Sink } from '../sink/sink';
import type { Contender } from './contender';
import { byKeys } from './keys';
import { launchRivalBrowser } from './rival-browser';

export interface RivalParts {
  executable: string;
  pages: Pages;
  sink: Sink;
}

/** A rival's page in a Chromium of its own. */
export async function startRival(
  name: RivalName,
  { executable, pages, sink }: RivalParts,
): Promise<Contender> {
  const server = await startBenchServer();
  const { page, profile, close } = await launchRivalBrowser(name, executable, sink);
  await page.goto(pages.url(name, server.url));
  await page.waitForFunction(() => document.title === 'ready');
  return {
    name,
    server,
    desktop: null,
    ...byKeys(page, 'input'),
    takenAt: async () => null,
    async processes() {
      const all = await processesOf(await browserOf(profile));
      const [renderer] = await renderersOf(all);
      return renderer === undefined ? all : [renderer, ...all.filter((pid) => pid !== renderer)];
    },
    async stop() {
      await close();
      await server.stop();
    },
  };
}
