import type { ClientEvent, Connect, ServerEvent } from '../../../../src/main/realtime/connection';
import { RealtimeError } from '../../../../src/main/realtime/errors';
import type { Schedule } from '../../../../src/main/schedule';
import { FakeConnection } from '../../../fakes/fake-connection';
import { says } from '../../../fakes/server-says';

export const WORD_MS = 200;
const LIFE_MS = 60 * 60_000;
/** How far back an answer of this service goes. */
const MEMORY = 10;

interface Message {
  id: string;
  role: 'user' | 'assistant';
  text: string;
}

/** What is in an item that a client creates, whichever role it has. */
interface CreatedItem {
  role: 'user' | 'assistant';
  content: { text: string }[];
}

/** One session: what was said in it and to it. It ends after an hour, as the real ones do, unless it is `eternal`. */
class ServiceSession {
  readonly connection: FakeConnection;
  readonly #schedule: Schedule;
  readonly #messages: Message[] = [];
  #count = 0;
  #response: string | null = null;

  constructor(connection: FakeConnection, schedule: Schedule, eternal: boolean, onExpired: () => void) {
    this.connection = connection;
    this.#schedule = schedule;
    connection.onSend = (event) => this.#receive(event);
    schedule(30, () => {
      connection.open();
      this.#say(says.sessionCreated());
    });
    if (!eternal) {
      schedule(LIFE_MS, () => {
        if (connection.isOver) return;
        onExpired();
        connection.end(new RealtimeError('session-expired', 'close 1001'));
      });
    }
  }

  #say(...events: ServerEvent[]): void {
    this.connection.receive(...events);
  }

  #receive(event: ClientEvent): void {
    switch (event.type) {
      case 'session.update':
        this.#schedule(20, () => this.#say(says.sessionUpdated()));
        return;
      case 'conversation.item.create': {
        const { role, content } = event.item as CreatedItem;
        this.#add(role, content.map(({ text }) => text).join(''));
        return;
      }
      case 'response.create':
        this.#answer(event.response as object);
        return;
      case 'response.cancel':
        this.#finish('cancelled');
        return;
      case 'conversation.item.truncate':
        this.#truncate(String(event.item_id), Number(event.audio_end_ms));
        return;
      case 'conversation.item.delete':
        this.#messages.splice(
          this.#messages.findIndex(({ id }) => id === event.item_id),
          1,
        );
        return;
      default:
        throw new Error(`not served: ${event.type}`);
    }
  }

  #add(role: Message['role'], text: string): Message {
    this.#count += 1;
    const message = { id: `item${this.#count}`, role, text };
    this.#messages.push(message);
    return message;
  }

  /** Says nothing but what can be known from the conversation: who does not remember it answers otherwise. */
  #answer(response: object): void {
    const known = this.#messages.slice(-MEMORY);
    const words = [
      'You',
      'said',
      ...known.flatMap(({ role, text }) => [
        role.slice(0, 1),
        `${text.length}`,
        text.split(' ').at(-1) ?? '',
      ]),
      'indeed.',
    ].filter((word) => word !== '');
    const id = `resp${this.#count}`;
    this.#response = id;
    const message = this.#add('assistant', words.join(' '));
    this.#schedule(40, () => {
      if (this.#response !== id) return;
      this.#say(says.responseCreated(id, response));
    });
    words.forEach((word, index) => {
      this.#schedule(60 + index, () => {
        if (this.#response !== id) return;
        const text = index === words.length - 1 ? word : `${word} `;
        this.#say(says.words(id, message.id, text), says.audio(id, message.id, WORD_MS));
      });
    });
    this.#schedule(70 + words.length, () => {
      if (this.#response === id) this.#finish('completed');
    });
  }

  #finish(status: string): void {
    const id = this.#response;
    if (id === null) return;
    this.#response = null;
    this.#say(says.responseDone(id, status));
  }

  #truncate(id: string, ms: number): void {
    const message = this.#messages.find((known) => known.id === id);
    if (message === undefined) throw new Error('truncated what is not there');
    message.text = message.text
      .split(' ')
      .slice(0, Math.floor(ms / WORD_MS))
      .join(' ');
  }
}

/** A service whose sessions know only what they were told, and the network to it, which can be cut. */
export class ForgetfulService {
  readonly #schedule: Schedule;
  readonly #eternal: boolean;
  readonly #sessions: ServiceSession[] = [];
  #reachable = true;
  /** Sessions that reached the end of their hour. */
  expired = 0;

  constructor(schedule: Schedule, eternal: boolean) {
    this.#schedule = schedule;
    this.#eternal = eternal;
  }

  /** How many sessions there have been. */
  get count(): number {
    return this.#sessions.length;
  }

  readonly connect: Connect = (endpoint, listener) => {
    const connection = new FakeConnection(endpoint, listener);
    if (!this.#reachable) {
      this.#schedule(5, () => connection.end(new RealtimeError('refused-connection', 'ECONNREFUSED')));
      return connection;
    }
    this.#sessions.push(
      new ServiceSession(connection, this.#schedule, this.#eternal, () => {
        this.expired += 1;
      }),
    );
    return connection;
  };

  /** Every connection breaks off, and none comes about for a while. */
  cut(ms: number): void {
    this.#reachable = false;
    for (const { connection } of this.#sessions) {
      if (!connection.isOver) connection.end(new RealtimeError('closed', 'close 1006'));
    }
    this.#schedule(ms, () => {
      this.#reachable = true;
    });
  }
}
