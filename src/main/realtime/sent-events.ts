import type { ClientEvent } from './connection';
import type { Asked, Outbound } from './dialect';
import type { Origin } from './gate-types';

/** Which of our events it was. */
export type Sent = Exclude<Origin, null> | { kind: 'configure'; asked: Asked };

/** Errors come at once or never: more than these need not be told apart. */
const MOST_REMEMBERED = 64;

/** Gives every client event its id, and knows by that id which it was when an error names it. */
export class SentEvents {
  readonly #eventId: (n: number) => string;
  readonly #remembered = new Map<string, Sent>();
  #count = 0;

  constructor(eventId: (n: number) => string = (n) => `aloud_${n}`) {
    this.#eventId = eventId;
  }

  stamp(event: Outbound, sent: Sent): ClientEvent {
    this.#count += 1;
    const id = this.#eventId(this.#count);
    this.#remembered.set(id, sent);
    const [oldest] = this.#remembered.keys();
    if (this.#remembered.size > MOST_REMEMBERED && oldest !== undefined) this.#remembered.delete(oldest);
    return { ...event, event_id: id };
  }

  /** Null for an id that is not ours, or too old. */
  find(eventId: string | null): Sent | null {
    return this.#remembered.get(eventId ?? '') ?? null;
  }
}
