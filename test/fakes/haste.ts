import type { Clock } from '../../src/main/demo/clock';
import type { Schedule } from '../../src/main/schedule';

/**
 * Real time, run through faster: for what needs real sockets and would take minutes. Everybody who shares one agrees on how
 * long things take, however fast they go. All times are ms of this hurried time.
 */
export class Haste {
  /** How many times faster. */
  readonly factor: number;
  #waiting = 0;

  constructor(factor: number) {
    this.factor = factor;
  }

  readonly now = (): number => performance.now() * this.factor;

  readonly schedule: Schedule = (ms, run) => {
    let isOver = false;
    const end = (): void => {
      if (!isOver) this.#waiting -= 1;
      isOver = true;
    };
    this.#waiting += 1;
    const timer = setTimeout(() => {
      end();
      run();
    }, this.real(ms));
    return () => {
      end();
      clearTimeout(timer);
    };
  };

  /** The embedded server's clock. */
  readonly clock: Clock = { now: this.now, date: () => new Date(), after: this.schedule };

  /** Real ms. */
  real(ms: number): number {
    return Math.min(ms / this.factor, 2 ** 31 - 1);
  }

  /** How many timers are set. */
  get waiting(): number {
    return this.#waiting;
  }

  pass(ms: number): Promise<void> {
    return new Promise((resolve) => setTimeout(resolve, this.real(ms)));
  }
}
