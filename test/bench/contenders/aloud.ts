import { type LaunchedApp, launchApp } from '../../e2e/harness/launch-app';
import { processesOf } from '../../e2e/harness/processes';
import { startBenchServer } from '../server/bench-server';
import type { Sink } from '../sink/sink';
import type { Contender } from './contender';
import { desktopOf } from './desktop';
import { byKeys } from './keys';

const PROMPT = '.prompt-field';

/** The built app on the host, asked in its popup, with the bench's server for its service. */
export async function startAloud(sink: Sink): Promise<Contender> {
  const server = await startBenchServer();
  const env = { ...sink.env, ALOUD_REALTIME_URL: server.url };
  const app = await launchApp({
    args: ['--toggle'],
    env,
  });
  const page = await app.page();
  await page.locator(PROMPT).waitFor();
  return {
    name: 'aloud',
    server,
    desktop: desktopOf(app, page, { args: ['--hide'], env }),
    ...byKeys(page, PROMPT),
    async takenAt() {
      const calls = (await app.driver.traffic()).filter(
        ({ direction, channel }) => direction === 'to-main' && channel === 'ask',
      );
      const at = calls.at(-1)?.at;
      if (at === undefined) throw new Error('Main was asked nothing.');
      return at - performance.timeOrigin;
    },
    processes: () => processesOfApp(app),
    async stop() {
      await app.close();
      await server.stop();
    },
  };
}

/** The host with main first, then its browser and the rest. */
async function processesOfApp(app: LaunchedApp): Promise<readonly number[]> {
  const all = await processesOf(app.pid);
  return [app.pid, ...all.filter((pid) => pid !== app.pid)];
}
