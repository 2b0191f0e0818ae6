import type { ReplayPhase, Snapshot } from '../../preload/contract';
import type { Texts } from '../../texts/texts';

/** Something that a screen reader is told. */
export type Announcement = keyof Texts['said'];

/**
 * What a screen reader is told, politely, when `before` became `after`: the start and the end of an answer and where it
 * is held, and no word of it; and what became of the connection. Null says nothing. Problems are not told here: their
 * card is an alert of its own.
 */
export function announcement(before: Snapshot | null, after: Snapshot): Announcement | null {
  if (before === null) return null;
  return answerSaid(before, after) ?? connectionSaid(before, after);
}

function answerSaid(before: Snapshot, after: Snapshot): Announcement | null {
  const answer = after.answer;
  if (answer === null) return before.answer === null ? null : 'newConversation';
  const known = before.answer?.turn === answer.turn ? before.answer : null;
  // Once more heard, an answer is again what it was: it is not answered, stopped or failed anew.
  if (known !== null && known.replay !== answer.replay) return replaySaid(answer.replay);
  if (answer.phase === (known?.phase ?? 'waiting')) return known === null ? null : pauseSaid(before, after);
  switch (answer.phase) {
    case 'waiting':
      return null;
    case 'speaking':
      return 'answering';
    case 'done':
      return 'finished';
    case 'stopped':
      return 'stopped';
    case 'failed':
      if (after.problem !== null) return null;
      return answer.cutOff ? 'cutOff' : 'failed';
  }
}

function replaySaid(replay: ReplayPhase): Announcement | null {
  switch (replay) {
    case 'none':
      return null;
    case 'sounding':
      return 'replaying';
    case 'finished':
      return 'replayed';
    case 'stopped':
      return 'stopped';
  }
}

/** Told once, not at each attempt, and not of what nobody waits for: most pauses are over before they are read out. */
function connectionSaid(before: Snapshot, after: Snapshot): Announcement | null {
  if (before.connection === after.connection) return null;
  if (before.connection === 'offline') return after.connection === 'idle' ? null : 'online';
  if (after.problem !== null) return null;
  if (after.connection === 'offline') return 'offline';
  const isLost = before.connection === 'ready' && after.connection === 'retrying';
  return isLost && after.answer?.phase === 'waiting' ? 'reconnecting' : null;
}

function pauseSaid(before: Snapshot, after: Snapshot): Announcement | null {
  if (before.paused === after.paused) return null;
  return after.paused ? 'paused' : 'resumed';
}
