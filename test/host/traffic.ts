/** One message between main and a page. Buffers are told by their size only. */
export interface TrafficEntry {
  direction: 'to-page' | 'to-main';
  /** Electron's channel, or `port:N`. */
  channel: string;
  text: string;
  /** When it crossed, ms since 1970. */
  at: number;
}

const MAX_ENTRIES = 20_000;
const MAX_TEXT = 100_000;

/** Everything that crossed, for tests that look for what must not cross. The oldest entries go first. */
export class Traffic {
  readonly #entries: TrafficEntry[] = [];

  add(direction: TrafficEntry['direction'], channel: string, json: string): void {
    this.#entries.push({
      direction,
      channel,
      text: json.slice(0, MAX_TEXT),
      at: performance.timeOrigin + performance.now(),
    });
    if (this.#entries.length > MAX_ENTRIES) this.#entries.splice(0, MAX_ENTRIES / 10);
  }

  entries(): TrafficEntry[] {
    return [...this.#entries];
  }
}
