import { findBrowser, installAdvice } from '../../scripts/ensure-browser';
import { goFirst } from '../e2e/harness/priority';
import type { Case, Stage } from './cases/case';
import { COST } from './cases/cost';
import { DESKTOP } from './cases/desktop';
import { INTERRUPTING } from './cases/interrupting';
import { PLAYING } from './cases/playing';
import { WARM } from './cases/warm';
import { startAloud } from './contenders/aloud';
import type { Contender } from './contenders/contender';
import { startRival } from './contenders/rival';
import { play } from './play';
import { servePages } from './rivals/pages';
import { steady } from './server/script';
import { type DeviceLatency, measureDeviceLatency } from './sink/device-latency';
import { measureSinkLatency } from './sink/latency';
import { startSink } from './sink/sink';
import { excerpt, speak } from './speech';

export const CASES: readonly Case[] = [...PLAYING, ...INTERRUPTING, ...WARM, ...DESKTOP, ...COST];
export const CONTENDERS = ['aloud', 'wavtools', 'naive'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export interface BenchOptions {
  /** Each case once at most. */
  quick: boolean;
  /** Names of cases; all of them if empty. */
  only: readonly string[];
  contenders: readonly ContenderName[];
  /** Called before each round of a case. */
  progress(sentence: string): void;
  /** Ends the run after the present measurement, with an error and everything stopped. */
  signal?: AbortSignal;
}

export type Figures = Record<string, Record<string, Record<string, number[]>>>;

/** Every figure that was measured: by case, contender and metric, in the order of the repetitions. */
export interface BenchResult {
  /** Of the sink and its recording alone, ms. */
  sinkLatencyMs: readonly number[];
  /** Of Chromium's own output, as it says; null in a quick run. */
  deviceLatencyMs: DeviceLatency | null;
  browser: string;
  /** Whether the contenders went before other work of the machine. */
  wentFirst: boolean;
  figures: Figures;
}

/**
 * Runs the cases, contender after contender within each round. Needs PulseAudio, Chromium and the built app; throws an
 * Error that says which of them is missing.
 */
export async function runBench(options: BenchOptions): Promise<BenchResult> {
  const browser = findBrowser();
  if (browser === null) throw new Error(installAdvice(process.platform));
  const speech = await speak();
  const stops: (() => Promise<void>)[] = [];
  try {
    const sink = await startSink();
    stops.push(() => sink.stop());
    const pages = await servePages();
    stops.push(() => pages.stop());
    const wentFirst = await goFirst([process.pid]);
    const sinkLatencyMs = await measureSinkLatency(sink);
    const deviceLatencyMs = options.quick ? null : await measureDeviceLatency(browser, sink);
    const contenders: Contender[] = [];
    for (const name of options.contenders) {
      options.progress(`starting ${name}`);
      const contender =
        name === 'aloud'
          ? await startAloud(sink)
          : await startRival(name, { executable: browser, pages, sink });
      contenders.push(contender);
      stops.push(() => contender.stop());
    }
    const stage = { sink, speech, ...(options.signal === undefined ? {} : { signal: options.signal }) };
    const figures = await measure(stage, contenders, options);
    return { sinkLatencyMs, deviceLatencyMs, browser, wentFirst, figures };
  } finally {
    // The last first; what cannot be stopped must not keep the rest from being stopped.
    for (const stop of stops.reverse()) await stop().catch(() => {});
  }
}

async function measure(
  stage: Stage,
  contenders: readonly Contender[],
  { quick, only, progress, signal }: BenchOptions,
): Promise<Figures> {
  const figures: Figures = {};
  const warmUp = excerpt(stage.speech, 0, 500);
  for (const contender of contenders) await play(stage.sink, contender, warmUp, steady(warmUp.length));
  for (const { name, repetitions, together, run } of CASES) {
    if (only.length > 0 && !only.includes(name)) continue;
    const rounds = quick ? repetitions.quick : repetitions.full;
    for (let round = 0; round < rounds; round++) {
      progress(`${name} ${round + 1}/${rounds}`);
      const one = async (contender: Contender): Promise<void> => {
        signal?.throwIfAborted();
        await goFirst(await contender.processes());
        keep(figures, name, contender.name, await run(stage, contender, round));
      };
      if (together === true) await Promise.all(contenders.map(one));
      else for (const contender of contenders) await one(contender);
    }
  }
  return figures;
}

function keep(
  figures: Figures,
  name: string,
  contender: string,
  measured: Readonly<Record<string, number | null>>,
): void {
  figures[name] ??= {};
  figures[name][contender] ??= {};
  const own = figures[name][contender];
  for (const [metric, value] of Object.entries(measured)) {
    if (value === null) continue;
    own[metric] ??= [];
    own[metric].push(value);
  }
}
