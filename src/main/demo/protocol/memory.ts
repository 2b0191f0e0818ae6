import type { Item } from './items';
import { RequestError } from './request-error';

const MOST_ITEMS = 2_000;
/** Frames of speech that are kept for `conversation.item.retrieve`: ten minutes. */
const MOST_FRAMES = 10 * 60 * 24_000;

/** The items of one conversation, in order. Refuses as OpenAI's server does, by throwing a {@link RequestError}. */
export class Memory {
  readonly #items: Item[] = [];

  get items(): readonly Item[] {
    return this.#items;
  }

  /**
   * Adds `item` after the one named `previousId`, first for `root`, last for null. The answer is the id of the item
   * before it, or null.
   */
  add(item: Item, previousId: string | null): string | null {
    if (this.#find(item.id) !== -1) {
      throw new RequestError({
        code: 'item_create_duplicate_item_id',
        message: `Error adding item: an item with id '${item.id}' already exists in the conversation.`,
        param: 'item.id',
      });
    }
    if (this.#items.length >= MOST_ITEMS) {
      throw new RequestError({
        code: 'conversation_too_long',
        message: `Error adding item: a conversation holds at most ${MOST_ITEMS} items.`,
      });
    }
    const index = this.#indexAfter(previousId);
    this.#items.splice(index, 0, item);
    return this.#items[index - 1]?.id ?? null;
  }

  #indexAfter(previousId: string | null): number {
    if (previousId === null) return this.#items.length;
    if (previousId === 'root') return 0;
    const index = this.#find(previousId);
    if (index === -1) {
      throw new RequestError({
        code: 'item_create_invalid_previous_item_id',
        message: `Error adding item: the previous item with id '${previousId}' does not exist.`,
        param: 'previous_item_id',
      });
    }
    return index + 1;
  }

  /** `verb` names the event in the refusal. */
  get(id: string, verb: 'retrieve' | 'truncate' | 'delete'): Item {
    const item = this.#items[this.#find(id)];
    if (item !== undefined) return item;
    const doing = { retrieve: 'retrieving', truncate: 'truncating', delete: 'deleting' }[verb];
    throw new RequestError({
      code: `item_${verb}_invalid_item_id`,
      message: `Error ${doing} item: the item with id '${id}' does not exist.`,
      param: 'item_id',
    });
  }

  delete(id: string): void {
    this.#items.splice(this.#items.indexOf(this.get(id, 'delete')), 1);
  }

  /** Lets go of the oldest speech beyond ten minutes; its length stays known, for truncation. */
  forgetOldSound(): void {
    let frames = 0;
    for (const item of this.#items.toReversed()) {
      if (item.kind !== 'message') continue;
      for (const part of item.content) {
        if (part.type !== 'output_audio') continue;
        frames += part.audio.frames;
        if (frames > MOST_FRAMES) part.audio.chunks = [];
      }
    }
  }

  has(id: string): boolean {
    return this.#find(id) !== -1;
  }

  /** The id before `id`, or null. */
  before(id: string): string | null {
    return this.#items[this.#find(id) - 1]?.id ?? null;
  }

  #find(id: string): number {
    return this.#items.findIndex((item) => item.id === id);
  }
}
