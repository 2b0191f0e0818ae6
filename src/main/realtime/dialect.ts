import type { Dialect, RememberedMessage } from './session-events';

/** What the user wants of the voice; the same for both dialects. */
export interface SessionConfig {
  instructions: string;
  voice: string;
  /** 0.25 to 1.5; 1 is the voice's own. */
  speed: number;
  /** Per answer; null or left out: as many as the model gives. */
  maxOutputTokens?: number | null;
}

/** A client event before it was given its `event_id`. */
export type Outbound = { readonly type: string } & Readonly<Record<string, unknown>>;

/**
 * How much is asked of a server when configuring. `essential` is what Aloud cannot do without, for servers that
 * refuse a whole `session.update` over one field that they do not know.
 */
export type Asked = 'full' | 'essential';

/** The one rate that the sound path takes, frames per second; mono, PCM16 little endian. */
export const SAMPLE_RATE = 24_000;

/** Where our own name for a response travels: servers that keep `metadata` give it back in `response.created`. */
export const TAG_KEY = 'aloud_response';

/** Names of the beta protocol → today's. What stands in neither list keeps its name. */
const CANONICAL: ReadonlyMap<string, string> = new Map([
  ['response.audio.delta', 'response.output_audio.delta'],
  ['response.audio.done', 'response.output_audio.done'],
  ['response.audio_transcript.delta', 'response.output_audio_transcript.delta'],
  ['response.audio_transcript.done', 'response.output_audio_transcript.done'],
  ['response.text.delta', 'response.output_text.delta'],
  ['response.text.done', 'response.output_text.done'],
  ['conversation.item.created', 'conversation.item.added'],
]);

export function canonicalType(type: string): string {
  return CANONICAL.get(type) ?? type;
}

/** What the `session` of `session.created` looks like; null when it could be either. */
export function recognise(session: Readonly<Record<string, unknown>>): Dialect | null {
  if ('audio' in session || 'type' in session || 'output_modalities' in session) return 'ga';
  if ('modalities' in session || 'output_audio_format' in session) return 'beta';
  return null;
}

export function sessionUpdate(dialect: Dialect, config: SessionConfig, asked: Asked): Outbound {
  const full = asked === 'full';
  const limit = config.maxOutputTokens ?? null;
  switch (dialect) {
    case 'ga':
      return {
        type: 'session.update',
        session: {
          type: 'realtime',
          output_modalities: ['audio'],
          instructions: config.instructions,
          ...(full && { tracing: null, truncation: { type: 'retention_ratio', retention_ratio: 0.8 } }),
          ...(full && limit !== null && { max_output_tokens: limit }),
          audio: {
            // Nobody speaks to us, so nothing may start or end a turn but our own events.
            input: { turn_detection: null },
            output: {
              format: { type: 'audio/pcm', rate: SAMPLE_RATE },
              voice: config.voice,
              ...(full && { speed: config.speed }),
            },
          },
        },
      };
    case 'beta':
      return {
        type: 'session.update',
        session: {
          modalities: ['audio', 'text'],
          instructions: config.instructions,
          voice: config.voice,
          output_audio_format: 'pcm16',
          turn_detection: null,
          ...(full && limit !== null && { max_response_output_tokens: limit }),
          ...(full && config.speed !== 1 && { speed: config.speed }),
        },
      };
    default:
      return dialect satisfies never;
  }
}

/** The user's typed prompt; both dialects say it alike. */
export function userPrompt(text: string): Outbound {
  return {
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
  };
}

/** A message of an earlier session. The assistant's sound cannot be given back, only its words. */
export function rememberedItem(dialect: Dialect, { role, text }: RememberedMessage): Outbound {
  const type = role === 'user' ? 'input_text' : dialect === 'ga' ? 'output_text' : 'text';
  return { type: 'conversation.item.create', item: { type: 'message', role, content: [{ type, text }] } };
}

/** Asks for an answer. `tag` is our own name for it. */
export function responseCreate(dialect: Dialect, tag: string): Outbound {
  switch (dialect) {
    case 'ga':
      return { type: 'response.create', response: { metadata: { [TAG_KEY]: tag } } };
    case 'beta':
      return { type: 'response.create' };
    default:
      return dialect satisfies never;
  }
}

/** Cancels that response, or whichever is active. */
export function responseCancel(response: string | null): Outbound {
  return { type: 'response.cancel', ...(response !== null && { response_id: response }) };
}

export function itemDelete(item: string): Outbound {
  return { type: 'conversation.item.delete', item_id: item };
}

/** `audioEndMs` is an integer, not above the audio that the item has. */
export function itemTruncate(item: string, audioEndMs: number): Outbound {
  return { type: 'conversation.item.truncate', item_id: item, content_index: 0, audio_end_ms: audioEndMs };
}
