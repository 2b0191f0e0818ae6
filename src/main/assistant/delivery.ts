import type { Session } from '../realtime/session-events';

/** How long a question waits for a connection that does not come, ms. Then it goes back to the user, who may be gone. */
export const PATIENCE_MS = 10_000;

/** A question on its way to an answer, over as many connections as it takes. */
export class Delivery {
  readonly turn: number;
  readonly prompt: string;
  /** The session that it was given to. */
  session: Session | null = null;
  /** That session was ready. */
  sent = false;
  /** The server said that it began. */
  began = false;
  /** Something of the answer, or its bill, came. */
  received = false;
  repeated = false;
  /** When it began to wait for a connection. */
  #since: number;

  constructor(turn: number, prompt: string, now: number) {
    this.turn = turn;
    this.prompt = prompt;
    this.#since = now;
  }

  /** It goes out again over the next connection. */
  takeBack(now: number): void {
    if (this.sent) {
      // It waits anew: what went before was no waiting for a connection.
      this.repeated = true;
      this.#since = now;
    }
    this.session = null;
    this.sent = false;
    this.began = false;
  }

  /** Whether it still waits for an attempt at `at`. */
  waitsUntil(at: number): boolean {
    return this.session === null && at - this.#since <= PATIENCE_MS;
  }
}
