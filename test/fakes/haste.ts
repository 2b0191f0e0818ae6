import type { Clock } from '../../src/main/demo/clock';
import type { Schedule } from '../../src/main/schedule';

/**
 * Real time, run through faster: for what needs real sockets and would take minutes. Everybody who shares one agrees on how
 * long things take, however fast they go. All times are ms of this hurried time.
 */
export class Haste {
  /** How many times faster. */
  readonly factor: number;
  #leapt = 0;
  readonly #waiting = new Set<{ due: number; arm(): void }>();

  constructor(factor: number) {
    this.factor = factor;
  }

  readonly now = (): number => performance.now() * this.factor + this.#leapt;

  readonly schedule: Schedule = (ms, run) => {
    let timer: NodeJS.Timeout | undefined;
    const waiting = {
      due: this.now() + ms,
      arm: () => {
        clearTimeout(timer);
        timer = setTimeout(
          () => {
            this.#waiting.delete(waiting);
            run();
          },
          this.real(Math.max(0, waiting.due - this.now())),
        );
      },
    };
    this.#waiting.add(waiting);
    waiting.arm();
    return () => {
      this.#waiting.delete(waiting);
      clearTimeout(timer);
    };
  };

  /** So much time is past at once: what was due within it happens now. */
  leap(ms: number): void {
    this.#leapt += ms;
    for (const waiting of this.#waiting) waiting.arm();
  }

  /** The embedded server's clock. */
  readonly clock: Clock = { now: this.now, date: () => new Date(), after: this.schedule };

  /** Real ms. */
  real(ms: number): number {
    return Math.min(ms / this.factor, 2 ** 31 - 1);
  }

  /** How many timers are set. */
  get waiting(): number {
    return this.#waiting.size;
  }

  pass(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.real(ms)));
  }
}
