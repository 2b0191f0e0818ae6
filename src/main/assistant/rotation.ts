import type { Endpoint } from '../realtime/connection';
import type { Session, SessionEvent } from '../realtime/session-events';
import type { Schedule } from '../schedule';

/** A session is replaced at this age, ms: the service ends it at 60 minutes, in the middle of a word if need be. */
export const ROTATE_AFTER_MS = 50 * 60_000;
/** A part of this is added by chance, so that many do not come at once. */
export const ROTATE_SPREAD_MS = 3 * 60_000;
/** How soon it is looked again whether nothing sounds any more. */
const BUSY_MS = 2_000;
/** How soon another successor is tried after one that failed; the old session still works. */
const AGAIN_MS = 60_000;

export interface RotationDeps {
  openSession(endpoint: Endpoint, onEvent: (event: SessionEvent) => void): Session;
  random(): number;
  schedule: Schedule;
  log: { info(message: string): void };
}

export interface RotationOwner {
  isBusy(): boolean;
  /** Whom to connect to now; null if to nobody. */
  endpoint(): Promise<Endpoint | null>;
  /** The successor is ready, and nothing sounds. */
  replace(session: Session): void;
  /** What a successor says. Of one that is not in place nobody needs to hear. */
  event(session: Session, event: SessionEvent): void;
}

/** Makes a new session before the old one expires, and lets it take over while nothing sounds: nobody notices. */
export class Rotation {
  readonly #deps: RotationDeps;
  readonly #owner: RotationOwner;
  #cancel: (() => void) | null = null;
  #successor: Session | null = null;
  /** Grows with every end: what was begun before means nothing then. */
  #generation = 0;

  constructor(deps: RotationDeps, owner: RotationOwner) {
    this.#deps = deps;
    this.#owner = owner;
  }

  /** A session is ready: its time runs. */
  begin(): void {
    this.#cancel?.();
    this.#wait(ROTATE_AFTER_MS + this.#deps.random() * ROTATE_SPREAD_MS);
  }

  /** The session is gone. */
  end(): void {
    this.#generation += 1;
    this.#cancel?.();
    this.#cancel = null;
    this.#successor?.close();
    this.#successor = null;
  }

  #wait(ms: number): void {
    this.#cancel = this.#deps.schedule(ms, () => {
      if (this.#owner.isBusy()) this.#wait(BUSY_MS);
      else void this.#open();
    });
  }

  async #open(): Promise<void> {
    const generation = this.#generation;
    const endpoint = await this.#owner.endpoint();
    if (generation !== this.#generation) return;
    if (endpoint === null) return this.#wait(AGAIN_MS);
    let made: Session | null = null;
    const session = this.#deps.openSession(endpoint, (event) => {
      if (generation !== this.#generation) {
        if (made !== null) this.#owner.event(made, event);
      } else if (event.type === 'state') this.#onState(made, event.state.kind);
    });
    made = session;
    // One that could not even begin has told its end already.
    if (session.state.kind !== 'closed') this.#successor = session;
  }

  #onState(session: Session | null, kind: Session['state']['kind']): void {
    switch (kind) {
      case 'connecting':
      case 'configuring':
        return;
      case 'closed':
        this.#successor = null;
        this.#wait(AGAIN_MS);
        return;
      case 'ready':
        if (session !== null) this.#takeOver(session);
        return;
      default:
        kind satisfies never;
    }
  }

  #takeOver(session: Session): void {
    this.#successor = null;
    if (this.#owner.isBusy()) {
      // Somebody asked meanwhile, and is answered by the old one.
      session.close();
      this.#wait(BUSY_MS);
      return;
    }
    this.#generation += 1;
    this.begin();
    this.#owner.replace(session);
  }
}
