import type { Position } from './ledger';

const LENGTH = 64;

/** The last positions of items that are over, the oldest forgotten first. */
export class History {
  readonly #positions = new Map<string, Position>();

  add(position: Position): void {
    this.#positions.delete(position.item);
    this.#positions.set(position.item, position);
    const [oldest] = this.#positions.keys();
    if (this.#positions.size > LENGTH && oldest !== undefined) this.#positions.delete(oldest);
  }

  get(item: string): Position | null {
    return this.#positions.get(item) ?? null;
  }
}
