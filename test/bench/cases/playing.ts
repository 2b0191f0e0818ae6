import { play } from '../play';
import { bursts, steady, tinyEnd } from '../server/script';
import { excerpt } from '../speech';
import type { Case } from './case';
import {
  CLICKS,
  FIRST_SOUND,
  firstSound,
  HOLES,
  LOST,
  lost,
  NEEDLESS_HOLES,
  NEEDLESS_MS,
  needless,
} from './measures';

/** Where repetitions begin in the speech, so that not all are the same words. */
const STRIDE_MS = 1_300;

const calm: Case = {
  name: 'calm',
  title: 'Calm: deltas of 100 ms, four times faster than speech',
  metrics: { firstSound: FIRST_SOUND, holes: HOLES, clicks: CLICKS, lost: LOST },
  repetitions: { full: 16, quick: 0 },
  async run({ sink, speech }, contender, round) {
    const pcm = excerpt(speech, round * STRIDE_MS, 1_500);
    const played = await play(sink, contender, pcm, steady(pcm.length));
    const { holes, clicks } = played.findings;
    return {
      firstSound: firstSound(played),
      holes: holes.length,
      clicks: clicks.length,
      lost: lost(played),
    };
  },
};

const small: Case = {
  name: 'small',
  title: 'Calm, small deltas: 20 ms each, four times faster than speech',
  metrics: { firstSound: FIRST_SOUND, lost: LOST },
  repetitions: { full: 8, quick: 0 },
  async run({ sink, speech }, contender, round) {
    const pcm = excerpt(speech, round * STRIDE_MS, 1_000);
    const played = await play(sink, contender, pcm, steady(pcm.length, 4, 20));
    return { firstSound: firstSound(played), lost: lost(played) };
  },
};

const jitter: Case = {
  name: 'jitter',
  title: 'Jitter: as fast as speech in bursts of 200 ms with 250 ms to spare, every third one 300 ms late',
  metrics: {
    holes: HOLES,
    needlessHoles: NEEDLESS_HOLES,
    needlessMs: NEEDLESS_MS,
    clicks: CLICKS,
    lost: LOST,
  },
  repetitions: { full: 6, quick: 1 },
  async run({ sink, speech }, contender, round) {
    const pcm = excerpt(speech, round * STRIDE_MS, 3_000);
    const played = await play(sink, contender, pcm, bursts(pcm.length));
    const { holes, clicks } = played.findings;
    const { holes: needlessHoles, ms } = needless(played);
    return {
      holes: holes.length,
      needlessHoles,
      needlessMs: ms,
      clicks: clicks.length,
      lost: lost(played),
    };
  },
};

const blocked: Case = {
  name: 'blocked',
  title:
    "The page's main thread blocked for 500 ms, free for 200 ms, again and again; 1.25 times faster than speech",
  metrics: {
    firstSound: FIRST_SOUND,
    needlessHoles: NEEDLESS_HOLES,
    needlessMs: NEEDLESS_MS,
    clicks: CLICKS,
    lost: LOST,
  },
  repetitions: { full: 6, quick: 1 },
  async run({ sink, speech }, contender, round) {
    const pcm = excerpt(speech, round * STRIDE_MS, 2_500);
    await contender.block(500, 200);
    const played = await play(sink, contender, pcm, steady(pcm.length, 1.25));
    await contender.unblock();
    const { holes, ms } = needless(played);
    return {
      firstSound: firstSound(played),
      needlessHoles: holes,
      needlessMs: ms,
      clicks: played.findings.clicks.length,
      lost: lost(played),
    };
  },
};

const ends: Case = {
  name: 'ends',
  title: 'A reply whose last deltas are tiny: 480, 300, 129, 100, 37 and 1 frames',
  metrics: {
    lostAtStart: { title: 'lost at the start', kind: 'count', unit: 'frames' },
    lostAtEnd: { title: 'lost at the end', kind: 'count', unit: 'frames' },
  },
  repetitions: { full: 6, quick: 1 },
  async run({ sink, speech }, contender, round) {
    const pcm = excerpt(speech, round * STRIDE_MS, 1_000);
    const { findings } = await play(sink, contender, pcm, tinyEnd(pcm.length));
    return { lostAtStart: findings.lostAtStart, lostAtEnd: findings.lostAtEnd };
  },
};

export const PLAYING: readonly Case[] = [calm, small, jitter, blocked, ends];
