import { z } from 'zod';
import type { Notice } from '../../preload/problem-contract';
import { JsonFile } from './json-file';
import type { FileSurroundings } from './store';

const HISTORY_VERSION = 1;
const MOST_PROMPTS = 50;

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
      schema: historySchema,
      defaults: { version: HISTORY_VERSION, prompts: [] },
      migrations: [],
    });
  }

  /** What to tell the user of what happened to the file, or null. */
  get notice(): Notice | null {
    return this.#file.notice;
  }

  /** Newest first. */
  get prompts(): readonly string[] {
    return this.#file.value.prompts;
  }

  /** Replaces the list, newest first. Whoever makes it keeps to the schema's bounds (`assistant/history.ts`). */
  replace(prompts: readonly string[]): void {
    this.#file.set({ prompts: [...prompts] });
  }

  flush(): void {
    this.#file.flush();
  }
}
