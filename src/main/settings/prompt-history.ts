import { z } from 'zod';
import { JsonFile } from './json-file';
import type { FileSurroundings } from './store';

const HISTORY_VERSION = 1;
const MOST_PROMPTS = 50;
/** All prompts together, in UTF-16 code units: they are part of every snapshot. The newest is kept whatever its size. */
const MOST_TEXT = 100_000;

const historySchema = z.strictObject({
  version: z.literal(HISTORY_VERSION),
  /** Newest first. */
  prompts: z.array(z.string().max(32_000)).max(MOST_PROMPTS),
});

type History = z.output<typeof historySchema>;

/**
 * The earlier prompts, in a file of their own (`history.json`): they are what the user wrote, so settings can be shown
 * to others and prompts can be wiped, each without the other.
 */
export class PromptHistory {
  readonly #file: JsonFile<History>;

  constructor(surroundings: FileSurroundings) {
    this.#file = new JsonFile<History>({
      ...surroundings,
      name: 'history',
      title: 'Your earlier prompts',
      schema: historySchema,
      defaults: { version: HISTORY_VERSION, prompts: [] },
      migrations: [],
    });
  }

  /** A sentence for the user about what happened to the file, or null. */
  get notice(): string | null {
    return this.#file.notice;
  }

  /** Newest first. */
  get prompts(): readonly string[] {
    return this.#file.value.prompts;
  }

  /** Replaces the list, newest first; what is too much falls off its end. */
  replace(prompts: readonly string[]): void {
    this.#file.set({ prompts: trim(prompts) });
  }

  flush(): void {
    this.#file.flush();
  }
}

/** As many of the newest prompts as fit (pure). */
function trim(prompts: readonly string[]): string[] {
  const kept: string[] = [];
  let length = 0;
  for (const prompt of prompts.slice(0, MOST_PROMPTS)) {
    length += prompt.length;
    if (kept.length > 0 && length > MOST_TEXT) break;
    kept.push(prompt);
  }
  return kept;
}
