import type { Clock } from './clock';
import type { ResponseRequest } from './protocol/client-events';
import { isRecord, type ServerEvent } from './protocol/events';
import { toTurn } from './protocol/items';
import type { Memory } from './protocol/memory';
import { RequestError } from './protocol/request-error';
import { type SessionConfig, voiceName } from './protocol/session-config';
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

/** How answers are given. */
export interface Manner {
  /** How many times faster than speech they are sent. */
  pace: number;
  /** Ends every response so, after that much speech. */
  planned: { afterMs: number; ending: Ending } | null;
}

export interface ResponsesContext {
  voice: Voice;
  clock: Clock;
  /** A new id, e.g. `resp_…` for `resp`. */
  newId(prefix: string): string;
  /** The id of the conversation, and what was said in it. */
  conversationId: string;
  memory: Memory;
  /** How the session is set now. */
  session(): SessionConfig;
  emit(event: ServerEvent): void;
}

/** The answers of one conversation: one that speaks in it at a time, and a few beside it. */
export class Responses {
  readonly #context: ResponsesContext;
  #manner: Manner;
  /** The response that speaks in the conversation. */
  #active: RunningResponse | null = null;
  readonly #side = new Map<string, RunningResponse>();
  #voiceHeard = false;
  /** What earlier responses have read. */
  #cached: Tokens = { text: 0, audio: 0 };

  constructor(manner: Manner, context: ResponsesContext) {
    this.#manner = manner;
    this.#context = context;
  }

  /** Whether any of them has spoken: from then on the voice is fixed. */
  get voiceHeard(): boolean {
    return this.#voiceHeard;
  }

  /** For the answers from now on. */
  behave(manner: Manner): void {
    this.#manner = manner;
  }

  /** Begins an answer. Throws a RequestError for what cannot be answered. */
  create(request: ResponseRequest): void {
    const { memory, clock, voice, newId, conversationId } = this.#context;
    const session = this.#context.session();
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
    const modality = modalityOf(request, session.modality);
    const items = inputOf(request, memory, () => newId('item'));
    const turns = items.map(toTurn).filter((turn) => turn !== null);
    const instructions: Tokens = { text: textTokens(request.instructions ?? session.instructions), audio: 0 };
    const inputTokens = items.map(itemTokens).reduce(addTokens, instructions);
    const response = new RunningResponse(
      {
        id: newId('resp'),
        itemId: newId('item'),
        conversationId: aside ? null : conversationId,
        reply: replyTo({ turns, now: clock.date() }),
        modality,
        voiceName: voiceName(request.audio?.output?.voice ?? request.voice) ?? session.voice,
        speed: session.speed,
        maxOutputTokens:
          request.max_output_tokens ?? request.max_response_output_tokens ?? session.maxOutputTokens,
        metadata: request.metadata ?? null,
        inputTokens,
        cachedTokens: this.#cached,
        ...this.#manner,
      },
      {
        voice,
        clock,
        emit: (event) => this.#emit(event),
        itemStarted: (item) => (aside ? null : memory.add(item, null)),
        ended: () => this.#ended(response),
      },
    );
    if (aside) this.#side.set(response.id, response);
    else {
      this.#active = response;
      this.#cached = inputTokens;
    }
    void response.start();
  }

  /** Ends the response of this id, or the one that speaks in the conversation. Throws a RequestError if there is none. */
  cancel(id: string | null): void {
    const response = id === null || this.#active?.id === id ? this.#active : this.#side.get(id);
    if (response === null || response === undefined) {
      throw new RequestError({
        code: 'response_cancel_not_active',
        message: 'Cancellation failed: no active response found',
      });
    }
    response.end({ status: 'cancelled', reason: 'client_cancelled' });
  }

  /** The connection is gone: nothing is sent any more. */
  close(): void {
    for (const response of [this.#active, ...this.#side.values()]) response?.abandon();
    this.#active = null;
    this.#side.clear();
  }

  #emit(event: ServerEvent): void {
    const { memory, emit } = this.#context;
    if (event.type === 'response.output_audio.delta') this.#voiceHeard = true;
    // An item that the client has deleted meanwhile is no part of the conversation any more.
    const deleted =
      event.type === 'conversation.item.done' && isRecord(event.item) && !memory.has(String(event.item.id));
    if (deleted) return;
    emit(event);
    if (event.type === 'response.created') emit({ type: 'rate_limits.updated', rate_limits: RATE_LIMITS });
  }

  #ended(response: RunningResponse): void {
    this.#side.delete(response.id);
    if (this.#active === response) this.#active = null;
    this.#context.memory.forgetOldSound();
  }
}
