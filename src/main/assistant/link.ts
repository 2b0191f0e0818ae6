import type { Endpoint } from '../realtime/connection';
import type { RealtimeError } from '../realtime/errors';
import type { Session, SessionEvent } from '../realtime/session-events';
import type { Schedule } from '../schedule';
import type { EndpointDeps } from './find-endpoint';
import { findEndpoint } from './find-endpoint';
import type { Healing, HealingInput } from './healing';
import { AT_REST, heal } from './healing';
import { cureOf } from './problems';
import { Rotation } from './rotation';
import type { Trouble } from './trouble';
import { troubleOf } from './trouble';

export interface LinkDeps extends EndpointDeps {
  openSession(endpoint: Endpoint, onEvent: (event: SessionEvent) => void): Session;
  /** How long an unused connection is kept, ms. */
  idleCloseMs(): number;
  /** Monotonic, ms. */
  now(): number;
  /** From 0 to below 1. */
  random(): number;
  schedule: Schedule;
  log: EndpointDeps['log'] & { info(message: string): void };
}

export interface LinkListener {
  /** A session began. What is asked of it before it is ready waits in it. */
  opened(session: Session): void;
  /** Another session has taken the place of the one that grew old. It is ready. */
  replaced(session: Session): void;
  event(event: SessionEvent): void;
  healing(healing: Healing, former: Healing): void;
  /** An answer is on its way or sounds. */
  isBusy(): boolean;
  /** There is no network to whoever answers. */
  isOffline(): boolean;
}

/**
 * The one session to the server, kept as long as somebody may want it: opened, kept warm, opened again by the healing
 * policy, rotated before it expires, closed when idle.
 */
export class Link {
  readonly #deps: LinkDeps;
  readonly #listener: LinkListener;
  readonly #rotation: Rotation;
  /** Grows with every attempt and every drop: what an older one still says is not heard. */
  #generation = 0;
  #session: Session | null = null;
  #healing: Healing = AT_REST;
  #isOutdated = false;
  #cancelDue: (() => void) | null = null;
  #cancelIdle: (() => void) | null = null;

  constructor(deps: LinkDeps, listener: LinkListener) {
    this.#deps = deps;
    this.#listener = listener;
    this.#rotation = new Rotation(deps, {
      isBusy: () => listener.isBusy(),
      endpoint: async () => {
        const found = await findEndpoint(deps);
        return found.kind === 'found' ? found.endpoint : null;
      },
      replace: (session) => this.#replace(session),
      event: (session, event) => {
        if (session === this.#session) this.#onEvent(event);
      },
    });
  }

  /** The living session, if there is one. */
  get session(): Session | null {
    return this.#session;
  }

  get healing(): Healing {
    return this.#healing;
  }

  /** Somebody is about to ask, or has asked. */
  want(by: 'warming' | 'asking'): void {
    this.touch();
    this.#heal({ type: 'wanted', by });
  }

  /** An answer came whole. */
  completed(): void {
    this.#heal({ type: 'completed' });
  }

  /** Another network, or the network is back: a pause is cut short, and a connection that stands is put to the proof. */
  networkChanged(): void {
    this.#session?.probe();
    this.#heal({ type: 'changed' });
  }

  /** Counts the idle time anew. */
  touch(): void {
    this.#cancelIdle?.();
    this.#cancelIdle = this.#deps.schedule(this.#deps.idleCloseMs(), () => {
      if (this.#listener.isBusy()) return this.touch();
      this.#deps.log.info('connection closed: idle');
      this.drop();
    });
  }

  /** What the session was opened with holds no longer. Another takes its place, at the latest for the next question. */
  renew(): void {
    if (this.#healing.kind === 'rest') return;
    if (this.#listener.isBusy()) {
      this.#isOutdated = true;
      return;
    }
    this.drop();
    this.want('warming');
  }

  /** A question comes, and nothing sounds: it is not put to a session that is outdated. */
  freshen(): void {
    if (this.#isOutdated) this.drop();
  }

  /** Closes whatever is open; nothing runs then. */
  drop(): void {
    this.#isOutdated = false;
    this.#generation += 1;
    this.#cancelIdle?.();
    this.#cancelIdle = null;
    const session = this.#session;
    this.#session = null;
    this.#rotation.end();
    session?.close();
    this.#heal({ type: 'unwanted' });
  }

  /** Gives the present connection up for a new one: it is there, and yet no good. */
  giveUp(trouble: Trouble): void {
    if (this.#session === null) return;
    this.#generation += 1;
    const session = this.#session;
    this.#lose(trouble);
    session.close();
  }

  #heal(input: HealingInput): void {
    const { now, random } = this.#deps;
    const former = this.#healing;
    const { healing, connect } = heal(former, input, { now: now(), chance: random() });
    this.#healing = healing;
    if (healing !== former) this.#armDue();
    if (healing !== former) this.#listener.healing(healing, former);
    if (connect) void this.#start();
  }

  #armDue(): void {
    this.#cancelDue?.();
    this.#cancelDue = null;
    if (this.#healing.kind !== 'waiting') return;
    const waiting = this.#healing;
    this.#cancelDue = this.#deps.schedule(Math.max(0, Math.ceil(waiting.until - this.#deps.now())), () => {
      this.#heal({ type: 'due' });
      // Timers of real clocks may fire a moment early.
      if (this.#healing === waiting) this.#armDue();
    });
  }

  async #start(): Promise<void> {
    this.#generation += 1;
    const generation = this.#generation;
    const found = await findEndpoint(this.#deps);
    if (generation !== this.#generation) return;
    if (found.kind === 'none') return this.#lose(found.trouble);
    this.#isOutdated = false;
    const session = this.#deps.openSession(found.endpoint, (event) => {
      if (generation === this.#generation) this.#onEvent(event);
    });
    // One that could not even begin has told its end already.
    if (session.state.kind === 'closed') return;
    this.#session = session;
    this.#listener.opened(session);
  }

  #onEvent(event: SessionEvent): void {
    this.#listener.event(event);
    if (event.type !== 'state') return;
    switch (event.state.kind) {
      case 'connecting':
      case 'configuring':
        return;
      case 'ready':
        this.#rotation.begin();
        this.#heal({ type: 'ready' });
        return;
      case 'closed': {
        const { reason } = event.state;
        this.#deps.log.info(`connection closed: ${reason === null ? 'by us' : reason.message}`);
        this.#lose(reason === null ? troubleOf('closed') : this.#seen(reason));
        return;
      }
      default:
        event.state satisfies never;
    }
  }

  #replace(session: Session): void {
    const former = this.#session;
    this.#generation += 1;
    this.#isOutdated = false;
    this.#session = session;
    former?.close();
    this.#deps.log.info('connection renewed');
    this.#listener.replaced(session);
  }

  #lose(trouble: Trouble): void {
    this.#session = null;
    this.#rotation.end();
    this.#heal({ type: 'failed', trouble });
  }

  /** Without a network every failure has the same cause, however it looks from here. */
  #seen(error: RealtimeError): Trouble {
    return this.#listener.isOffline() && cureOf(error.code) === 'time'
      ? { ...troubleOf('offline'), details: error.details }
      : error;
  }
}
