import type { Schedule } from '../schedule';
import { fromServerError, isFatal } from './classify';
import type { ConfigurationRequest } from './configuration';
import { Configuration } from './configuration';
import type { Connect, Connection, Endpoint, ServerEvent } from './connection';
import type { Outbound, SessionConfig } from './dialect';
import { rememberedItem } from './dialect';
import { RealtimeError } from './errors';
import { Language } from './language';
import { Remembering } from './remembering';
import type { Sent } from './sent-events';
import { SentEvents } from './sent-events';
import type { Incoming, SessionDescription } from './server-events';
import { readServerEvent } from './server-events';
import type { HeardItem, RememberedMessage, Session, SessionEvent, SessionState } from './session-events';
import type { SessionTimeouts } from './session-timeouts';
import { DEFAULT_TIMEOUTS } from './session-timeouts';
import { withReset } from './turn-outcome';
import { Turns } from './turns';

export interface SessionDeps {
  connect: Connect;
  endpoint: Endpoint;
  config: SessionConfig;
  schedule: Schedule;
  /** The `event_id` of the `n`th client event, unique within the connection. */
  eventId?(n: number): string;
  onEvent(event: SessionEvent): void;
  timeouts?: Partial<SessionTimeouts>;
}

/** Opens a session. It connects at once; `onEvent` is told every change of state after this one. */
export function createSession(deps: SessionDeps): Session {
  return new RealtimeSession(deps);
}

