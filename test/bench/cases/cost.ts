import { setTimeout as sleep } from 'node:timers/promises';
import { cpuMs, memoryBytes } from '../../e2e/harness/processes';
import type { Contender } from '../contenders/contender';
import { play } from '../play';
import { flood, steady, THINKING_MS } from '../server/script';
import { excerpt, RATE } from '../speech';
import { quantile } from '../statistics';
import { type CpuSplit, cpuSplit, memoryOf } from '../usage';
import type { Case, Metric, Stage } from './case';

const MINUTE_FRAMES = 60 * RATE;
const MEGABYTE = 1_000_000;
/** What a renderer or main needs to let go of what it does not keep. */
const SETTLE_MS = 3_000;
const STRIDE_MS = 1_300;

const share = (title: string): Metric => ({ title, kind: 'median', unit: 's' });

const cpu: Case = {
  name: 'cpu',
  title: '20 s of speech, four times faster than speech: CPU per minute of speech',
  metrics: {
    cpu: share('all processes'),
    main: share('… main, with the host it runs on here'),
    page: share('… the page and what draws it'),
    audio: share('… audio threads and audio service'),
    browser: share('… the browser around them'),
  },
  repetitions: { full: 3, quick: 0 },
  async run({ sink, speech }, contender, round) {
    const pcm = excerpt(speech, round * STRIDE_MS, 20_000);
    const processes = await contender.processes();
    const [allBefore, before] = [await cpuMs(processes), await cpuSplit(processes)];
    await play(sink, contender, pcm, steady(pcm.length));
    const [all, after] = [await cpuMs(processes), await cpuSplit(processes)];
    const perMinute = (ms: number) => ((ms / 1000) * MINUTE_FRAMES) / pcm.length;
    const part = (name: keyof CpuSplit) => perMinute(after[name] - before[name]);
    return {
      cpu: perMinute(all - allBefore),
      main: part('main'),
      page: part('page'),
      audio: part('audio'),
      browser: part('browser'),
    };
  },
};

/** What Chromium calls the time in a worklet's own `process()`, and the category that it traces it in. */
const PROCESS_SPAN = 'AudioWorkletProcessor::Process (author script execution)';
const PROCESS_CATEGORY = 'disabled-by-default-audio-worklet';
const QUANTUM_MICROS = (128 / RATE) * 1_000_000;

const quantum: Case = {
  name: 'process',
  title: 'The worklet while it speaks for 6 s: one call of process(), as Chromium traces it',
  metrics: {
    p50: { title: 'share of the 5.33 ms that a call renders, median', kind: 'median', unit: '%' },
    p99: { title: '… 99th percentile', kind: 'median', unit: '%' },
  },
  repetitions: { full: 4, quick: 0 },
  async run({ sink, speech }, contender, round) {
    const pcm = excerpt(speech, round * STRIDE_MS, 6_000);
    const spans = await contender.trace(PROCESS_CATEGORY, async () => {
      await play(sink, contender, pcm, steady(pcm.length));
    });
    const calls = spans.filter(({ name }) => name === PROCESS_SPAN);
    if (calls.length === 0) return { p50: null, p99: null };
    const shares = calls.map(({ micros }) => (100 * micros) / QUANTUM_MICROS);
    return { p50: quantile(shares, 0.5), p99: quantile(shares, 0.99) };
  },
};

const backlog: Case = {
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

const REPLIES = 20;
const REPLY_MS = 30_000;
/** From the end of a reply to the next question: more than any of them still has to play by then. */
const BETWEEN_MS = 1_500;

const played: Case = {
  name: 'ten-minutes',
  title: `Ten minutes of speech played: ${REPLIES} replies of ${REPLY_MS / 1000} s, all contenders at the same time`,
  metrics: {
    before: { title: 'memory of all its processes after one reply', kind: 'median', unit: 'MB' },
    grown: { title: '… grown by after ten minutes more', kind: 'median', unit: 'MB' },
  },
  repetitions: { full: 1, quick: 0 },
  together: true,
  async run(stage, contender) {
    // What was taken for the start is given back first.
    await hear(stage, contender, 0);
    await sleep(SETTLE_MS);
    const before = await memoryOf(await contender.processes());
    for (let reply = 0; reply < REPLIES; reply++) await hear(stage, contender, reply);
    await sleep(SETTLE_MS);
    const after = await memoryOf(await contender.processes());
    return { before: before / MEGABYTE, grown: (after - before) / MEGABYTE };
  },
};

/** Asks, and waits until the reply must have been played to its end. Nothing is recorded: others play too. */
async function hear({ speech, signal }: Stage, contender: Contender, reply: number): Promise<void> {
  const pcm = excerpt(speech, reply * STRIDE_MS, REPLY_MS);
  const created = contender.server.plan({ pcm, deltas: steady(pcm.length) });
  await contender.ask();
  const { createdAt } = await created;
  const endsAt = createdAt + THINKING_MS + (1000 * pcm.length) / RATE;
  await sleep(endsAt + BETWEEN_MS - performance.now(), undefined, { signal });
}

export const COST: readonly Case[] = [quantum, cpu, backlog, played];
