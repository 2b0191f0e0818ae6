export interface RateLimit {
  /** What may come at once. */
  burst: number;
  /** What may come per second in the long run. */
  perSecond: number;
}

/** A token bucket (pure but for its own count). Times are monotonic, in ms. */
export class TokenBucket {
  readonly #limit: RateLimit;
  #tokens: number;
  #at: number;

  constructor(limit: RateLimit, now: number) {
    this.#limit = limit;
    this.#tokens = limit.burst;
    this.#at = now;
  }

  /** Takes one token; false if there is none. A clock that goes back adds nothing. */
  take(now: number): boolean {
    const earned = (Math.max(0, now - this.#at) / 1000) * this.#limit.perSecond;
    this.#tokens = Math.min(this.#limit.burst, this.#tokens + earned);
    this.#at = Math.max(this.#at, now);
    if (this.#tokens < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
