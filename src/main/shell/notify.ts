import type { NotificationChannel, Notifications } from '../../preload/contract';
import type { Schedule } from '../schedule';

/** Snapshots go out at most once in this time, ms: a display shows no more, and the last one holds everything. */
export const SNAPSHOT_INTERVAL_MS = 16;

/** A page that can be told something. */
export interface NotificationTarget {
  send<C extends NotificationChannel>(channel: C, message: Notifications[C]): void;
}

/**
 * Pushes snapshots to a page: the first at once, then at most one per {@link SNAPSHOT_INTERVAL_MS}, the last one wins.
 * Nothing is sent while the page is not loaded; the latest is then kept for the moment it is, because the page may
 * have fetched its own first snapshot just before a change.
 */
export class SnapshotPush {
  readonly #target: NotificationTarget;
  readonly #schedule: Schedule;
  #loaded = false;
  #pending: Notifications['snapshot'] | null = null;
  #cancelWait: (() => void) | null = null;

  constructor(target: NotificationTarget, schedule: Schedule) {
    this.#target = target;
    this.#schedule = schedule;
  }

  push(snapshot: Notifications['snapshot']): void {
    this.#pending = snapshot;
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
    const snapshot = this.#pending;
    this.#pending = null;
    this.#cancelWait = this.#schedule(SNAPSHOT_INTERVAL_MS, () => {
      this.#cancelWait = null;
      this.#send();
    });
    this.#target.send('snapshot', snapshot);
  }
}
