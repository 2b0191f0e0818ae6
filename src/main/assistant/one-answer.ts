import type { Problem } from '../../preload/contract';
import { en } from '../../texts/en';
import { problemText } from '../../texts/problem-text';
import type { AppState } from './state';
import { isAlive, toSnapshot } from './state';
import type { Store } from './store';

/** What a run for a single answer writes, and how it ended: 0 when all of the answer was heard, else 1. */
export interface OneAnswerListener {
  print(text: string): void;
  printError(text: string): void;
  finished(exitCode: 0 | 1): void;
}

/**
 * Follows the first answer: prints its words as they are heard, and its end. For `--ask "…" --quit-after-answer`.
 * Returns its own unsubscribe.
 */
export function followOneAnswer(
  store: Store,
  { print, printError, finished }: OneAnswerListener,
): () => void {
  let printed = 0;
  const follow = (state: AppState): void => {
    const { answer, problem } = toSnapshot(state);
    if (answer === null) return;
    print(answer.text.slice(printed, answer.heardLength));
    printed = Math.max(printed, answer.heardLength);
    if (isAlive(state.turn)) return;
    unsubscribe();
    print('\n');
    if (answer.phase === 'done') finished(0);
    else {
      printError(problem === null ? 'The answer was stopped.' : inWords(problem));
      finished(1);
    }
  };
  const unsubscribe = store.subscribe(follow);
  return unsubscribe;
}

/** In English, as all that is written to a terminal. */
function inWords(problem: Problem): string {
  const { title, advice } = problemText(problem, en.sentences);
  return `${title} ${advice}`;
}
