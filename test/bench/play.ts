import { setTimeout as sleep } from 'node:timers/promises';
import { examine, type Findings } from './analysis/findings';
import type { Contender } from './contenders/contender';
import type { Turn } from './server/running';
import type { Delta } from './server/script';
import type { Take } from './sink/recorder';
import type { Sink } from './sink/sink';
import { toFloat } from './speech';

/** Silence so long means that nothing more is coming. */
const QUIET_MS = 700;
/** What the recording lags behind. */
const TAIL_MS = 150;
const GIVE_UP_MS = 60_000;

export interface Played {
  turn: Turn;
  take: Take;
  findings: Findings;
}

/** Asks for `pcm`, lets `during` happen once the reply was created, and records until all is silent again. */
export async function play(
  sink: Sink,
  contender: Contender,
  pcm: Int16Array,
  deltas: readonly Delta[],
  during: (turn: Turn) => Promise<void> = async () => {},
): Promise<Played> {
  const created = contender.server.plan({ pcm, deltas });
  const from = performance.now();
  await contender.ask();
  const turn = await created;
  await during(turn);
  const take = await untilSilent(sink, turn, from);
  return { turn, take, findings: examine(toFloat(pcm), take.samples) };
}

async function untilSilent(sink: Sink, turn: Turn, from: number): Promise<Take> {
  const giveUp = performance.now() + GIVE_UP_MS;
  for (;;) {
    await sleep(100);
    const now = performance.now();
    const silentFor = now - TAIL_MS - Math.max(turn.doneAt ?? now, lastSound(sink, now));
    if (silentFor > QUIET_MS || now > giveUp) return sink.recorder.between(from, now - TAIL_MS);
  }
}

/** When there was sound last, if that was within the time that makes silence. */
function lastSound(sink: Sink, now: number): number {
  const take = sink.recorder.between(now - QUIET_MS - 2 * TAIL_MS, now);
  const index = take.samples.findLastIndex((sample) => sample !== 0);
  return index === -1 ? 0 : take.timeOf(index);
}
