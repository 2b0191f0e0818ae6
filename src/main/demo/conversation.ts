import type { Clock } from './clock';
import { type ClientEvent, eventIdOf, parseClientEvent } from './protocol/client-events';
import { type Dialect, inDialect, isRecord, type ServerEvent, type WireEvent } from './protocol/events';
import { describeItem, describeWholeItem, parseItem, truncateItem } from './protocol/items';
import { Memory } from './protocol/memory';
import { errorEvent, RequestError } from './protocol/request-error';
import {
  defaultSession,
  describeSession,
  dialectOfSession,
  type SessionConfig,
  updateSession,
} from './protocol/session-config';
import { unserved } from './protocol/unserved';
import type { Manner } from './responses';
import { Responses } from './responses';
import type { Voice } from './voice/voice';

const SESSION_SECONDS = 3_600;

export interface ConversationOptions {
  dialect: Dialect;
  /** The dialects that this server can be switched to by a client's `session.update`. */
  dialects: readonly Dialect[];
  model: string;
  manner: Manner;
}

export interface ConversationContext {
  voice: Voice;
  clock: Clock;
  /** A new id, e.g. `item_…` for `item`. */
  newId(prefix: string): string;
  /** Sends to the client. */
  send(event: WireEvent): void;
}

/** One client's session: what it sends goes into {@link receive}, what it is told comes out of `context.send`. */
export class Conversation {
  readonly #options: ConversationOptions;
  readonly #context: ConversationContext;
  readonly #sessionId: string;
  readonly #id: string;
  readonly #expiresAt: number;
  readonly #memory = new Memory();
  #dialect: Dialect;
  #session: SessionConfig;
  readonly #responses: Responses;

  constructor(options: ConversationOptions, context: ConversationContext) {
    this.#options = options;
    this.#context = context;
    this.#dialect = options.dialect;
    this.#session = defaultSession(options.model);
    this.#sessionId = context.newId('sess');
    this.#id = context.newId('conv');
    this.#responses = new Responses(options.manner, {
      voice: context.voice,
      clock: context.clock,
      newId: (prefix) => context.newId(prefix),
      conversationId: this.#id,
      memory: this.#memory,
      session: () => this.#session,
      emit: (event) => this.#emit(event),
    });
    this.#expiresAt = Math.floor(context.clock.date().getTime() / 1000) + SESSION_SECONDS;
  }

  /** Greets the client. Call once, first. */
  open(): void {
    this.#sendSession('session.created');
    if (this.#dialect === 'beta') {
      this.#emit({
        type: 'conversation.created',
        conversation: { id: this.#id, object: 'realtime.conversation' },
      });
    }
  }

  /** For the answers from now on. */
  behave(manner: Manner): void {
    this.#responses.behave(manner);
  }

  /** Takes anything that a client sent as JSON. Never throws: what is wrong with it is answered by an `error`. */
  receive(value: unknown): void {
    try {
      if (!isRecord(value)) {
        throw new RequestError({ code: 'invalid_event', message: 'An event must be a JSON object.' });
      }
      this.#handle(parseClientEvent(value));
    } catch (error) {
      const detail =
        error instanceof RequestError
          ? error.detail
          : { type: 'server_error' as const, code: 'server_error', message: 'The server had an error.' };
      this.#emit(errorEvent(detail, eventIdOf(value)));
    }
  }

  /** Text that is no JSON. */
  receiveMalformed(): void {
    this.#emit(
      errorEvent({ code: 'invalid_json', message: 'The message could not be parsed as JSON.' }, null),
    );
  }

  /** The connection is gone: nothing is sent any more. */
  close(): void {
    this.#responses.close();
  }

  #handle(event: ClientEvent): void {
    switch (event.type) {
      case 'session.update':
        this.#updateSession(event.session);
        break;
      case 'conversation.item.create':
        this.#createItem(event.item, event.previous_item_id ?? null);
        break;
      case 'conversation.item.retrieve':
        this.#emit({
          type: 'conversation.item.retrieved',
          item: describeWholeItem(this.#memory.get(event.item_id, 'retrieve')),
        });
        break;
      case 'conversation.item.truncate':
        truncateItem(this.#memory.get(event.item_id, 'truncate'), event.content_index, event.audio_end_ms);
        this.#emit({
          type: 'conversation.item.truncated',
          item_id: event.item_id,
          content_index: event.content_index,
          audio_end_ms: event.audio_end_ms,
        });
        break;
      case 'conversation.item.delete':
        this.#memory.delete(event.item_id);
        this.#emit({ type: 'conversation.item.deleted', item_id: event.item_id });
        break;
      case 'response.create':
        this.#responses.create(event.response ?? {});
        break;
      case 'response.cancel':
        this.#responses.cancel(event.response_id ?? null);
        break;
      case 'input_audio_buffer.clear':
        this.#emit({ type: 'input_audio_buffer.cleared' });
        break;
      case 'input_audio_buffer.commit':
      case 'input_audio_buffer.append':
      case 'transcription_session.update':
      case 'output_audio_buffer.clear':
        throw unserved(event.type);
    }
  }

  #updateSession(update: unknown): void {
    const wanted = dialectOfSession(update) ?? this.#dialect;
    const dialect = this.#options.dialects.includes(wanted) ? wanted : this.#dialect;
    this.#session = updateSession(this.#session, update, dialect, this.#responses.voiceHeard);
    this.#dialect = dialect;
    this.#sendSession('session.updated');
  }

  #sendSession(type: string): void {
    // The session is described in the client's dialect already.
    this.#emit({
      type,
      session: describeSession(this.#session, this.#sessionId, this.#expiresAt, this.#dialect),
    });
  }

  #createItem(value: unknown, previousId: string | null): void {
    const item = parseItem(value, () => this.#context.newId('item'), 'item');
    const previous = this.#memory.add(item, previousId);
    const described = describeItem(item);
    this.#emit({ type: 'conversation.item.added', previous_item_id: previous, item: described });
    this.#emit({ type: 'conversation.item.done', previous_item_id: previous, item: described });
  }

  #emit(event: ServerEvent): void {
    const { type, ...fields } = event;
    const spoken = inDialect({ type, event_id: this.#context.newId('event'), ...fields }, this.#dialect);
    if (spoken !== null) this.#context.send(spoken);
  }
}
