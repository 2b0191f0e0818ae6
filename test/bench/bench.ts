import { findBrowser, installAdvice } from '../../scripts/ensure-browser';
import type { Case, Stage } from './cases/case';
import { COST } from './cases/cost';
import { INTERRUPTING } from './cases/interrupting';
import { PLAYING } from './cases/playing';
import { startAloud } from './contenders/aloud';
import type { Contender } from './contenders/contender';
import { startRival } from './contenders/rival';
import { play } from './play';
import { goFirst } from './priority';
import { servePages } from './rivals/pages';
import { steady } from './server/script';
import { measureSinkLatency } from './sink/latency';
import { startSink } from './sink/sink';
import { excerpt, speak } from './speech';

export const CASES: readonly Case[] = [...PLAYING, ...INTERRUPTING, ...COST];
export const CONTENDERS = ['aloud', 'wavtools', 'naive'] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export interface BenchOptions {
  quick: boolean;
  /** Names of cases; all of them if empty. */
  only: readonly string[];
  contenders: readonly ContenderName[];
  /** Called before each round of a case. */
  progress(sentence: string): void;
}

/** Every figure that was measured: by case, contender and metric, in the order of the repetitions. */
export interface BenchResult {
  /** Of the sink and its recording alone, ms. */
  sinkLatencyMs: readonly number[];
  browser: string;
  /** Whether the contenders went before other work of the machine. */
  wentFirst: boolean;
  figures: Readonly<Record<string, Record<string, Record<string, number[]>>>>;
}

/** Runs the cases, contender after contender within each round. Needs PulseAudio, Chromium and the built app. */
export async function runBench({ quick, only, contenders, progress }: BenchOptions): Promise<BenchResult> {
  const executable = findBrowser();
  if (executable === null) throw new Error(installAdvice(process.platform));
  const speech = await speak();
  const sink = await startSink();
  const pages = await servePages();
  const started: Contender[] = [];
  const figures: Record<string, Record<string, Record<string, number[]>>> = {};
  let wentFirst = await goFirst([process.pid]);
  try {
    const sinkLatencyMs = await measureSinkLatency(sink);
    for (const name of contenders) {
      progress(`starting ${name}`);
      started.push(
        name === 'aloud' ? await startAloud(sink) : await startRival(name, { executable, pages, sink }),
      );
    }
    const stage: Stage = { sink, speech };
    const warmUp = excerpt(speech, 0, 500);
    for (const contender of started) await play(sink, contender, warmUp, steady(warmUp.length));

    for (const { name, repetitions, run } of CASES) {
      if (only.length > 0 && !only.includes(name)) continue;
      const rounds = quick ? repetitions.quick : repetitions.full;
      for (let round = 0; round < rounds; round++) {
        progress(`${name} ${round + 1}/${rounds}`);
        for (const contender of started) {
          wentFirst = (await goFirst(await contender.processes())) && wentFirst;
          const measured = await run(stage, contender, round);
          for (const [metric, value] of Object.entries(measured)) {
            if (value === null) continue;
            figures[name] ??= {};
            figures[name][contender.name] ??= {};
            const byMetric = figures[name][contender.name] ?? {};
            byMetric[metric] ??= [];
            byMetric[metric].push(value);
          }
        }
      }
    }
    return { sinkLatencyMs, browser: executable, wentFirst, figures };
  } finally {
    // What cannot be stopped must not keep the rest from being stopped.
    await Promise.allSettled(started.map((contender) => contender.stop()));
    await pages.stop();
    await sink.stop();
  }
}
