import { z } from 'zod';
import { check } from './check';
import { isRecord } from './events';
import { maxTokensSchema, pcmSchema, voiceSchema } from './session-schemas';

const head = { event_id: z.string().max(512).nullish() };
const itemId = z.string().min(1).max(64);
const anyObject = z.record(z.string(), z.unknown());
const modalities = z
  .array(z.enum(['audio', 'text']))
  .min(1)
  .max(2)
  .nullish();

/** Both dialects' fields: a `response.create` may mix them, as clients that serve both do. */
const responseSchema = z.strictObject({
  output_modalities: modalities,
  modalities,
  audio: z
    .strictObject({
      output: z.strictObject({ format: pcmSchema.nullish(), voice: voiceSchema.nullish() }).nullish(),
    })
    .nullish(),
  voice: voiceSchema.nullish(),
  output_audio_format: z.literal('pcm16').nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  instructions: z.string().nullish(),
  max_output_tokens: maxTokensSchema.nullish(),
  max_response_output_tokens: maxTokensSchema.nullish(),
  conversation: z.enum(['auto', 'none']).nullish(),
  input: z.array(z.unknown()).max(500).nullish(),
  metadata: z.record(z.string().max(64), z.string().max(512)).nullish(),
  tools: z.array(anyObject).nullish(),
  tool_choice: z.union([z.string(), anyObject]).nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  reasoning: anyObject.nullish(),
  prompt: anyObject.nullish(),
});

export type ResponseRequest = z.infer<typeof responseSchema>;

const SCHEMAS = {
  'session.update': z.strictObject({ ...head, type: z.literal('session.update'), session: anyObject }),
  'conversation.item.create': z.strictObject({
    ...head,
    type: z.literal('conversation.item.create'),
    previous_item_id: z.string().nullish(),
    item: anyObject,
  }),
  'conversation.item.retrieve': z.strictObject({
    ...head,
    type: z.literal('conversation.item.retrieve'),
    item_id: itemId,
  }),
  'conversation.item.truncate': z.strictObject({
    ...head,
    type: z.literal('conversation.item.truncate'),
    item_id: itemId,
    content_index: z.int().min(0).max(63),
    audio_end_ms: z.int().min(0),
  }),
  'conversation.item.delete': z.strictObject({
    ...head,
    type: z.literal('conversation.item.delete'),
    item_id: itemId,
  }),
  'response.create': z.strictObject({
    ...head,
    type: z.literal('response.create'),
    response: responseSchema.nullish(),
  }),
  'response.cancel': z.strictObject({
    ...head,
    type: z.literal('response.cancel'),
    response_id: z.string().nullish(),
  }),
  'input_audio_buffer.append': z.looseObject({ ...head, type: z.literal('input_audio_buffer.append') }),
  'input_audio_buffer.commit': z.strictObject({ ...head, type: z.literal('input_audio_buffer.commit') }),
  'input_audio_buffer.clear': z.strictObject({ ...head, type: z.literal('input_audio_buffer.clear') }),
  'output_audio_buffer.clear': z.strictObject({ ...head, type: z.literal('output_audio_buffer.clear') }),
  'transcription_session.update': z.looseObject({ ...head, type: z.literal('transcription_session.update') }),
} as const;

type Schemas = typeof SCHEMAS;
export type ClientEventType = keyof Schemas;
export type ClientEvent = { [T in ClientEventType]: z.infer<Schemas[T]> }[ClientEventType];

const TYPES = Object.keys(SCHEMAS) as [ClientEventType, ...ClientEventType[]];
const typeSchema = z.looseObject({ type: z.enum(TYPES) });

/** A client's event, checked. Throws a RequestError that says what is wrong with it. */
export function parseClientEvent(value: unknown): ClientEvent {
  const { type } = check(typeSchema, value, '');
  return check<ClientEvent>(SCHEMAS[type], value, '');
}

/** The `event_id` of anything that came in, for the error that names it. */
export function eventIdOf(value: unknown): string | null {
  return isRecord(value) && typeof value.event_id === 'string' ? value.event_id.slice(0, 512) : null;
}
