import type { Problem, ProxyCommand, VoiceSource } from '../preload/contract';
import type { ProblemCode } from '../preload/problem-contract';

/** A failure in words. */
export interface Sentence {
  /** What happened: one sentence. `by`: who was to answer. */
  title: (by: VoiceSource) => string;
  /** What to do. */
  advice: string;
  /** In place of `advice` where the other end said how long it wants to be left alone, ms. */
  adviceToWait?: (ms: number) => string;
  /** In place of `advice` where a command gives Aloud the password that it needs. */
  adviceToRun?: (command: ProxyCommand) => string;
}

/** What happened and what to do, as the user reads it. `sentences` are a language's. */
export function problemText(
  problem: Pick<Problem, 'code' | 'source' | 'retryAfterMs' | 'command'>,
  sentences: Readonly<Record<ProblemCode, Sentence>>,
): { title: string; advice: string } {
  const sentence = sentences[problem.code];
  return { title: sentence.title(problem.source), advice: adviceOf(problem, sentence) };
}

function adviceOf(
  { retryAfterMs, command }: Pick<Problem, 'retryAfterMs' | 'command'>,
  { advice, adviceToWait, adviceToRun }: Sentence,
): string {
  if (adviceToWait !== undefined && retryAfterMs !== null) return adviceToWait(retryAfterMs);
  return adviceToRun === undefined || command === null ? advice : adviceToRun(command);
}
