import { setTimeout as sleep } from 'node:timers/promises';
import { steady } from '../server/script';
import { excerpt } from '../speech';
import type { Case } from './case';

const STRIDE_MS = 1_300;
const REPLY_MS = 200;
/** After which nothing sounds any more, and nothing is left to be done for the last answer. */
const QUIET_MS = 900;

const warm: Case = {
  name: 'warm',
  title: 'Enter over a connection that is ready, when nothing sounds',
  metrics: {
    enter: { title: 'Enter in the browser → response.create at the server', kind: 'time', unit: 'ms' },
    own: { title: 'of it from main being told → response.create at the server', kind: 'time', unit: 'ms' },
    driven: { title: 'the same from before the driver sends the key', kind: 'time', unit: 'ms' },
  },
  repetitions: { full: 40, quick: 0 },
  async run({ speech }, contender, round) {
    const pcm = excerpt(speech, round * STRIDE_MS, REPLY_MS);
    const created = contender.server.plan({ pcm, deltas: steady(pcm.length) });
    const pressedAt = await contender.ask();
    const turn = await created;
    const [enterAt, takenAt] = [await contender.enterAt(), await contender.takenAt()];
    while (turn.doneAt === null) await sleep(20);
    await sleep(QUIET_MS);
    return {
      enter: turn.askedAt - enterAt,
      own: takenAt === null ? null : turn.askedAt - takenAt,
      driven: turn.askedAt - pressedAt,
    };
  },
};

export const WARM: readonly Case[] = [warm];
