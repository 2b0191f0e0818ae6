/**
 * The performance table: Aloud, wavtools' player and a naive page, in one run, with the same Chromium, server and
 * speech, the sink recorded. `tsx test/bench/index.ts [--json] [--quick] [--only CASE]… [--contender NAME]…`
 */
import { execFileSync } from 'node:child_process';
import { cpus, loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { CASES, CONTENDERS, type ContenderName, runBench } from './bench';
import { render, rows } from './report';
import { quantile } from './statistics';

const USAGE = `Usage: npm run bench -- [--json] [--quick] [--only CASE]… [--contender NAME]…

  CASE is one of ${CASES.map(({ name }) => name).join(', ')}; NAME one of ${CONTENDERS.join(', ')}.
`;

/** Ends with a sentence: nothing was measured. */
function refuse(sentence: string): never {
  process.stderr.write(`${sentence}\n${USAGE}`);
  process.exit(2);
}

function readArguments() {
  try {
    const { values } = parseArgs({
      options: {
        json: { type: 'boolean', default: false },
        quick: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true, default: [] },
        contender: { type: 'string', multiple: true },
        help: { type: 'boolean', default: false },
      },
    });
    return values;
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

interface Spread {
  p50: number;
  p95: number;
  max: number;
}

function spread(values: readonly number[]): Spread {
  return { p50: quantile(values, 0.5), p95: quantile(values, 0.95), max: quantile(values, 1) };
}

function deviceSentence(latency: { interactive: Spread; least: Spread } | null): string {
  if (latency === null) return '';
  const say = ({ p50, max }: Spread) => `${p50.toFixed(1)} ms, at most ${max.toFixed(1)} ms`;
  return `
Chromium's own output, as a plain page's outputLatency tells: ${say(latency.interactive)}; with the least latency that a page can ask for ${say(latency.least)}. Whatever a page does, what the device holds still sounds: no key silences it sooner.`;
}

const values = readArguments();
if (values.help) {
  process.stdout.write(USAGE);
  process.exit(0);
}
for (const name of values.only) {
  if (!CASES.some((known) => known.name === name)) refuse(`There is no case ${name}.`);
}

/** Under a minute: each case once, counts only, and of the rivals the one that has a player of its own. */
const usual = values.quick ? ['aloud', 'wavtools'] : CONTENDERS;
const contenders = (values.contender ?? usual).map((name): ContenderName => {
  const known = CONTENDERS.find((contender) => contender === name);
  return known ?? refuse(`There is no contender ${name}.`);
});
const interrupted = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => interrupted.abort(new Error('The bench was interrupted.')));
}
const loadBefore = loadavg()[0] ?? 0;
const result = await runBench({
  quick: values.quick,
  only: values.only,
  contenders,
  signal: interrupted.signal,
  progress: (sentence) => process.stderr.write(`${sentence}\n`),
});
const table = rows(result, contenders, !values.quick);
const about = {
  command: ['npm run bench', ...(process.argv.length > 2 ? ['--', ...process.argv.slice(2)] : [])].join(' '),
  date: new Date().toISOString(),
  machine: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown CPU'}`,
  browser: execFileSync(result.browser, ['--version'], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  }).trim(),
  node: process.version,
  loadBefore,
  loadAfter: loadavg()[0] ?? 0,
  wentFirst: result.wentFirst,
  sinkLatencyMs: spread(result.sinkLatencyMs),
  deviceLatencyMs: result.deviceLatencyMs && {
    interactive: spread(result.deviceLatencyMs.interactive),
    least: spread(result.deviceLatencyMs.least),
  },
};

if (values.json) console.log(JSON.stringify({ ...about, rows: table, figures: result.figures }, null, 2));
else {
  const { p50, p95 } = about.sinkLatencyMs;
  console.log(`${about.command}
${about.date}, ${about.machine}, ${about.browser}, Node ${about.node}
Load average ${about.loadBefore.toFixed(1)} before, ${about.loadAfter.toFixed(1)} after; the contenders ${about.wentFirst ? 'went before other work' : 'shared the processor with other work'}.
The sink and its recording by themselves: ${p50.toFixed(1)} ms, 95th percentile ${p95.toFixed(1)} ms; not subtracted.${deviceSentence(about.deviceLatencyMs)}
Times are medians, with the 95th percentile in brackets; counts are means of a repetition; positions are the worst.
A frame is 1/24 ms. Losses and holes below 1 ms are not seen.

${render(table, contenders)}`);
}
