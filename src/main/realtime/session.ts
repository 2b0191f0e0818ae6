import type { Schedule } from '../schedule';
import { fromServerError, isFatal } from './classify';
import type { Connect, Connection, Endpoint, ServerEvent } from './connection';
import type { Asked, Outbound, SessionConfig } from './dialect';
import { rememberedItem, sessionUpdate } from './dialect';
import type { RealtimeErrorCode } from './errors';
import { RealtimeError } from './errors';
import { checkFormat } from './format-check';
import type { Sent } from './sent-events';
import { SentEvents } from './sent-events';
import type { Incoming, SessionDescription } from './server-events';
import { readServerEvent } from './server-events';
import type {
  Dialect,
  HeardItem,
  RememberedMessage,
  Session,
  SessionEvent,
  SessionState,
} from './session-events';
import { withReset } from './turn-outcome';
import { Turns } from './turns';

/** How long each wait may last, ms. */
export interface SessionTimeouts {
  /** From the open connection to the server's first word. */
  firstEvent: number;
  /** For the echo of `session.update`. */
  configure: number;
  /** For the end of a response that was cancelled, before the next is created all the same. */
  oldResponse: number;
  /** Silence within a turn: no event of it at all. */
  turnSilence: number;
}

export const DEFAULT_TIMEOUTS: SessionTimeouts = {
  firstEvent: 10_000,
  configure: 10_000,
  oldResponse: 2_000,
  turnSilence: 30_000,
};

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

/** Frames in a row that are no events: beyond this the other end speaks another language. */
const MOST_GARBAGE = 10;

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
  #state: SessionState = { kind: 'connecting' };
  #connection: Connection | null = null;
  #dialect: Dialect;
  #model: string | null = null;
  #asked: Asked = 'full';
  /** When the limits that are used up begin anew, ms; null while none is. */
  #limitResetMs: number | null = null;
  /** Whether any event came at all. */
  #heard = false;
  /** Frames in a row that we could not read. */
  #garbage = 0;
  /** Messages that wait for the session to be ready. */
  #toRemember: RememberedMessage[] = [];
  #stopWaiting: () => void = () => {};

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...deps.timeouts };
    this.#dialect = deps.endpoint.dialect ?? 'ga';
    this.#sent = new SentEvents(deps.eventId);
    this.#turns = new Turns({
      schedule: deps.schedule,
      timeouts: { end: this.#timeouts.oldResponse, silence: this.#timeouts.turnSilence },
      dialect: () => this.#dialect,
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
    this.#toRemember.push(...messages);
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
      this.#close(new RealtimeError(this.#languageHeard(), 'no session.created')),
    );
  }

  /** What an end that never said `session.created` did instead. */
  #languageHeard(): RealtimeErrorCode {
    if (this.#garbage > 0) return 'garbage';
    return this.#heard ? 'not-a-realtime-server' : 'session-timeout';
  }

  #onServerEvent(event: ServerEvent): void {
    if (this.#isClosed) return;
    this.#heard = true;
    const incoming = readServerEvent(event, this.#deps.endpoint.key);
    if (incoming.type === 'unreadable') {
      this.#malformed(incoming.error);
      return;
    }
    this.#garbage = 0;
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
    this.#garbage += 1;
    if (this.#garbage >= MOST_GARBAGE) this.#close(new RealtimeError('garbage', error.details));
    else this.#tell({ type: 'warning', error });
  }

  #configure(session: SessionDescription): void {
    this.#dialect = this.#deps.endpoint.dialect ?? session.dialect ?? 'ga';
    this.#model = session.model;
    this.#setState({ kind: 'configuring', dialect: this.#dialect });
    this.#askToConfigure('full');
  }

  #askToConfigure(asked: Asked): void {
    this.#asked = asked;
    this.#send(sessionUpdate(this.#dialect, this.#deps.config, asked), { kind: 'configure', asked });
    this.#wait(this.#timeouts.configure, () => this.#close(new RealtimeError('configure-timeout')));
  }

  #configured(session: SessionDescription): void {
    const { kind } = this.#state;
    if (kind !== 'configuring' && kind !== 'ready') return;
    const wrongFormat = checkFormat(session.format);
    if (wrongFormat !== null) {
      this.#close(wrongFormat);
      return;
    }
    if (kind === 'ready') return;
    this.#stopWaiting();
    this.#model = session.model ?? this.#model;
    this.#setState({ kind: 'ready', dialect: this.#dialect, model: this.#model });
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
    // A second error about the first, full request.
    if (sent?.kind === 'configure' && sent.asked !== this.#asked) return;
    if (error.code !== 'rejected' || this.#asked === 'essential') {
      this.#close(error);
      return;
    }
    this.#tell({ type: 'warning', error });
    this.#askToConfigure('essential');
  }

  // Out

  #sendRemembered(): void {
    // One that the server refuses is a gap in its memory, which is better than no answer: it is only logged.
    for (const message of this.#toRemember.splice(0))
      this.#send(rememberedItem(this.#dialect, message), { kind: 'other' });
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
  #close(reason: RealtimeError | null): void {
    if (this.#isClosed) return;
    const state: SessionState = { kind: 'closed', reason };
    this.#state = state;
    this.#stopWaiting();
    this.#connection?.close();
    this.#connection = null;
    this.#turns.feed({ type: 'end', reason });
    this.#turns.tellLast({ type: 'state', state });
  }
}
