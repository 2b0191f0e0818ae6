import { SAMPLE_RATE } from './dialect';
import type { HeardItem } from './session-events';

/** What the server's memory needs to be told of one item. */
export interface Settlement {
  item: string;
  /** Whole ms, not above what was received of the item; 0: nothing of it was heard, so it is to be deleted. */
  audioEndMs: number;
}

interface Received {
  /** Decoded bytes of PCM16. */
  bytes: number;
  /** The server has announced the end of its sound. */
  ended: boolean;
  /** We had it deleted. */
  deleted: boolean;
}

const BYTES_PER_FRAME = 2;
const FRAMES_PER_MS = SAMPLE_RATE / 1000;
/** Many times what one answer has; older ones have been heard or settled long ago. */
const MOST_ITEMS = 256;

/** Decoded length of base64, in bytes, without decoding it. */
export function base64Bytes(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return Math.max(0, Math.floor((base64.length * 3) / 4) - padding);
}

/** Counts what came of each item and was passed on (pure): no truncate may go beyond it. */
export class ReceivedItems {
  readonly #items = new Map<string, Received>();

  audio(item: string, base64: string): void {
    this.#of(item).bytes += base64Bytes(base64);
  }

  audioEnded(item: string): void {
    this.#of(item).ended = true;
  }

  /** Whole ms of sound that came for the item; 0 for an unknown one. */
  receivedMs(item: string): number {
    return msOf(this.#items.get(item)?.bytes ?? 0);
  }

  /** Turns what was heard into what is to be sent. An item of another connection, or settled by deleting, is skipped. */
  settle(heard: readonly HeardItem[]): Settlement[] {
    return heard.flatMap((entry) => this.#settleOne(entry));
  }

  /** Deletes those of `items` of which no sound was ever passed on: nobody can have heard them. */
  settleUnheard(items: readonly string[]): Settlement[] {
    return items.flatMap((item) => {
      const received = this.#of(item);
      return received.bytes > 0 ? [] : this.#delete(item, received);
    });
  }

  #settleOne({ item, heard }: HeardItem): Settlement[] {
    const received = this.#items.get(item);
    if (received === undefined) return [];
    const all = msOf(received.bytes);
    if (heard === 'none') return this.#delete(item, received);
    if (heard === 'all') {
      // All of what came, but more was being made when it was cancelled: what came is what was heard.
      return received.ended || all === 0 ? [] : this.#truncate(item, received, all);
    }
    // Words without sound can be neither played nor cut.
    if (received.bytes === 0) return [];
    if (Number.isNaN(heard)) return [];
    if (heard >= all && received.ended) return [];
    const ms = Math.min(Math.floor(heard), all);
    return ms <= 0 ? this.#delete(item, received) : this.#truncate(item, received, ms);
  }

  #delete(item: string, received: Received): Settlement[] {
    if (received.deleted) return [];
    received.deleted = true;
    received.bytes = 0;
    return [{ item, audioEndMs: 0 }];
  }

  #truncate(item: string, received: Received, audioEndMs: number): Settlement[] {
    // From now on the item has no more than this, and it is complete.
    received.bytes = audioEndMs * FRAMES_PER_MS * BYTES_PER_FRAME;
    received.ended = true;
    return [{ item, audioEndMs }];
  }

  #of(item: string): Received {
    const known = this.#items.get(item);
    if (known !== undefined) return known;
    const fresh: Received = { bytes: 0, ended: false, deleted: false };
    this.#items.set(item, fresh);
    for (const oldest of this.#items.keys()) {
      if (this.#items.size <= MOST_ITEMS) break;
      this.#items.delete(oldest);
    }
    return fresh;
  }
}

function msOf(bytes: number): number {
  return Math.floor(Math.floor(bytes / BYTES_PER_FRAME) / FRAMES_PER_MS);
}
