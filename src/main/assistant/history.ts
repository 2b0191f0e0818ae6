import type { PromptLimit } from '../../preload/contract';

/** The longest prompt, in UTF-16 code units. */
export const PROMPT_LIMIT: PromptLimit = 32_000;

/** How many earlier prompts are brought back by the arrow keys. */
export const HISTORY_LIMIT = 50;
/** All prompts together, in UTF-16 code units: they are part of every snapshot. The newest is kept whatever its size. */
export const HISTORY_TEXT_LIMIT = 100_000;

/** Puts a prompt first, where a shell would have it: an equal earlier one is taken out, and what is too much falls off. */
export function remember(history: readonly string[], prompt: string): readonly string[] {
  const kept: string[] = [];
  let length = 0;
  for (const earlier of [prompt, ...history.filter((other) => other !== prompt)].slice(0, HISTORY_LIMIT)) {
    length += earlier.length;
    if (kept.length > 0 && length > HISTORY_TEXT_LIMIT) break;
    kept.push(earlier);
  }
  return kept;
}

export type CheckedPrompt = { kind: 'ok'; prompt: string } | { kind: 'blank' } | { kind: 'too-long' };

/** Blank prompts do nothing; everything else goes through unharmed but for the white space around it. */
export function checkPrompt(typed: string): CheckedPrompt {
  const prompt = typed.trim();
  if (prompt === '') return { kind: 'blank' };
  return prompt.length > PROMPT_LIMIT ? { kind: 'too-long' } : { kind: 'ok', prompt };
}
