import type {
  ClientEvent,
  Connect,
  Connection,
  ConnectionListener,
  Endpoint,
  ServerEvent,
} from '../../src/main/realtime/connection';
import { RealtimeError } from '../../src/main/realtime/errors';

/** A connection whose server is the test: it says what it likes, whenever it likes, and sees what was sent. */
export class FakeConnection implements Connection {
  readonly endpoint: Endpoint;
  readonly sent: ClientEvent[] = [];
  /** Called with each sent event: a script may answer at once. */
  onSend: (event: ClientEvent) => void = () => {};
  readonly #listener: ConnectionListener;
  #state: 'connecting' | 'open' | 'over' = 'connecting';

  constructor(endpoint: Endpoint, listener: ConnectionListener) {
    this.endpoint = endpoint;
    this.#listener = listener;
  }

  get isOver(): boolean {
    return this.#state === 'over';
  }

  send(event: ClientEvent): void {
    if (this.#state !== 'open') return;
    this.sent.push(event);
    this.onSend(event);
  }

  /** How often a sign of life was asked for. */
  probes = 0;

  probe(): void {
    this.probes += 1;
  }

  close(): void {
    this.#state = 'over';
  }

  // What the network and the server do

  open(): void {
    if (this.#state !== 'connecting') return;
    this.#state = 'open';
    this.#listener.opened();
  }

  receive(...events: ServerEvent[]): void {
    for (const event of events) if (this.#state === 'open') this.#listener.received(event);
  }

  malform(): void {
    if (this.#state === 'open') this.#listener.malformed(new RealtimeError('garbage', 'no event'));
  }

  end(reason: RealtimeError = new RealtimeError('closed', 'close 1006')): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#listener.ended(reason);
  }

  /** The types of what was sent, in order. */
  get sentTypes(): string[] {
    return this.sent.map(({ type }) => type);
  }

  /** The newest sent event of that type. */
  last(type: string): ClientEvent {
    const event = this.sent.findLast((candidate) => candidate.type === type);
    if (event === undefined) throw new Error(`no ${type} was sent`);
    return event;
  }

  /** Forgets what was sent so far and returns it. */
  take(): ClientEvent[] {
    return this.sent.splice(0);
  }
}

/** A {@link Connect} that keeps every connection which it made, newest last. */
export class FakeNetwork {
  readonly connections: FakeConnection[] = [];

  readonly connect: Connect = (endpoint, listener) => {
    const connection = new FakeConnection(endpoint, listener);
    this.connections.push(connection);
    return connection;
  };

  get newest(): FakeConnection {
    const connection = this.connections.at(-1);
    if (connection === undefined) throw new Error('nobody has connected');
    return connection;
  }
}
