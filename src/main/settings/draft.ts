import { z } from 'zod';
import type { Notice } from '../../preload/problem-contract';
import { JsonFile } from './json-file';
import type { FileSurroundings } from './store';

const DRAFT_VERSION = 1;
/** In UTF-16 code units. A longer one is not written to the disk. */
export const LONGEST_KEPT_DRAFT = 100_000;

const draftSchema = z.strictObject({
  version: z.literal(DRAFT_VERSION),
  text: z.string().max(LONGEST_KEPT_DRAFT),
});

export interface DraftOptions extends FileSurroundings {
  /** Whether there is a key in it, pasted into the wrong field: that is not written to the disk either. */
  isSecret: (text: string) => boolean;
}

/**
 * The prompt that the user has begun and not sent, in a file of its own (`draft.json`): it outlives the run. Why, see
 * docs/decisions/0017-the-draft-outlives-the-run.md. What is not written is kept until Aloud quits.
 */
export class Draft {
  readonly #file: JsonFile<z.output<typeof draftSchema>>;
  readonly #isSecret: DraftOptions['isSecret'];
  #text: string;

  constructor({ isSecret, ...surroundings }: DraftOptions) {
    this.#isSecret = isSecret;
    this.#file = new JsonFile({
      ...surroundings,
      name: 'draft',
      schema: draftSchema,
      defaults: { version: DRAFT_VERSION, text: '' },
      migrations: [],
    });
    this.#text = this.#file.value.text;
  }

  /** What to tell the user of what happened to the file, or null. */
  get notice(): Notice | null {
    return this.#file.notice;
  }

  /** Empty where there is none. */
  get text(): string {
    return this.#text;
  }

  set(text: string): void {
    this.#text = text;
    this.#file.set({ text: text.length > LONGEST_KEPT_DRAFT || this.#isSecret(text) ? '' : text });
  }

  flush(): void {
    this.#file.flush();
  }
}
