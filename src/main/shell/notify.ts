import type { NotificationChannel, Notifications } from '../../preload/contract';
import type { Schedule } from '../schedule';

/** States go out at most once in this time, ms: a display shows no more, and the last one holds everything. */
export const PUSH_INTERVAL_MS = 16;

/** A page that can be told something. */
export interface NotificationTarget {
  send<C extends NotificationChannel>(channel: C, message: Notifications[C]): void;
}

/** The channels whose messages are a whole state: of several only the last one matters. */
type StateChannel = 'snapshot' | 'settings';

/**
 * Pushes a state to a page: the first at once, then at most one per {@link PUSH_INTERVAL_MS}, the last one wins.
 * Nothing is sent while the page is not loaded; the latest is then kept for the moment it is, because the page may
 * have fetched its own first state just before a change.
 */
export class StatePush<C extends StateChannel> {
  readonly #channel: C;
  readonly #target: NotificationTarget;
  readonly #schedule: Schedule;
  #loaded = false;
  #pending: Notifications[C] | null = null;
  #cancelWait: (() => void) | null = null;

  constructor(channel: C, target: NotificationTarget, schedule: Schedule) {
    this.#channel = channel;
    this.#target = target;
    this.#schedule = schedule;
  }

  get isLoaded(): boolean {
    return this.#loaded;
  }

  push(state: Notifications[C]): void {
    this.#pending = state;
    if (this.#cancelWait === null) this.#send();
  }

  /** The page is there and listens, or is not. */
  setLoaded(loaded: boolean): void {
    this.#loaded = loaded;
    if (loaded && this.#cancelWait === null) this.#send();
  }

  dispose(): void {
    this.#cancelWait?.();
    this.#cancelWait = null;
    this.#pending = null;
    this.#loaded = false;
  }

  #send(): void {
    if (!this.#loaded || this.#pending === null) return;
    const state = this.#pending;
    this.#pending = null;
    this.#cancelWait = this.#schedule(PUSH_INTERVAL_MS, () => {
      this.#cancelWait = null;
      this.#send();
    });
    this.#target.send(this.#channel, state);
  }
}
