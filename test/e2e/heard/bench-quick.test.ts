import { expect, it } from 'vitest';
import { type BenchResult, runBench } from '../../bench/bench';
import { soundSinkProblem } from '../harness/sound-sink';

/** A busy machine makes any player's recording bad now and then; what is broken is bad every time. */
const ATTEMPTS = 3;
const LIMIT_MS = 240_000;

/** The cases of the bench whose counts must hold, each with what it may at most show, as sizes. */
const BOUNDS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  ends: { lostAtStart: 0, lostAtEnd: 0 },
  jitter: { needlessHoles: 0, clicks: 0, lost: 0 },
  blocked: { needlessHoles: 0, clicks: 0, lost: 0 },
  escape: { position: 20, clicks: 0 },
  underrun: { position: 20 },
  hotkey: { unpainted: 0, unfocused: 0 },
};

/** What of a case is out of its bounds, or was not measured. */
function faults(result: BenchResult, name: string): string[] {
  return Object.entries(BOUNDS[name] ?? {}).flatMap(([metric, most]) => {
    const values = result.figures[name]?.aloud?.[metric] ?? [];
    const good = values.length > 0 && values.every((value) => Math.abs(value) <= most);
    return good ? [] : [`${name}: ${metric} is ${values.join(', ')}, at most ${most} is right`];
  });
}

const problem = soundSinkProblem();
if (problem !== null) process.stderr.write(`No short bench: ${problem}\n`);

it.skipIf(problem !== null)(
  'loses nothing, breaks nowhere and knows its position, in the short bench',
  { timeout: LIMIT_MS },
  async () => {
    let open = Object.keys(BOUNDS);
    let found: string[] = [];
    for (let attempt = 0; attempt < ATTEMPTS && open.length > 0; attempt++) {
      const only = open;
      const result = await runBench({ quick: true, only, contenders: ['aloud'], progress: () => {} });
      open = only.filter((name) => faults(result, name).length > 0);
      found = open.flatMap((name) => faults(result, name));
    }
    expect(found).toEqual([]);
  },
);
