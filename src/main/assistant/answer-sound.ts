/** An item's name on the sound path: some servers count their items anew in every session, turns are ours and unique. */
export function soundItem(turn: number, item: string): string {
  return `${turn}:${item}`;
}

/** The server's own name of an item on the sound path. */
export function serverItem(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * Counts the sound of the present answer over all its items (pure): a reply may come as several items, the transcript
 * and the user know one answer. All numbers are frames.
 */
export class AnswerSound {
  readonly turn: number;
  readonly #items = new Map<string, { received: number; played: number; ended: boolean }>();

  constructor(turn: number) {
    this.turn = turn;
  }

  /** Whether the item belongs to this answer. */
  has(item: string): boolean {
    return this.#items.has(item);
  }

  /** The server has announced the item's end. */
  end(item: string): void {
    this.#of(item).ended = true;
  }

  /** Items whose end was not announced: the answer's own end is theirs too. */
  get open(): string[] {
    return [...this.#items].filter(([, { ended }]) => !ended).map(([item]) => item);
  }

  receive(item: string, frames: number): void {
    this.#of(item).received += frames;
  }

  play(item: string, totalFrames: number): void {
    const counted = this.#of(item);
    counted.played = Math.min(counted.received, Math.max(counted.played, totalFrames));
  }

  drain(item: string): void {
    const counted = this.#of(item);
    counted.played = counted.received;
  }

  get receivedFrames(): number {
    return this.#sum(({ received }) => received);
  }

  get playedFrames(): number {
    return this.#sum(({ played }) => played);
  }

  #of(item: string) {
    const known = this.#items.get(item);
    if (known !== undefined) return known;
    const fresh = { received: 0, played: 0, ended: false };
    this.#items.set(item, fresh);
    return fresh;
  }

  #sum(count: (item: { received: number; played: number }) => number): number {
    let total = 0;
    for (const item of this.#items.values()) total += count(item);
    return total;
  }
}
