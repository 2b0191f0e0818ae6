import type { Played } from '../play';
import { FRAMES_PER_MS } from '../speech';
import type { Metric } from './case';

/** From the socket to the sink at most, when all is well: sound that was sent so long before was there. */
const PATH_MS = 60;

export const FIRST_SOUND: Metric = { title: 'first delta → first sound', kind: 'time', unit: 'ms' };
export const HOLES: Metric = { title: 'holes', kind: 'count', unit: '' };
export const NEEDLESS_HOLES: Metric = { title: 'holes although the data was there', kind: 'count', unit: '' };
export const NEEDLESS_MS: Metric = {
  title: 'silence although the data was there',
  kind: 'median',
  unit: 'ms',
};
export const CLICKS: Metric = { title: 'clicks', kind: 'count', unit: '' };
export const LOST: Metric = { title: 'lost samples', kind: 'count', unit: 'frames' };
export const POSITION: Metric = { title: 'reported position minus heard', kind: 'worst', unit: 'ms' };
export const SILENCE: Metric = { title: 'key → silence', kind: 'time', unit: 'ms' };

/** From the moment before the first delta was written to the socket to the first audible frame at the sink. */
export function firstSound({ turn, take, findings }: Played): number | null {
  const sent = turn.sent[0];
  return findings.onset === null || sent === undefined ? null : take.timeOf(findings.onset) - sent.at;
}

export function lost({ findings }: Played): number {
  return findings.lostAtStart + findings.lostInside + findings.lostAtEnd;
}

/** Holes that began when the frame that should have sounded had long been sent, and silence after it had come. */
export function needless({ turn, take, findings }: Played): { holes: number; ms: number } {
  let holes = 0;
  let ms = 0;
  for (const hole of findings.holes) {
    const sent = turn.sent.find(({ frames }) => frames > hole.ref);
    if (sent === undefined) continue;
    const there = sent.at + PATH_MS;
    const begin = take.timeOf(hole.at);
    const end = take.timeOf(hole.at + hole.frames);
    if (there < begin) holes++;
    ms += Math.max(0, end - Math.max(begin, there));
  }
  return { holes, ms };
}

/**
 * What the server was told of the heard part minus what was heard, ms. Told nothing, it takes all that it sent for
 * heard; told to delete the item, nothing of it.
 */
export function positionError({ turn, findings }: Played): number {
  const sentMs = (turn.sent.at(-1)?.frames ?? 0) / FRAMES_PER_MS;
  const told = turn.truncatedMs[0] ?? (turn.deleted ? 0 : sentMs);
  return told - findings.heard / FRAMES_PER_MS;
}
