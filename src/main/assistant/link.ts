import type { Endpoint } from '../realtime/connection';
import type { RealtimeError } from '../realtime/errors';
import type { Session, SessionEvent } from '../realtime/session-events';
import type { Schedule } from '../schedule';
import type { ChosenEndpoint } from './endpoint';
import type { AppErrorCode } from './problems';

/** How long an unused connection is kept, ms: long enough for a pause in talking, short enough to cost nothing. */
export const IDLE_CLOSE_MS = 5 * 60_000;

export interface LinkDeps {
  /** Whom to connect to now; asked before every connection, since key and source change. */
  choose(): Promise<ChosenEndpoint>;
  /** The embedded server, started on the first use. Rejects when it cannot run. */
  startDemo(): Promise<Endpoint>;
  openSession(endpoint: Endpoint, onEvent: (event: SessionEvent) => void): Session;
  schedule: Schedule;
  log: { info(message: string): void; warn(message: string): void };
}

export interface LinkListener {
  opening(): void;
  event(event: SessionEvent): void;
  /** There can be no session, for a reason outside the connection. */
  impossible(code: AppErrorCode): void;
}

/** The one session to the server: opened when it is needed, kept warm, closed when idle, dropped on any change. */
export class Link {
  readonly #deps: LinkDeps;
  readonly #listener: LinkListener;
  /** Grows with every session and every drop: what an older one still says is not heard. */
  #generation = 0;
  #opening: Promise<Session | null> | null = null;
  #session: Session | null = null;
  #cancelIdle: (() => void) | null = null;

  constructor(deps: LinkDeps, listener: LinkListener) {
    this.#deps = deps;
    this.#listener = listener;
  }

  /** The living session, if there is one. */
  get session(): Session | null {
    return this.#session;
  }

  /** The session, opened if need be; null when there can be none, which the listener was told. */
  open(): Promise<Session | null> {
    this.touch();
    if (this.#session !== null) return Promise.resolve(this.#session);
    this.#opening ??= this.#start();
    return this.#opening;
  }

  /** Counts the idle time anew. */
  touch(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = this.#deps.schedule(IDLE_CLOSE_MS, () => {
      if (this.#session === null) return;
      this.#deps.log.info('connection closed: idle');
      this.drop();
      this.#listener.event({ type: 'state', state: { kind: 'closed', reason: null } });
    });
  }

  /** Closes whatever is open; the next `open` starts anew. */
  drop(): void {
    this.#generation += 1;
    this.#opening = null;
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    const session = this.#session;
    this.#session = null;
    session?.close();
  }

  async #start(): Promise<Session | null> {
    this.#generation += 1;
    const generation = this.#generation;
    this.#listener.opening();
    const endpoint = await this.#endpoint();
    if (generation !== this.#generation) return this.#session;
    this.#opening = null;
    if (endpoint === null) return null;
    const session = this.#deps.openSession(endpoint, (event) => {
      if (generation !== this.#generation) return;
      if (event.type === 'state' && event.state.kind === 'closed') {
        this.#session = null;
        this.#deps.log.info(`connection closed: ${reasonOf(event.state.reason)}`);
      }
      this.#listener.event(event);
    });
    // One that could not even begin (an address of the wrong kind, say) has told its end already.
    this.#session = session.state.kind === 'closed' ? null : session;
    return session;
  }

  async #endpoint(): Promise<Endpoint | null> {
    const chosen = await this.#deps.choose();
    switch (chosen.kind) {
      case 'endpoint':
        return chosen.endpoint;
      case 'no-key':
      case 'bad-server-url':
        this.#listener.impossible(chosen.kind);
        return null;
      case 'demo':
        try {
          return await this.#deps.startDemo();
        } catch (error) {
          this.#deps.log.warn(
            `the demo voice did not start: ${error instanceof Error ? error.message : 'unknown'}`,
          );
          this.#listener.impossible('demo-broken');
          return null;
        }
      default:
        return chosen satisfies never;
    }
  }
}

function reasonOf(reason: RealtimeError | null): string {
  return reason === null ? 'by us' : reason.message;
}
