import { Ledger } from './ledger';
import { PcmDecoder } from './pcm';

/**
 * What is known of the items between two flushes. A flush begins another one; what the player still says of the old one
 * goes to the old one's ledger.
 */
export class Epoch {
  /** Grows with every flush; sound of another epoch is not played. */
  readonly number: number;
  readonly ledger = new Ledger();
  readonly #decoders = new Map<string, PcmDecoder>();
  readonly #started = new Set<string>();

  constructor(number: number) {
    this.number = number;
  }

  /** The decoder that has the item's odd byte, or a new one: {@link received} keeps it. */
  decoderOf(item: string): PcmDecoder {
    return this.#decoders.get(item) ?? new PcmDecoder();
  }

  /** Sound of the item was queued. */
  received(item: string, frames: number, decoder: PcmDecoder): void {
    this.#decoders.set(item, decoder);
    this.ledger.received(item, frames);
  }

  /** The player has begun an item. `true` the first time, of one that is known. */
  start(item: string): boolean {
    if (this.#started.has(item) || !this.ledger.has(item)) return false;
    this.#started.add(item);
    return true;
  }

  /** The item was heard to its end. */
  forget(item: string): void {
    this.ledger.forget(item);
    this.#decoders.delete(item);
    this.#started.delete(item);
  }
}
