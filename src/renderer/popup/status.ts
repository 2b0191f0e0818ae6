import type { AnswerView, ConnectionView, Problem, Snapshot } from '../../preload/contract';
import type { MarkMood } from '../ui/mark';

export type Tone = 'calm' | 'busy' | 'good' | 'bad';

/** The colour of the dot beside the connection's words. */
export function connectionTone(connection: ConnectionView): Tone {
  switch (connection) {
    case 'idle':
      return 'calm';
    case 'connecting':
    case 'retrying':
      return 'busy';
    case 'ready':
      return 'good';
    case 'offline':
    case 'failed':
      return 'bad';
  }
}

/** An answer that Esc would stop. */
export function isAnswering(answer: AnswerView | null): boolean {
  return answer !== null && (answer.phase === 'waiting' || answer.phase === 'speaking');
}

/** False for an answer that failed before its first word: its prompt is back in the field, and the problem says why. */
export function isShown(answer: AnswerView): boolean {
  return answer.phase !== 'failed' || answer.text !== '';
}

export function markMood(snapshot: Snapshot): MarkMood {
  if (snapshot.paused) return 'calm';
  if (snapshot.answer?.phase === 'speaking') return 'speaking';
  if (snapshot.answer?.phase === 'waiting' || snapshot.connection === 'connecting') return 'busy';
  return snapshot.problem === null && connectionTone(snapshot.connection) !== 'bad' ? 'calm' : 'bad';
}

/** What an answer waits for that has no words yet. */
export type WaitingFor = 'connecting' | 'waiting' | 'reconnecting' | 'offline';

/** What is waited for where the words will be, until they come; null when there are words or none will come. */
export function waitingFor(answer: AnswerView, connection: ConnectionView): WaitingFor | null {
  if (answer.text !== '' || !isAnswering(answer)) return null;
  switch (connection) {
    case 'ready':
      return 'waiting';
    case 'retrying':
      return 'reconnecting';
    case 'offline':
      return 'offline';
    case 'idle':
    case 'connecting':
    case 'failed':
      return 'connecting';
  }
}

export type AnswerState = 'replaying' | 'cutOff' | 'stopped';

/** What is said of the answer beside its words, or null. A pause is told where it is never scrolled out of sight. */
export function answerState(answer: AnswerView): AnswerState | null {
  if (answer.replay === 'sounding') return 'replaying';
  if (answer.cutOff) return 'cutOff';
  return answer.phase === 'stopped' ? 'stopped' : null;
}

/** Whether an answer that was cut off offers to ask its question again: once is enough. */
export function offersAskAgain({ answer, problem }: Snapshot): boolean {
  return answer?.cutOff === true && !retries(problem);
}

/**
 * Whether the wait for the next attempt to connect offers to cut it short. Not where a question failed: to try again
 * would be to ask it again, which is offered where it stands.
 */
export function offersTryNow({ answer, problem }: Snapshot): boolean {
  const failed = answer !== null && (answer.phase === 'failed' || answer.cutOff);
  return !failed && !retries(problem);
}

function retries(problem: Problem | null): boolean {
  return problem?.actions.some((action) => action === 'retry' || action === 'ask-again') ?? false;
}
