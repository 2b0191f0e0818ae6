import type { Schedule } from '../../src/main/realtime/schedule';

/** Time that only moves when told to. */
export class FakeTimers {
  #now = 0;
  #serial = 0;
  readonly #pending = new Map<number, { at: number; run: () => void }>();

  /** ms since the beginning. */
  get now(): number {
    return this.#now;
  }

  /** How many timers are running. */
  get pending(): number {
    return this.#pending.size;
  }

  readonly schedule: Schedule = (ms, run) => {
    this.#serial += 1;
    const id = this.#serial;
    this.#pending.set(id, { at: this.#now + ms, run });
    return () => {
      this.#pending.delete(id);
    };
  };

  /** Lets `ms` pass; what is due runs in the order of its time, also what is set meanwhile. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (let due = this.#next(until); due !== null; due = this.#next(until)) {
      this.#pending.delete(due.id);
      this.#now = due.at;
      due.run();
    }
    this.#now = until;
  }

  #next(until: number): { id: number; at: number; run: () => void } | null {
    let next: { id: number; at: number; run: () => void } | null = null;
    for (const [id, timer] of this.#pending) {
      if (timer.at <= until && (next === null || timer.at < next.at)) next = { id, ...timer };
    }
    return next;
  }
}
