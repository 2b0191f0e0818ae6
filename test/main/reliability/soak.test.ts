import { readFile } from 'node:fs/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SCENARIOS } from '../../../src/main/demo/scenarios/scenarios';
import { fillIn } from '../../fakes/document';
import { reached } from '../../fakes/reached';
import { Census, type Count, countNow } from './census';
import { Life, LOTS } from './life';
import { openStage } from './stage';

const PAGE = 'docs/reliability.md';
const TURNS = 2_000;
/** Apps, each with a server of its own. */
const LIVES = 10;
/** After each of which everything is counted, at rest. */
const ROUNDS = 8;
const TURNS_PER_ROUND = TURNS / LIVES / ROUNDS;
/** In these code is loaded and compiled, and memories that have bounds fill up. */
const WARMING = 2;
/** In these the engine forgets what it has compiled in vain. */
const COOLING = 2;
/**
 * What may be more in memory for each turn: less than the words of a prompt, about 420. At rest it is a few; a machine with
 * much else to do was seen to measure 269. Listeners, which are smaller, are counted by themselves.
 */
const MOST_BYTES_PER_TURN = 350;
/** What was collected may have held more by its finalizers, or until the next turn of the event loop. */
const COLLECTIONS = 6;
/** Of Node's engine, that make more of the same program the longer it runs. */
const COMPILERS = ['opt', 'maglev', 'sparkplug'];
const FACTOR = 20;
/** Shorter than in life, ms: here they are waits and nothing else. */
const TIMEOUTS = { firstEvent: 4_000, configure: 4_000, turnSilence: 4_000 };
const LIMITS = { handshakeTimeoutMs: 20_000, pingIntervalMs: 8_000, pongTimeoutMs: 6_000 };

interface Level {
  turns: number;
  heapBytes: number;
  soundBytes: number;
  count: Count;
}

const census = new Census();
const levels: Level[] = [];
const lives: Life[] = [];

/** Only for this: what is not collected is kept by somebody. */
function collector(): () => void {
  setFlagsFromString('--expose_gc');
  const gc: unknown = runInNewContext('gc');
  if (typeof gc !== 'function') throw new Error('this Node collects no garbage on demand');
  return () => Reflect.apply(gc, undefined, []);
}

async function level(turns: number, collect: () => void): Promise<Level> {
  // Closed sockets linger for a moment.
  await reached(() => levels.every(({ count }) => !hasMore(countNow(), count)), 3_000);
  // A timer counts until all that it set off is done.
  await new Promise((resolve) => setImmediate(resolve));
  let heapBytes = Number.POSITIVE_INFINITY;
  let soundBytes = Number.POSITIVE_INFINITY;
  for (let i = 0; i < COLLECTIONS; i++) {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    heapBytes = Math.min(heapBytes, heapUsed);
    soundBytes = Math.min(soundBytes, arrayBuffers);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return { turns, heapBytes, soundBytes, count: countNow() };
}

function hasMore(now: Count, than: Count): boolean {
  return (['timers', 'sockets', 'servers', 'listeners'] as const).some((kind) => now[kind] > than[kind]);
}

beforeAll(async () => {
  const collect = collector();
  for (let i = 0; i < LIVES; i++) {
    const stage = await openStage({
      factor: FACTOR,
      timeouts: TIMEOUTS,
      limits: LIMITS,
      idleCloseMs: 24 * 3_600_000,
      // On a machine with much else to do, ten apps in one process are slow together.
      patience: 600_000,
    });
    lives.push(new Life(`life ${i + 1}`, stage, Math.floor((i * SCENARIOS.length) / LIVES)));
  }
  for (let round = 1; round <= ROUNDS; round++) {
    await Promise.all(lives.map((life) => life.live(TURNS_PER_ROUND)));
    await Promise.all(lives.map((life) => life.rest()));
    // What Node compiles from now on would be more memory, and yet kept by nobody.
    if (round === WARMING) for (const compiler of COMPILERS) setFlagsFromString(`--no-${compiler}`);
    levels.push(await level(round * LIVES * TURNS_PER_ROUND, collect));
  }
}, 300_000);

afterAll(() => census.end());

it('lives through it', () => {
  expect(lives.flatMap(({ wrong }) => wrong)).toEqual([]);
  expect(lives.flatMap(({ stage }) => stage.app.faults)).toEqual([]);
  const outcomes = sum(lives.map((life) => life.outcomes));
  process.stdout.write(`The soak: ${[...outcomes].map(([name, count]) => `${count} ${name}`).join(', ')}.\n`);
  // Whoever only fails has nothing to keep.
  expect(outcomes.get('answered')).toBeGreaterThan(TURNS / 3);
});

it('keeps no memory of what is over', () => {
  for (const { turns, heapBytes, soundBytes } of levels) {
    process.stdout.write(
      `The soak: after ${turns} turns ${kib(heapBytes)} of heap, ${kib(soundBytes)} of sound.\n`,
    );
  }
  const settled = levels.slice(WARMING + COOLING);
  expect(growth(settled, ({ heapBytes }) => heapBytes)).toBeLessThan(MOST_BYTES_PER_TURN);
  expect(growth(settled, ({ soundBytes }) => soundBytes)).toBeLessThan(MOST_BYTES_PER_TURN);
});

it('holds no more timers, sockets, servers and listeners at rest than at first', () => {
  const [first, ...later] = levels;
  for (const { count } of later)
    expect(first && hasMore(count, first.count), JSON.stringify(count)).toBe(false);
});

it('leaves nothing behind', async () => {
  for (const { stage } of lives) {
    stage.close();
    await stage.stop();
  }
  expect(await census.leftovers()).toEqual([]);
});

it(`is what ${PAGE} says (-u writes it)`, async () => {
  const lived = sum(lives.map((life) => life.lived));
  const faults = new Set(lives.flatMap((life) => [...life.faults]));
  const lines = [
    `${TURNS} turns, in ${LIVES} lives of one process, and ${faults.size} scenarios among them.`,
    '',
    '| turns | which |',
    '| --- | --- |',
    ...LOTS.map((lot) => `| ${lived.get(lot) ?? 0} | ${lot} |`),
  ].join('\n');
  await expect(fillIn(await readFile(PAGE, 'utf8'), 'soak', lines)).toMatchFileSnapshot(`../../../${PAGE}`);
});

/** The slope of the line through all levels, bytes per turn. */
function growth(all: readonly Level[], of: (level: Level) => number): number {
  const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
  const x = mean(all.map(({ turns }) => turns));
  const y = mean(all.map(of));
  const both = mean(all.map((each) => (each.turns - x) * (of(each) - y)));
  return both / mean(all.map(({ turns }) => (turns - x) ** 2));
}

function sum<K>(all: readonly ReadonlyMap<K, number>[]): Map<K, number> {
  const total = new Map<K, number>();
  for (const each of all) for (const [key, count] of each) total.set(key, (total.get(key) ?? 0) + count);
  return total;
}

function kib(bytes: number): string {
  return `${(bytes / 1024).toFixed(0)} KiB`;
}
