import type { PromptLimit } from '../../preload/contract';

export const PROMPT_LIMIT: PromptLimit = 32_000;
/** From here on the popup says how much is left. */
const NEAR = PROMPT_LIMIT * 0.9;

export type PromptFit =
  | { kind: 'blank' }
  | { kind: 'fits' }
  /** Still allowed; `left` UTF-16 code units remain. */
  | { kind: 'near'; left: number }
  /** Not sent; `by` is how many UTF-16 code units are too many. */
  | { kind: 'over'; by: number };

export function promptFit(text: string): PromptFit {
  if (text.length > PROMPT_LIMIT) return { kind: 'over', by: text.length - PROMPT_LIMIT };
  if (text.trim() === '') return { kind: 'blank' };
  if (text.length >= NEAR) return { kind: 'near', left: PROMPT_LIMIT - text.length };
  return { kind: 'fits' };
}
