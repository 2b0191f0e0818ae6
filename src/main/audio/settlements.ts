import type { Schedule } from '../schedule';
import type { Ledger } from './ledger';

/** The player answers a flush within a few ms; one that does not is taken for dead. */
const FLUSH_TIMEOUT_MS = 250;

interface Open {
  ledger: Ledger;
  settle(): void;
}

/** Flushes on their way: each waits for the player's exact counts, for a bounded time. */
export class Settlements {
  readonly #schedule: Schedule;
  /** By the epoch that the flush began; the ledger is that of the epoch before. */
  readonly #open = new Map<number, Open>();

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  /** Resolves once the ledger holds the final counts, or as good ones as there will be. */
  wait(epoch: number, ledger: Ledger): Promise<void> {
    return new Promise((resolve) => {
      const settle = () => {
        cancel();
        this.#open.delete(epoch);
        resolve();
      };
      const cancel = this.#schedule(FLUSH_TIMEOUT_MS, settle);
      this.#open.set(epoch, { ledger, settle });
    });
  }

  /** The ledger of a flushed epoch that is not settled yet. */
  ledgerOf(epoch: number): Ledger | null {
    return this.#open.get(epoch + 1)?.ledger ?? null;
  }

  /** The ledger holds the final counts now. */
  settle(epoch: number): void {
    this.#open.get(epoch)?.settle();
  }

  /** No answer will come: what is known has to do. */
  giveUp(): void {
    for (const { settle } of [...this.#open.values()]) settle();
  }
}
