import type { Snapshot } from '../../preload/contract';
import { texts } from '../ui/texts';

/**
 * What a screen reader is told, politely, when `before` became `after`: the start and the end of an answer, and no word
 * of it. Null says nothing. Problems are not told here: their card is an alert of its own.
 */
export function announcement(before: Snapshot | null, after: Snapshot): string | null {
  const answer = after.answer;
  if (before === null || answer === null) return null;
  const known = before.answer?.turn === answer.turn ? before.answer.phase : 'waiting';
  if (known === answer.phase) return null;
  switch (answer.phase) {
    case 'waiting':
      return null;
    case 'speaking':
      return texts.said.answering;
    case 'done':
      return texts.said.finished;
    case 'stopped':
      return texts.said.stopped;
    case 'failed':
      return after.problem === null ? texts.said.failed : null;
  }
}
