import type { Clock } from './clock';
import {
  type ClientEvent,
  eventIdOf,
  parseClientEvent,
  type ResponseRequest,
} from './protocol/client-events';
import { type Dialect, inDialect, isRecord, type ServerEvent, type WireEvent } from './protocol/events';
import { describeItem, describeWholeItem, parseItem, toTurn, truncateItem } from './protocol/items';
import { Memory } from './protocol/memory';
import { errorEvent, RequestError } from './protocol/request-error';
import {
  defaultSession,
  describeSession,
  dialectOfSession,
  type SessionConfig,
  updateSession,
  voiceName,
} from './protocol/session-config';
import { unserved } from './protocol/unserved';
import { addTokens, itemTokens, type Tokens, textTokens } from './protocol/usage';
import { replyTo } from './replies/replies';
import { RunningResponse } from './response';
import { inputOf, modalityOf } from './response-request';
import type { Ending } from './response-shape';
import type { Voice } from './voice/voice';

/** This server limits nothing. */
const RATE_LIMITS = [
  { name: 'requests', limit: 10_000, remaining: 9_999, reset_seconds: 0 },
  { name: 'tokens', limit: 2_000_000, remaining: 1_999_000, reset_seconds: 0 },
];

/** Responses outside the conversation that may run at the same time. */
const MOST_SIDE_RESPONSES = 4;
const SESSION_SECONDS = 3_600;

export interface ConversationOptions {
  dialect: Dialect;
  /** The dialects that this server can be switched to by a client's `session.update`. */
  dialects: readonly Dialect[];
  model: string;
  manner: Manner;
}

/** How answers are given. */
export interface Manner {
  /** How many times faster than speech they are sent. */
  pace: number;
  /** Ends every response so, after that much speech. */
  planned: { afterMs: number; ending: Ending } | null;
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
  #manner: Manner;
  #dialect: Dialect;
  #session: SessionConfig;
  /** The response that speaks in the conversation. */
  #active: RunningResponse | null = null;
  readonly #side = new Map<string, RunningResponse>();
  #voiceHeard = false;
  /** What earlier responses have read. */
  #cached: Tokens = { text: 0, audio: 0 };

  constructor(options: ConversationOptions, context: ConversationContext) {
    this.#options = options;
    this.#context = context;
    this.#manner = options.manner;
    this.#dialect = options.dialect;
    this.#session = defaultSession(options.model);
    this.#sessionId = context.newId('sess');
    this.#id = context.newId('conv');
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
    this.#manner = manner;
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
    for (const response of [this.#active, ...this.#side.values()]) response?.abandon();
    this.#active = null;
    this.#side.clear();
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
        this.#createResponse(event.response ?? {});
        break;
      case 'response.cancel':
        this.#cancel(event.response_id ?? null);
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
    this.#session = updateSession(this.#session, update, dialect, this.#voiceHeard);
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

  #createResponse(request: ResponseRequest): void {
    const aside = request.conversation === 'none';
    if (!aside && this.#active !== null) {
      throw new RequestError({
        code: 'conversation_already_has_active_response',
        message: `Conversation already has an active response in progress: ${this.#active.id}. Wait until the response is finished before creating a new one.`,
      });
    }
    if (aside && this.#side.size >= MOST_SIDE_RESPONSES) {
      throw new RequestError({ code: 'too_many_responses', message: 'Too many responses are in progress.' });
    }
    const modality = modalityOf(request, this.#session.modality);
    const items = inputOf(request, this.#memory, () => this.#context.newId('item'));
    const turns = items.map(toTurn).filter((turn) => turn !== null);
    const instructions: Tokens = {
      text: textTokens(request.instructions ?? this.#session.instructions),
      audio: 0,
    };
    const inputTokens = items.map(itemTokens).reduce(addTokens, instructions);
    const response = new RunningResponse(
      {
        id: this.#context.newId('resp'),
        itemId: this.#context.newId('item'),
        conversationId: aside ? null : this.#id,
        reply: replyTo({ turns, now: this.#context.clock.date() }),
        modality,
        voiceName: voiceName(request.audio?.output?.voice ?? request.voice) ?? this.#session.voice,
        speed: this.#session.speed,
        maxOutputTokens:
          request.max_output_tokens ?? request.max_response_output_tokens ?? this.#session.maxOutputTokens,
        metadata: request.metadata ?? null,
        inputTokens,
        cachedTokens: this.#cached,
        ...this.#manner,
      },
      {
        voice: this.#context.voice,
        clock: this.#context.clock,
        emit: (event) => this.#emitOfResponse(event),
        itemStarted: (item) => (aside ? null : this.#memory.add(item, null)),
        ended: () => this.#responseEnded(response),
      },
    );
    if (aside) this.#side.set(response.id, response);
    else {
      this.#active = response;
      this.#cached = inputTokens;
    }
    void response.start();
  }

  #emitOfResponse(event: ServerEvent): void {
    if (event.type === 'response.output_audio.delta') this.#voiceHeard = true;
    // An item that the client has deleted meanwhile is no part of the conversation any more.
    const deleted =
      event.type === 'conversation.item.done' &&
      isRecord(event.item) &&
      !this.#memory.has(String(event.item.id));
    if (deleted) return;
    this.#emit(event);
    if (event.type === 'response.created')
      this.#emit({ type: 'rate_limits.updated', rate_limits: RATE_LIMITS });
  }

  #responseEnded(response: RunningResponse): void {
    this.#side.delete(response.id);
    if (this.#active === response) this.#active = null;
    this.#memory.forgetOldSound();
  }

  #cancel(id: string | null): void {
    const response = id === null || this.#active?.id === id ? this.#active : this.#side.get(id);
    if (response === null || response === undefined) {
      throw new RequestError({
        code: 'response_cancel_not_active',
        message: 'Cancellation failed: no active response found',
      });
    }
    response.end({ status: 'cancelled', reason: 'client_cancelled' });
  }

  #emit(event: ServerEvent): void {
    const { type, ...fields } = event;
    const spoken = inDialect({ type, event_id: this.#context.newId('event'), ...fields }, this.#dialect);
    if (spoken !== null) this.#context.send(spoken);
  }
}
