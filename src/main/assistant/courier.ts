import type { Session } from '../realtime/session-events';
import type { Schedule } from '../schedule';
import type { AfterFailure } from './after-failure';
import { afterFailure } from './after-failure';
import { Delivery } from './delivery';
import type { Healing } from './healing';
import type { Trouble } from './trouble';
import { troubleOf } from './trouble';

/** The longest way from a question to the end of what is made as its answer, ms. */
export const LONGEST_TURN_MS = 10 * 60_000;

export interface CourierDeps {
  /** Monotonic, ms. */
  now(): number;
  schedule: Schedule;
  /** Runs it once nothing sounds any more of what was interrupted. */
  afterSilence(run: () => void): void;
  /** Whether it is still the session that questions go to. */
  isPresent(session: Session): boolean;
  /** Asks the session. */
  handOver(delivery: Delivery, session: Session): void;
  /** No connection came in time. */
  stranded(trouble: Trouble): void;
  /** The answer takes longer than one is waited for. */
  overdue(trouble: Trouble): void;
}

/** Brings the one question that is not answered yet to a session, over as many connections as it takes. */
export class Courier {
  readonly #deps: CourierDeps;
  #delivery: Delivery | null = null;
  #cancelLongest: () => void = () => {};

  constructor(deps: CourierDeps) {
    this.#deps = deps;
  }

  /** A question in place of any earlier one. No answer is waited for for ever, however busy the server looks. */
  take(turn: number, prompt: string): void {
    const { now, schedule, overdue } = this.#deps;
    this.drop();
    this.#delivery = new Delivery(turn, prompt, now());
    this.#cancelLongest = schedule(LONGEST_TURN_MS, () => overdue(troubleOf('turn-too-long')));
  }

  /** Nothing is waited for any more. */
  drop(): void {
    this.#delivery = null;
    this.#cancelLongest();
    this.#cancelLongest = () => {};
  }

  /** Gives the question to the session, once, and waits in it until it is ready. */
  deliver(session: Session): void {
    const { afterSilence, isPresent, handOver } = this.#deps;
    const delivery = this.#delivery;
    if (delivery === null || delivery.session === session) return;
    afterSilence(() => {
      if (this.#delivery !== delivery || !isPresent(session)) return;
      delivery.session = session;
      delivery.sent = session.state.kind === 'ready';
      handOver(delivery, session);
    });
  }

  /** The session is ready: what waited in it is out. `true` if that was the question. */
  ready(session: Session): boolean {
    if (this.#delivery?.session !== session) return false;
    this.#delivery.sent = true;
    return true;
  }

  /** The server said that it begins to answer. */
  began(turn: number): void {
    if (this.#delivery?.turn === turn) this.#delivery.began = true;
  }

  /** Something of the answer came. */
  received(turn: number): void {
    if (this.#delivery?.turn === turn) this.#delivery.received = true;
  }

  /**
   * The answer failed; null for a question that is not waited for. Unless the user is to be told, the question is back
   * and goes out over the next connection. `isBilled`: the server has counted what it cost; `isLost`: the connection is
   * gone.
   */
  failed(
    turn: number,
    trouble: Trouble,
    { isBilled, isLost }: { isBilled: boolean; isLost: boolean },
  ): AfterFailure | null {
    const delivery = this.#delivery;
    if (delivery?.turn !== turn) return null;
    // What is told of earlier sessions goes first: whoever broke over that never came to the question.
    if (trouble.code === 'memory-refused') delivery.sent = false;
    // Whoever fell silent once answers no better over the same connection.
    const isSilent = trouble.code === 'turn-timeout';
    const then = afterFailure(trouble, {
      sent: delivery.sent,
      received: delivery.received || isBilled || (isSilent && delivery.began),
      repeated: delivery.repeated,
      lost: isSilent || isLost,
    });
    if (then !== 'tell') delivery.takeBack(this.#deps.now());
    return then;
  }

  /** A question does not wait for ever for a connection: it goes back to the user, with the reason. */
  loseHope(healing: Healing): void {
    const { stranded } = this.#deps;
    switch (healing.kind) {
      case 'stuck':
        if (this.#delivery?.session === null) stranded(healing.trouble);
        return;
      case 'waiting':
        if (this.#delivery?.waitsUntil(healing.until) === false) stranded(healing.trouble);
        return;
      case 'rest':
      case 'trying':
      case 'up':
        return;
      default:
        healing satisfies never;
    }
  }
}
