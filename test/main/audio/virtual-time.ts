import type { After } from '../../../src/main/audio/port';

/** A clock that only moves when told to. Timers run in the order of their times, then of their making. */
export class VirtualTime {
  now = 0;
  #timers: { at: number; run: () => void }[] = [];

  readonly after: After = (ms, run) => {
    const timer = { at: this.now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** How many timers are set. */
  get pending(): number {
    return this.#timers.length;
  }

  advance(ms: number): void {
    const until = this.now + ms;
    for (;;) {
      const next = this.#timers.reduce<{ at: number; run: () => void } | null>(
        (first, timer) => (timer.at <= until && (!first || timer.at < first.at) ? timer : first),
        null,
      );
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.now = next.at;
      next.run();
    }
    this.now = until;
  }
}
