import type { PromptLimit } from '../../preload/contract';

/** The longest prompt, in UTF-16 code units. */
export const PROMPT_LIMIT: PromptLimit = 32_000;

/** How many earlier prompts are brought back by the arrow keys. */
export const HISTORY_LIMIT = 50;

/** Puts a prompt first, where a shell would have it: an equal earlier one is taken out. */
export function remember(history: readonly string[], prompt: string): readonly string[] {
  return [prompt, ...history.filter((earlier) => earlier !== prompt)].slice(0, HISTORY_LIMIT);
}

export type CheckedPrompt = { kind: 'ok'; prompt: string } | { kind: 'blank' } | { kind: 'too-long' };

/** Blank prompts do nothing; everything else goes through unharmed but for the white space around it. */
export function checkPrompt(typed: string): CheckedPrompt {
  const prompt = typed.trim();
  if (prompt === '') return { kind: 'blank' };
  return prompt.length > PROMPT_LIMIT ? { kind: 'too-long' } : { kind: 'ok', prompt };
}
