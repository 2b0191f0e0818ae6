import type { Schedule } from '../../src/main/schedule';

/** Time that a test moves by hand: a monotonic clock in ms, and timers that fire in order as it passes. */
export class FakeClock {
  #now = 0;
  #timers: { at: number; run: () => void }[] = [];

  readonly now = (): number => this.#now;

  readonly schedule: Schedule = (ms, run) => {
    const timer = { at: this.#now + ms, run };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  };

  /** How many timers are set. */
  get waiting(): number {
    return this.#timers.length;
  }

  /** Lets `ms` pass and runs what falls due, at its time. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = this.#timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.#timers = this.#timers.filter((timer) => timer !== due);
      this.#now = due.at;
      due.run();
    }
    this.#now = end;
  }
}
