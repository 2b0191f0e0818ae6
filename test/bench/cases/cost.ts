import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMs, memoryBytes } from '../../e2e/harness/processes';
import { play } from '../play';
import { flood, steady } from '../server/script';
import { excerpt, RATE } from '../speech';
import type { Case } from './case';

const MINUTE_FRAMES = 60 * RATE;
const MEGABYTE = 1_000_000;
/** What a renderer or main needs to let go of what it does not keep. */
const SETTLE_MS = 3_000;

const cpu: Case = {
  name: 'cpu',
  title: '20 s of speech, four times faster than speech',
  metrics: { cpu: { title: 'CPU of all its processes per minute of speech', kind: 'median', unit: 's' } },
  repetitions: { full: 2, quick: 0 },
  async run({ sink, speech }, contender) {
    const pcm = excerpt(speech, 0, 20_000);
    const processes = await contender.processes();
    const before = await cpuMs(processes);
    await play(sink, contender, pcm, steady(pcm.length));
    const used = (await cpuMs(processes)) - before;
    return { cpu: ((used / 1000) * MINUTE_FRAMES) / pcm.length };
  },
};

const memory: Case = {
  name: 'memory',
  title: 'Ten minutes of speech within two seconds, then Escape',
  metrics: {
    memory: {
      title: 'memory of the process with the backlog, per minute of it',
      kind: 'median',
      unit: 'MB',
    },
  },
  repetitions: { full: 1, quick: 0 },
  async run({ speech }, contender) {
    const pcm = excerpt(speech, 0, 600_000);
    const [keeper] = await contender.processes();
    if (keeper === undefined) return { memory: null };
    const before = await memoryBytes(keeper);
    const created = contender.server.plan({ pcm, deltas: flood(pcm.length, 2_000) });
    await contender.ask();
    const turn = await created;
    while (turn.doneAt === null) await sleep(100);
    await sleep(SETTLE_MS);
    const grown = (await memoryBytes(keeper)) - before;
    await contender.escape();
    await sleep(1_000);
    return { memory: ((grown / MEGABYTE) * MINUTE_FRAMES) / pcm.length };
  },
};

export const COST: readonly Case[] = [cpu, memory];
