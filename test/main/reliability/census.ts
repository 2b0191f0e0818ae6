/** What Node counts of a process: what a test leaves behind is more of it afterwards than before. */
export interface Count {
  timers: number;
  sockets: number;
  servers: number;
  listeners: number;
}

export function countNow(): Count {
  const resources = process.getActiveResourcesInfo();
  const of = (kind: RegExp): number => resources.filter((resource) => kind.test(resource)).length;
  return {
    timers: of(/^Timeout$|^Immediate$/),
    sockets: of(/^TCPSocketWrap$|^TLSWrap$/),
    servers: of(/^TCPServerWrap$/),
    listeners: process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0),
  };
}

/** Watches the process from its making until `end`: what is left, and what nobody caught. */
export class Census {
  readonly #before: Count;
  readonly #uncaught: string[] = [];
  readonly #note = (reason: unknown): void => {
    this.#uncaught.push(reason instanceof Error ? `uncaught: ${reason.message}` : 'uncaught');
  };

  constructor() {
    process.on('unhandledRejection', this.#note);
    this.#before = countNow();
  }

  /** Gives what is ending up to `ms` for it. */
  async leftovers(ms = 3_000): Promise<string[]> {
    const until = performance.now() + ms;
    while (this.#more().length > 0 && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 20));
    return [...this.#more(), ...this.#uncaught];
  }

  end(): void {
    process.off('unhandledRejection', this.#note);
  }

  #more(): string[] {
    const now = countNow();
    return (['timers', 'sockets', 'servers', 'listeners'] as const)
      .filter((kind) => now[kind] > this.#before[kind])
      .map((kind) => `${now[kind] - this.#before[kind]} ${kind} more than before`);
  }
}
