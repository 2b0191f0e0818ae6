import type { Snapshot } from '../../../src/preload/contract';
import { en } from '../../../src/texts/en';
import { problemText } from '../../../src/texts/problem-text';

/** How a prompt ended, as the user sees it. */
export type Outcome =
  /** All of its answer was heard. */
  | { kind: 'answered' }
  /** Nothing is asked of the user: it goes out again by itself. */
  | { kind: 'retrying' }
  /** A sentence says why not, with a button. */
  | { kind: 'told'; code: string };

/** Null while it is not over. */
export function outcomeIn({ answer, problem }: Snapshot): Outcome | null {
  if (answer === null || answer.phase === 'waiting' || answer.phase === 'speaking') return null;
  // What is said beside an answer that was heard whole concerns the connection.
  if (answer.phase === 'done') return { kind: 'answered' };
  return { kind: 'told', code: problem?.code ?? 'nothing' };
}

/** In one or two words, as the table has it. */
export function nameOf(outcome: Outcome): string {
  switch (outcome.kind) {
    case 'answered':
    case 'retrying':
      return outcome.kind;
    case 'told':
      return `“${outcome.code}”`;
    default:
      return outcome satisfies never;
  }
}

/** What is wrong with what the user sees, if anything. */
export function complaints(snapshot: Snapshot, prompt: string, key: string): string[] {
  const { answer, problem, recentPrompts } = snapshot;
  const wrong: string[] = [];
  if (answer?.prompt !== prompt && recentPrompts[0] !== prompt) wrong.push('the prompt is lost');
  if (answer?.phase === 'failed' && problem === null) wrong.push('it failed without a sentence');
  if (problem !== null) {
    if (problem.actions.length === 0) wrong.push(`“${problem.code}” has no button`);
    if (Object.values(problemText(problem, en.sentences)).includes(''))
      wrong.push(`“${problem.code}” has no sentence`);
  }
  if (JSON.stringify(snapshot).includes(key)) wrong.push('the key is shown');
  return wrong;
}
