import { z } from 'zod';
import type { ServerEvent } from './connection';
import { canonicalType, recognise, TAG_KEY } from './dialect';
import { RealtimeError } from './errors';
import type { AudioFormat } from './format-check';
import { safeToken } from './safe-token';
import type { Dialect, Usage } from './session-events';

export interface SessionDescription {
  dialect: Dialect | null;
  model: string | null;
  format: AudioFormat | null;
}

export type ResponseStatus = 'completed' | 'cancelled' | 'failed' | 'incomplete';

/** The events that we act on, in one vocabulary. Codes are safe to log; `response` is null where a server leaves it out. */
export type TurnEvent =
  | { type: 'response-created'; response: string | null; tag: string | null; format: AudioFormat | null }
  | {
      type: 'response-done';
      response: string | null;
      status: ResponseStatus;
      reason: string | null;
      code: string | null;
      errorType: string | null;
      usage: Usage | null;
      items: readonly string[];
    }
  | { type: 'item-added'; response: string | null; item: string }
  | { type: 'item-done'; response: string | null; item: string }
  | { type: 'audio'; response: string | null; item: string; delta: string }
  | { type: 'audio-done'; response: string | null; item: string }
  | { type: 'words'; response: string | null; item: string; delta: string }
  /** All the words of the item, for servers that send no deltas. */
  | { type: 'words-done'; response: string | null; item: string; text: string }
  /** Some other sign of life of a response. */
  | { type: 'activity'; response: string };

export type Incoming =
  | { type: 'session-created'; session: SessionDescription }
  | { type: 'session-updated'; session: SessionDescription }
  | { type: 'error'; eventId: string | null; code: string | null; errorType: string | null }
  /** When the limits that are used up begin anew, ms from now; null while none is. */
  | { type: 'rate-limits'; resetMs: number | null }
  | { type: 'turn'; event: TurnEvent }
  | { type: 'ignored' }
  /** An event that we act on, in a shape that we cannot read. */
  | { type: 'unreadable'; error: RealtimeError };

const id = z.string().min(1).max(256);
const text = z.string().nullish();

const format = z
  .union([
    z.string().transform((type): AudioFormat => ({ type, rate: null })),
    z
      .object({ type: text, rate: z.number().nullish() })
      .transform(({ type, rate }): AudioFormat => ({ type: type ?? null, rate: rate ?? null })),
  ])
  .nullish();

/** Both dialects' places for the output format, in sessions and responses alike. */
const formatted = {
  audio: z.object({ output: z.object({ format }).nullish() }).nullish(),
  output_audio_format: format,
};

const sessionEvent = z.object({ session: z.looseObject({ model: text, ...formatted }) });

const responseCreated = z.object({
  response: z.object({
    id: id.nullish(),
    metadata: z.record(z.string(), z.unknown()).nullish(),
    ...formatted,
  }),
});

const count = z.number().nonnegative();

const responseDone = z.object({
  response: z.object({
    id: id.nullish(),
    status: z.enum(['completed', 'cancelled', 'failed', 'incomplete']).nullish(),
    status_details: z
      .object({ reason: text, error: z.object({ code: text, type: text }).nullish() })
      .nullish(),
    output: z.array(z.object({ id: id.nullish() })).nullish(),
    usage: z.object({ input_tokens: count.nullish(), output_tokens: count.nullish() }).nullish(),
  }),
});

const outputItem = z.object({ response_id: id.nullish(), item: z.object({ id }) });
const ofItem = { response_id: id.nullish(), item_id: id };
const partDelta = z.object({ ...ofItem, delta: z.string() });
const partDone = z.object({ ...ofItem, transcript: text, text });
const errorEvent = z.object({ error: z.object({ code: text, type: text, event_id: text }).nullish() });

const rateLimits = z.object({
  rate_limits: z.array(z.object({ remaining: z.number().nullish(), reset_seconds: count.nullish() })),
});

interface Formatted {
  audio?: { output?: { format?: AudioFormat | null | undefined } | null | undefined } | null | undefined;
  output_audio_format?: AudioFormat | null | undefined;
}

function formatOf(part: Formatted): AudioFormat | null {
  return part.audio?.output?.format ?? part.output_audio_format ?? null;
}

function latestReset(limits: z.output<typeof rateLimits>['rate_limits']): number | null {
  const resets = limits.flatMap(({ remaining, reset_seconds }) =>
    remaining === 0 && reset_seconds != null ? [Math.ceil(reset_seconds * 1000)] : [],
  );
  return resets.length === 0 ? null : Math.max(...resets);
}

