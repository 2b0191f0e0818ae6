import { fromServerError, isFatal } from './classify';
import type { Connect, Connection, Endpoint, ServerEvent } from './connection';
import type { Asked, Outbound, SessionConfig } from './dialect';
import {
  itemDelete,
  itemTruncate,
  responseCancel,
  responseCreate,
  sessionUpdate,
  userPrompt,
} from './dialect';
import { RealtimeError } from './errors';
import { checkFormat } from './format-check';
import type { Command, GateInput, Origin } from './gate-types';
import type { Settlement } from './received-items';
import { ReceivedItems } from './received-items';
import { NEW_GATE, step } from './response-gate';
import type { Schedule } from './schedule';
import type { Incoming, SessionDescription } from './server-events';
import { readServerEvent } from './server-events';
import type { Dialect, HeardItem, Session, SessionEvent, SessionState } from './session-events';

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
/** Sent events whose errors can still be told apart. */
const MOST_SENT = 64;

/** Opens a session. It connects at once; `onEvent` is told every change of state after this one. */
export function createSession(deps: SessionDeps): Session {
  return new RealtimeSession(deps);
}

/** Which of our events an id belongs to. */
type Sent = Exclude<Origin, null> | { kind: 'configure'; asked: Asked };

/** The shell around the gate: connection in, commands out. */
class RealtimeSession implements Session {
  readonly #deps: SessionDeps;
  readonly #timeouts: SessionTimeouts;
  readonly #received = new ReceivedItems();
  readonly #sent = new Map<string, Sent>();
  /** What waits while something is being worked on: a listener may ask or cancel from within `onEvent`. */
  readonly #jobs: (() => void)[] = [];
  #working = false;
  #state: SessionState = { kind: 'connecting' };
  #connection: Connection | null = null;
  #gate = NEW_GATE;
  #dialect: Dialect;
  #model: string | null = null;
  #asked: Asked = 'full';
  #sentCount = 0;
  /** Frames in a row that we could not read. */
  #garbage = 0;
  #stopWaiting: () => void = () => {};
  #stopTimer: () => void = () => {};

  constructor(deps: SessionDeps) {
    this.#deps = deps;
    this.#timeouts = { ...DEFAULT_TIMEOUTS, ...deps.timeouts };
    this.#dialect = deps.endpoint.dialect ?? 'ga';
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
    this.#feed({ type: 'ask', turn, prompt });
  }

  cancel(): void {
    this.#feed({ type: 'cancel' });
  }

  settle(items: readonly HeardItem[]): void {
    this.#enqueue(() => this.#sendSettlements(this.#received.settle(items)));
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
      this.#close(
        new RealtimeError(this.#garbage > 0 ? 'garbage' : 'not-a-realtime-server', 'no session.created'),
      ),
    );
  }

  #onServerEvent(event: ServerEvent): void {
    if (this.#isClosed) return;
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
      case 'turn':
        this.#feed({ type: 'event', event: incoming.event });
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
    this.#feed({ type: 'ready' });
  }

  #refused({ eventId, code, errorType }: Extract<Incoming, { type: 'error' }>): void {
    const error = fromServerError({ code, type: errorType });
    const sent = this.#sent.get(eventId ?? '') ?? null;
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
          this.#feed({
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

  // Through the gate

  #feed(input: GateInput): void {
    this.#enqueue(() => {
      const { gate, commands } = step(this.#gate, input);
      this.#gate = gate;
      for (const command of commands) this.#run(command);
    });
  }

  #run(command: Command): void {
    switch (command.do) {
      case 'send-prompt':
        this.#send(userPrompt(command.prompt), { kind: 'prompt', turn: command.turn });
        return;
      case 'send-create': {
        const { generation } = command;
        this.#send(responseCreate(this.#dialect, String(generation)), { kind: 'create', generation });
        return;
      }
      case 'send-cancel':
        this.#send(responseCancel(command.response), { kind: 'other' });
        return;
      case 'settle-unheard':
        this.#sendSettlements(this.#received.settleUnheard(command.items));
        return;
      case 'arm': {
        this.#stopTimer();
        if (this.#isClosed) return;
        const { timer, wait } = command;
        const ms = wait === 'end' ? this.#timeouts.oldResponse : this.#timeouts.turnSilence;
        this.#stopTimer = this.#deps.schedule(ms, () => this.#feed({ type: 'tick', timer }));
        return;
      }
      case 'disarm':
        this.#stopTimer();
        return;
      case 'tell':
        this.#count(command.event);
        this.#tell(command.event);
        return;
      default:
        command satisfies never;
    }
  }

  #count(event: SessionEvent): void {
    if (event.type === 'audio') this.#received.audio(event.item, event.delta);
    else if (event.type === 'audio-end') this.#received.audioEnded(event.item);
  }

  #sendSettlements(settlements: readonly Settlement[]): void {
    for (const { item, audioEndMs } of settlements) {
      this.#send(audioEndMs === 0 ? itemDelete(item) : itemTruncate(item, audioEndMs), { kind: 'other' });
    }
  }

  // Out

  #send(event: Outbound, sent: Sent): void {
    if (this.#connection === null) return;
    this.#sentCount += 1;
    const eventId = this.#deps.eventId?.(this.#sentCount) ?? `aloud_${this.#sentCount}`;
    this.#sent.set(eventId, sent);
    const [oldest] = this.#sent.keys();
    if (this.#sent.size > MOST_SENT && oldest !== undefined) this.#sent.delete(oldest);
    this.#connection.send({ ...event, event_id: eventId });
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
    this.#feed({ type: 'end', reason });
    this.#enqueue(() => this.#tell({ type: 'state', state }));
  }

  #enqueue(job: () => void): void {
    this.#jobs.push(job);
    if (this.#working) return;
    this.#working = true;
    try {
      for (let next = this.#jobs.shift(); next !== undefined; next = this.#jobs.shift()) next();
    } finally {
      this.#working = false;
    }
  }
}
