/** How far the app has got in its start. `ready`: as the host is about to tell it so. */
export type Milestone = 'main-begun' | 'main-loaded' | 'ready' | 'tray';

/** When the app first reached what, ms on this process' clock. */
export class Milestones {
  readonly #at = new Map<Milestone, number>();

  reach(milestone: Milestone): void {
    if (!this.#at.has(milestone)) this.#at.set(milestone, performance.now());
  }

  /** Null for what it has not reached. */
  all(): Record<Milestone, number | null> {
    const at = (milestone: Milestone): number | null => this.#at.get(milestone) ?? null;
    return {
      'main-begun': at('main-begun'),
      'main-loaded': at('main-loaded'),
      ready: at('ready'),
      tray: at('tray'),
    };
  }
}
