import type { Schedule } from '../schedule';

/** How often the network is looked at while a connection is wanted, ms: nobody tells a program when it changes. */
export const NETWORK_INTERVAL_MS = 2_000;

export interface NetworkWatchDeps {
  /** Whether there is any network at all. */
  isOnline(): boolean;
  /** The addresses of this computer. */
  addresses(): readonly string[];
  /** Somebody wants a connection; while nobody does, nothing runs. */
  isWanted(): boolean;
  schedule: Schedule;
  online(online: boolean): void;
  /** Another network than before. */
  changed(): void;
}

/** Looks at the network as long as a connection is wanted, and tells when it goes, comes back or is another one. */
export class NetworkWatch {
  readonly #deps: NetworkWatchDeps;
  #online = true;
  #addresses: string | null = null;
  #cancel: (() => void) | null = null;

  constructor(deps: NetworkWatchDeps) {
    this.#deps = deps;
  }

  /** A connection may be wanted now. */
  begin(): void {
    if (this.#cancel === null && this.#deps.isWanted()) this.#lookIn(0);
  }

  end(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  #lookIn(ms: number): void {
    this.#cancel = this.#deps.schedule(ms, () => {
      this.#cancel = null;
      if (this.#deps.isWanted()) this.#look();
    });
  }

  #look(): void {
    const { isOnline, addresses, online, changed } = this.#deps;
    // Before anybody is told, who may ask for it to begin.
    this.#lookIn(NETWORK_INTERVAL_MS);
    const now = isOnline();
    const present = [...addresses()].sort().join(' ');
    const former = this.#addresses;
    this.#addresses = present;
    if (now !== this.#online) {
      this.#online = now;
      online(now);
    } else if (former !== null && former !== present) changed();
  }
}