/** From the connection to a configured session; what is said in it is the turns' business. */
class RealtimeSession implements Session {
  readonly #deps: SessionDeps;
  readonly #timeouts: SessionTimeouts;
  readonly #sent: SentEvents;
  readonly #turns: Turns;
  readonly #configuration: Configuration;
  readonly #language = new Language();
  #state: SessionState = { kind: 'connecting' };
  #connection: Connection | null = null;
  /** When the limits that are used up begin anew, ms; null while none is. */
  #limitResetMs: number | null = null;
  readonly #memory: Remembering;
  #stopWaiting: () => void = () => {};

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...deps.timeouts };
    this.#configuration = new Configuration(deps.config, deps.endpoint.dialect ?? null);
    this.#sent = new SentEvents(deps.eventId);
    this.#memory = new Remembering(deps.schedule);
    this.#turns = new Turns({
      schedule: deps.schedule,
      timeouts: { end: this.#timeouts.oldResponse, silence: this.#timeouts.turnSilence },
      dialect: () => this.#configuration.dialect,
      send: (event, sent) => this.#send(event, sent),
      tell: (event) => this.#tell(withReset(event, this.#limitResetMs)),
      disconnect: (error) => this.#close(error),
    });
    const connection = deps.connect(deps.endpoint, {
      opened: () => this.#opened(),
      received: (event) => this.#onServerEvent(event),
      malformed: (error) => this.#malformed(error),
      ended: (reason) => this.#close(reason),
    });
    if (!this.#isClosed) this.#connection = connection;
  }

  get state(): SessionState {
    return this.#state;
  }

  ask(turn: number, prompt: string): void {
    this.#turns.feed({ type: 'ask', turn, prompt });
  }

  cancel(): void {
    this.#turns.feed({ type: 'cancel' });
  }

  settle(items: readonly HeardItem[]): void {
    this.#turns.settle(items);
  }

  remember(messages: readonly RememberedMessage[]): void {
    this.#memory.add(messages);
    if (this.#state.kind === 'ready') this.#sendRemembered();
  }

  probe(): void {
    this.#connection?.probe();
  }

  close(): void {
    this.#close(null);
  }

  get #isClosed(): boolean {
    return this.#state.kind === 'closed';
  }

  // From the connection

  #opened(): void {
    if (this.#state.kind !== 'connecting') return;
    this.#wait(this.#timeouts.firstEvent, () =>
      this.#close(new RealtimeError(this.#language.insteadOfGreeting, 'no session.created')),
    );
  }

  #onServerEvent(event: ServerEvent): void {
    if (this.#isClosed) return;
    this.#language.heard();
    this.#memory.heard(event.type);
    const incoming = readServerEvent(event, this.#deps.endpoint.key);
    if (incoming.type === 'unreadable') {
      this.#malformed(incoming.error);
      return;
    }
    this.#language.understood();
    switch (incoming.type) {
      case 'session-created':
        if (this.#state.kind === 'connecting') this.#configure(incoming.session);
        return;
      case 'session-updated':
        this.#configured(incoming.session);
        return;
      case 'error':
        this.#refused(incoming);
        return;
      case 'rate-limits':
        this.#limitResetMs = incoming.resetMs;
        return;
      case 'turn':
        this.#turns.feed({ type: 'event', event: incoming.event });
        return;
      case 'ignored':
        return;
      default:
        incoming satisfies never;
    }
  }

  #malformed(error: RealtimeError): void {
    if (this.#isClosed) return;
    if (this.#language.malformed()) this.#close(new RealtimeError('garbage', error.details));
    else this.#tell({ type: 'warning', error });
  }

  #configure(session: SessionDescription): void {
    const request = this.#configuration.introduced(session);
    this.#setState({ kind: 'configuring', dialect: this.#configuration.dialect });
    this.#askToConfigure(request);
  }

  #askToConfigure({ event, sent }: ConfigurationRequest): void {
    this.#send(event, sent);
    this.#wait(this.#timeouts.configure, () => this.#close(new RealtimeError('configure-timeout')));
  }

  #configured(session: SessionDescription): void {
    const { kind } = this.#state;
    if (kind !== 'configuring' && kind !== 'ready') return;
    const useless = this.#configuration.confirmed(session);
    if (useless !== null) {
      this.#close(useless);
      return;
    }
    if (kind === 'ready') return;
    this.#stopWaiting();
    const { dialect, model } = this.#configuration;
    this.#setState({ kind: 'ready', dialect, model });
    this.#sendRemembered();
    this.#turns.feed({ type: 'ready' });
  }

  #refused({ eventId, code, errorType }: Extract<Incoming, { type: 'error' }>): void {
    const error = fromServerError({ code, type: errorType }, this.#limitResetMs);
    const sent = this.#sent.find(eventId);
    switch (this.#state.kind) {
      case 'connecting':
        // Nothing was sent that could be at fault: it is about the session itself.
        this.#close(error);
        return;
      case 'configuring':
        this.#configureRefused(error, sent);
        return;
      case 'ready':
        if (isFatal(error)) this.#close(error);
        else if (eventId === null && this.#memory.takesError()) this.#tell({ type: 'warning', error });
        else
          this.#turns.feed({
            type: 'refused',
            code,
            error,
            origin: sent?.kind === 'configure' ? { kind: 'other' } : sent,
          });
        return;
      case 'closed':
        return;
      default:
        this.#state satisfies never;
    }
  }

  #configureRefused(error: RealtimeError, sent: Sent | null): void {
    const then = this.#configuration.refused(error, sent);
    switch (then.do) {
      case 'ignore':
        return;
      case 'ask':
        this.#tell({ type: 'warning', error });
        this.#askToConfigure(then.request);
        return;
      case 'give-up':
        this.#close(error);
        return;
      default:
        then satisfies never;
    }
  }

  // Out

  #sendRemembered(): void {
    // One that the server refuses is a gap in its memory, which is better than no answer: it is only logged.
    for (const message of this.#memory.take())
      this.#send(rememberedItem(this.#configuration.dialect, message), { kind: 'other' });
  }

  #send(event: Outbound, sent: Sent): void {
    this.#connection?.send(this.#sent.stamp(event, sent));
  }

  #tell(event: SessionEvent): void {
    this.#deps.onEvent(event);
  }

  #setState(state: SessionState): void {
    this.#state = state;
    this.#tell({ type: 'state', state });
  }

  #wait(ms: number, run: () => void): void {
    this.#stopWaiting();
    if (!this.#isClosed) this.#stopWaiting = this.#deps.schedule(ms, run);
  }

  /** Final. Every turn that is still owed its `turn-done` gets it before the state is told. */
  #close(cause: RealtimeError | null): void {
    if (this.#isClosed) return;
    const reason = cause === null ? null : this.#memory.explain(cause);
    const state: SessionState = { kind: 'closed', reason };
    this.#memory.end();
    this.#state = state;
    this.#stopWaiting();
    this.#connection?.close();
    this.#connection = null;
    this.#turns.feed({ type: 'end', reason });
    this.#turns.tellLast({ type: 'state', state });
  }
}
