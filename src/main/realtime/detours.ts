import type { Route } from './route';

/** For how long a way that led nowhere is tried last, ms. Browsers do so for minutes; a network may change sooner. */
export const AVOIDED_MS = 60_000;

/** Remembers which ways led nowhere, so that not every connection waits for the same dead proxy. */
export class Detours {
  /** By the address of the proxy; until when, ms. */
  readonly #avoided = new Map<string, number>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  avoid(route: Route): void {
    this.#avoided.set(nameOf(route), this.#now() + AVOIDED_MS);
  }

  /** The same ways in the same order, but those to be avoided last. */
  order(routes: readonly Route[]): Route[] {
    const now = this.#now();
    for (const [name, until] of this.#avoided) if (until <= now) this.#avoided.delete(name);
    const isAvoided = (route: Route): boolean => this.#avoided.has(nameOf(route));
    return [...routes.filter((route) => !isAvoided(route)), ...routes.filter(isAvoided)];
  }
}

function nameOf(route: Route): string {
  return route.kind === 'direct' ? 'direct' : route.url;
}