/** Reads one event of either dialect; never throws. `secret` is the key, which no code may carry on. */
export function readServerEvent(event: ServerEvent, secret: string | null): Incoming {
  const type = canonicalType(event.type);
  switch (type) {
    case 'session.created':
    case 'session.updated':
      return parse(sessionEvent, type, event, ({ session }) => ({
        type: type === 'session.created' ? 'session-created' : 'session-updated',
        session: { dialect: recognise(session), model: session.model ?? null, format: formatOf(session) },
      }));
    case 'error':
      return parse(errorEvent, type, event, ({ error }) => ({
        type: 'error',
        eventId: error?.event_id ?? null,
        code: safeToken(error?.code, secret),
        errorType: safeToken(error?.type, secret),
      }));
    case 'rate_limits.updated': {
      // Nice to know, and no reason to complain.
      const parsed = rateLimits.safeParse(event);
      return parsed.success
        ? { type: 'rate-limits', resetMs: latestReset(parsed.data.rate_limits) }
        : { type: 'ignored' };
    }
    case 'response.created':
      return parseTurn(responseCreated, type, event, ({ response }) => {
        const tag = response.metadata?.[TAG_KEY];
        return {
          type: 'response-created',
          response: response.id ?? null,
          tag: typeof tag === 'string' ? tag : null,
          format: formatOf(response),
        };
      });
    case 'response.done':
      return parseTurn(responseDone, type, event, ({ response }) => ({
        type: 'response-done',
        response: response.id ?? null,
        status: response.status ?? 'completed',
        reason: safeToken(response.status_details?.reason, secret),
        code: safeToken(response.status_details?.error?.code, secret),
        errorType: safeToken(response.status_details?.error?.type, secret),
        usage:
          response.usage == null
            ? null
            : {
                inputTokens: response.usage.input_tokens ?? 0,
                outputTokens: response.usage.output_tokens ?? 0,
              },
        items: (response.output ?? []).flatMap((item) => item.id ?? []),
      }));
    case 'response.output_item.added':
    case 'response.output_item.done':
      return parseTurn(outputItem, type, event, ({ response_id, item }) => ({
        type: type === 'response.output_item.added' ? 'item-added' : 'item-done',
        response: response_id ?? null,
        item: item.id,
      }));
    case 'response.output_audio.delta':
      return parseTurn(partDelta, type, event, ({ response_id, item_id, delta }) => ({
        type: 'audio',
        response: response_id ?? null,
        item: item_id,
        delta,
      }));
    case 'response.output_audio.done':
      return parseTurn(partDone, type, event, ({ response_id, item_id }) => ({
        type: 'audio-done',
        response: response_id ?? null,
        item: item_id,
      }));
    case 'response.output_audio_transcript.delta':
    case 'response.output_text.delta':
      return parseTurn(partDelta, type, event, ({ response_id, item_id, delta }) => ({
        type: 'words',
        response: response_id ?? null,
        item: item_id,
        delta,
      }));
    case 'response.output_audio_transcript.done':
    case 'response.output_text.done':
      return parseTurn(partDone, type, event, (part) => ({
        type: 'words-done',
        response: part.response_id ?? null,
        item: part.item_id,
        text: part.transcript ?? part.text ?? '',
      }));
    default: {
      const response = id.safeParse(event.response_id);
      return response.success
        ? { type: 'turn', event: { type: 'activity', response: response.data } }
        : { type: 'ignored' };
    }
  }
}

function parse<T>(
  schema: z.ZodType<T>,
  type: string,
  event: ServerEvent,
  use: (parsed: T) => Incoming,
): Incoming {
  const parsed = schema.safeParse(event);
  if (parsed.success) return use(parsed.data);
  // Type and place are our own words, since both come from the schemas; what stood there is not told.
  const place = parsed.error.issues[0]?.path.filter((part) => typeof part === 'string').join('.') ?? '';
  const details = safeToken(place, null) === null ? type : `${type} ${place}`;
  return { type: 'unreadable', error: new RealtimeError('garbage', details) };
}

function parseTurn<T>(
  schema: z.ZodType<T>,
  type: string,
  event: ServerEvent,
  use: (parsed: T) => TurnEvent,
): Incoming {
  return parse(schema, type, event, (parsed) => ({ type: 'turn', event: use(parsed) }));
}
