import type { Snapshot } from '../../preload/contract';

/**
 * What stands in the prompt field after `before` became `after`. A prompt that failed comes back into an empty field; a
 * prompt that is asked again (by a button, say) leaves it. What the user types is never touched.
 */
export function draftAfter(draft: string, before: Snapshot | null, after: Snapshot): string {
  const answer = after.answer;
  if (answer === null) return draft;
  const former = before?.answer?.turn === answer.turn ? before.answer : null;
  // Heard once more, an answer leaves what it was and becomes it again: nothing was asked, and nothing failed.
  if (answer.replay === 'sounding' || former?.replay === 'sounding') return draft;
  const known = former?.phase ?? null;
  if (known === answer.phase) return draft;
  switch (answer.phase) {
    case 'failed':
      return draft.trim() === '' ? answer.prompt : draft;
    case 'waiting':
    case 'speaking':
      return (known === null || known === 'failed') && draft.trim() === answer.prompt.trim() ? '' : draft;
    case 'done':
    case 'stopped':
      return draft;
  }
}
