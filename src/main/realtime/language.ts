import type { RealtimeErrorCode } from './errors';

/** Frames in a row that are no events: beyond this the other end speaks another language. */
const MOST_GARBAGE = 10;

/** Whether the other end speaks the protocol at all, by the frames that came. */
export class Language {
  #heard = false;
  /** Frames in a row that we could not read. */
  #garbage = 0;

  /** An event came, of whatever kind. */
  heard(): void {
    this.#heard = true;
  }

  /** It was one that we could read. */
  understood(): void {
    this.#garbage = 0;
  }

  /** A frame came that we could not read. `true`: one too many. */
  malformed(): boolean {
    this.#garbage += 1;
    return this.#garbage >= MOST_GARBAGE;
  }

  /** What an end that never introduced itself did instead. */
  get insteadOfGreeting(): RealtimeErrorCode {
    if (this.#garbage > 0) return 'garbage';
    return this.#heard ? 'not-a-realtime-server' : 'session-timeout';
  }
}
