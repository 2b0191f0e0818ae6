import type { HostBrowser } from './browser';
import type { Milestones } from './milestones';
import type { OriginServer, SchemeHandler } from './origin-server';
import type { PageScripts } from './page-scripts';
import type { PortHub } from './port-hub';
import type { SimulatedSystem } from './system';
import type { Traffic } from './traffic';

/** What the browser side offers once it runs. */
export interface Stage {
  browser: HostBrowser;
  server: OriginServer;
  scripts: PageScripts;
}

/** What every module of the host is given. */
export interface HostContext {
  /** The folder of the app's package.json. */
  readonly appRoot: string;
  readonly manifest: { name: string; productName: string; version: string };
  readonly system: SimulatedSystem;
  readonly traffic: Traffic;
  readonly milestones: Milestones;
  readonly ports: PortHub;
  readonly schemes: Set<string>;
  readonly schemeHandlers: Map<string, SchemeHandler>;
  /** Pending until the browser runs. */
  readonly stage: Promise<Stage>;
  readonly lifecycle: Lifecycle;
  /** Ends everything, then the process with this code. */
  end(code: number): void;
}

/** Before or after `ready`: many parts of Electron throw when they are used too early or too late. */
export class Lifecycle {
  #ready = false;
  readonly whenReady: Promise<void>;
  #resolve: () => void = () => {};

  constructor() {
    this.whenReady = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  get isReady(): boolean {
    return this.#ready;
  }

  setReady(): void {
    this.#ready = true;
    this.#resolve();
  }

  /** @throws Error as Electron does, naming `what`. */
  requireReady(what: string): void {
    if (!this.#ready) throw new Error(`${what} cannot be used before the app is ready`);
  }
}

/** What Electron hands to listeners that may object. */
export interface PreventableEvent {
  readonly defaultPrevented: boolean;
  preventDefault(): void;
}

export function preventable<T extends object>(details?: T): PreventableEvent & T {
  let prevented = false;
  const event = {
    get defaultPrevented() {
      return prevented;
    },
    preventDefault() {
      prevented = true;
    },
  };
  return Object.assign(event, details);
}
