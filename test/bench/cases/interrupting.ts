import { setTimeout as sleep } from 'node:timers/promises';
import { examine } from '../analysis/findings';
import type { Contender } from '../contenders/contender';
import { type Played, play } from '../play';
import { type Delta, stalled, steady, THINKING_MS } from '../server/script';
import { excerpt, toFloat } from '../speech';
import type { Case, Stage } from './case';
import { POSITION, positionError, SILENCE } from './measures';

const STRIDE_MS = 1_300;
const REPLY_MS = 5_000;
/** After so much speech nothing comes for a while, longer than any player has in store. */
const STALL_AFTER_MS = 700;
const STALL_MS = 1_500;

/** Asks, waits until `afterMs` from the response's beginning, and presses Escape. */
async function escaped(
  { sink, speech }: Stage,
  contender: Contender,
  round: number,
  script: (frames: number) => Delta[],
  afterMs: number,
): Promise<Played & { pressedAt: number }> {
  const pcm = excerpt(speech, round * STRIDE_MS, REPLY_MS);
  let pressedAt = 0;
  const played = await play(sink, contender, pcm, script(pcm.length), async (turn) => {
    await sleep(turn.createdAt + THINKING_MS + afterMs - performance.now());
    pressedAt = await contender.escape();
  });
  return { ...played, pressedAt };
}

function silenceAfter({ take, findings, pressedAt }: Played & { pressedAt: number }): number {
  return Math.max(0, take.timeOf(findings.silent) - pressedAt);
}

const escapeKey: Case = {
  name: 'escape',
  title: 'Escape while it speaks',
  metrics: {
    silence: SILENCE,
    position: POSITION,
    clicks: { title: 'clicks at the stop', kind: 'count', unit: '' },
  },
  repetitions: { full: 10, quick: 1 },
  async run(stage, contender, round) {
    const played = await escaped(stage, contender, round, steady, 900 + 70 * (round % 5));
    return {
      silence: silenceAfter(played),
      position: positionError(played),
      clicks: played.findings.clicks.length,
    };
  },
};

const underrun: Case = {
  name: 'underrun',
  title: 'Escape 700 ms after a stall of 1.5 s',
  metrics: { position: POSITION },
  repetitions: { full: 6, quick: 1 },
  async run(stage, contender, round) {
    const script = (frames: number) => stalled(frames, STALL_AFTER_MS, STALL_MS);
    const played = await escaped(stage, contender, round, script, STALL_AFTER_MS + STALL_MS + 700);
    return { position: positionError(played) };
  },
};

const inStall: Case = {
  name: 'in-stall',
  title: 'Escape in the middle of a stall, when nothing sounds',
  metrics: {
    position: POSITION,
    after: { title: 'speech after Escape', kind: 'median', unit: 'ms' },
  },
  repetitions: { full: 4, quick: 0 },
  async run(stage, contender, round) {
    const script = (frames: number) => stalled(frames, STALL_AFTER_MS, STALL_MS);
    const played = await escaped(stage, contender, round, script, STALL_AFTER_MS + STALL_MS / 2);
    return { position: positionError(played), after: silenceAfter(played) };
  },
};

const newPrompt: Case = {
  name: 'enter',
  title: 'A new prompt while it speaks',
  metrics: { silence: SILENCE, position: POSITION },
  repetitions: { full: 8, quick: 0 },
  async run(stage, contender, round) {
    const { sink, speech } = stage;
    const pcm = excerpt(speech, round * STRIDE_MS, REPLY_MS);
    const next = excerpt(speech, round * STRIDE_MS + 9_000, 700);
    const from = performance.now();
    const created = contender.server.plan({ pcm, deltas: steady(pcm.length) });
    await contender.ask();
    const turn = await created;
    await sleep(turn.createdAt + THINKING_MS + 800 + 70 * (round % 5) - performance.now());
    let pressedAt = 0;
    const second = await play(
      sink,
      {
        ...contender,
        ask: async () => {
          pressedAt = await contender.ask();
          return pressedAt;
        },
      },
      next,
      steady(next.length),
    );
    // Before the new answer's first delta all sound is the old one's.
    const take = sink.recorder.between(from, second.turn.sent[0]?.at ?? performance.now());
    const findings = examine(toFloat(pcm), take.samples);
    const first = { turn, take, findings, pressedAt };
    return { silence: silenceAfter(first), position: positionError(first) };
  },
};

export const INTERRUPTING: readonly Case[] = [escapeKey, newPrompt, underrun, inStall];
