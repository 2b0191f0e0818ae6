import type { Problem, VoiceSource } from '../preload/contract';
import type { ProblemCode } from '../preload/problem-contract';

/** A failure in words. */
export interface Sentence {
  /** What happened: one sentence. `by`: who was to answer. */
  title: (by: VoiceSource) => string;
  /** What to do. */
  advice: string;
  /** In place of `advice` where the other end said how long it wants to be left alone, ms. */
  adviceToWait?: (ms: number) => string;
}

/** What happened and what to do, as the user reads it. `sentences` are a language's. */
export function problemText(
  { code, source, retryAfterMs }: Pick<Problem, 'code' | 'source' | 'retryAfterMs'>,
  sentences: Readonly<Record<ProblemCode, Sentence>>,
): { title: string; advice: string } {
  const { title, advice, adviceToWait } = sentences[code];
  return {
    title: title(source),
    advice: adviceToWait === undefined || retryAfterMs === null ? advice : adviceToWait(retryAfterMs),
  };
}
