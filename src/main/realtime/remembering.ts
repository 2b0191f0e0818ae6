import type { Schedule } from '../schedule';
import { canonicalType } from './dialect';
import type { RealtimeErrorCode } from './errors';
import { RealtimeError } from './errors';
import type { RememberedMessage } from './session-events';

/** A server that breaks over what it is told does so soon, ms: a later end has another cause. */
export const DOUBT_MS = 5_000;

/** Ends that a server may mean by what it was told. Where it says more, that is believed. */
const BLAMED: ReadonlySet<RealtimeErrorCode> = new Set<RealtimeErrorCode>([
  'closed',
  'rejected',
  'server-error',
  'too-large',
]);

/**
 * What a server is told of earlier sessions, and whether it has taken it: some take nothing from a client that an
 * assistant is to have said, and end the connection over it.
 */
export class Remembering {
  readonly #schedule: Schedule;
  readonly #waiting: RememberedMessage[] = [];
  /** Messages of which the server has said nothing yet. */
  #doubtful = 0;
  #cancel: () => void = () => {};

  constructor(schedule: Schedule) {
    this.#schedule = schedule;
  }

  add(messages: readonly RememberedMessage[]): void {
    this.#waiting.push(...messages);
  }

  /** Everything that is to be told now. */
  take(): RememberedMessage[] {
    const told = this.#waiting.splice(0);
    if (told.length === 0) return told;
    this.#doubtful += told.length;
    this.#cancel();
    this.#cancel = this.#schedule(DOUBT_MS, () => {
      this.#doubtful = 0;
    });
    return told;
  }

  /** The server said something; what it says of an answer, it says after all that it was told before. */
  heard(type: string): void {
    if (this.#doubtful === 0) return;
    if (type.startsWith('response.')) this.#settle();
    else if (canonicalType(type) === 'conversation.item.added') this.#less();
  }

  /** Whether an error that names nothing is about what it was told: that came first, and is answered first. */
  takesError(): boolean {
    if (this.#doubtful === 0) return false;
    this.#less();
    return true;
  }

  /** What the end of the connection means. */
  explain(reason: RealtimeError): RealtimeError {
    return this.#doubtful > 0 && BLAMED.has(reason.code)
      ? new RealtimeError('memory-refused', reason.details)
      : reason;
  }

  /** The session is over. */
  end(): void {
    this.#settle();
  }

  #less(): void {
    this.#doubtful -= 1;
    if (this.#doubtful === 0) this.#settle();
  }

  #settle(): void {
    this.#doubtful = 0;
    this.#cancel();
  }
}
