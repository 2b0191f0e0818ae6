/**
 * Does jobs one after the other, in the order in which they came. One that comes while another is being done, from a
 * listener that answers at once, waits until that one is whole.
 */
export class JobQueue {
  readonly #jobs: (() => void)[] = [];
  #isWorking = false;

  add(job: () => void): void {
    this.#jobs.push(job);
    if (this.#isWorking) return;
    this.#isWorking = true;
    try {
      for (let next = this.#jobs.shift(); next !== undefined; next = this.#jobs.shift()) next();
    } finally {
      this.#isWorking = false;
    }
  }
}
