/** Anything that the protocol carries: an object with a type. */
export type WireEvent = { readonly type: string } & Readonly<Record<string, unknown>>;

export type Dialect = 'ga' | 'beta';

/**
 * A server event in GA's vocabulary. Everything inside the server is written so; {@link inDialect} translates at the
 * way out.
 */
export type ServerEvent = WireEvent;

const BETA_NAMES: Readonly<Record<string, string>> = {
  'response.output_audio.delta': 'response.audio.delta',
  'response.output_audio.done': 'response.audio.done',
  'response.output_audio_transcript.delta': 'response.audio_transcript.delta',
  'response.output_audio_transcript.done': 'response.audio_transcript.done',
  'response.output_text.delta': 'response.text.delta',
  'response.output_text.done': 'response.text.done',
  'conversation.item.added': 'conversation.item.created',
};

const BETA_PARTS: Readonly<Record<string, string>> = { output_audio: 'audio', output_text: 'text' };

/** `event` as a client of `dialect` expects it, or null where that dialect has no such event. */
export function inDialect(event: ServerEvent, dialect: Dialect): WireEvent | null {
  if (dialect === 'ga') return event;
  if (event.type === 'conversation.item.done') return null;
  const translated: Record<string, unknown> = { ...event, type: BETA_NAMES[event.type] ?? event.type };
  if ('part' in event) translated.part = betaPart(event.part);
  if ('item' in event) translated.item = betaItem(event.item);
  if ('response' in event && isRecord(event.response)) translated.response = betaResponse(event.response);
  return translated as WireEvent;
}

function betaResponse(response: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const { output_modalities, audio, output, ...rest } = response;
  const sound = isRecord(audio) && isRecord(audio.output) ? audio.output : {};
  return {
    ...rest,
    modalities: betaModalities(output_modalities),
    voice: sound.voice ?? null,
    output_audio_format: 'pcm16',
    temperature: 0.8,
    output: Array.isArray(output) ? output.map(betaItem) : [],
  };
}

/** Beta calls speech with its transcript "text and audio". */
export function betaModalities(modalities: unknown): string[] {
  return Array.isArray(modalities) && modalities.includes('audio') ? ['text', 'audio'] : ['text'];
}

function betaItem(item: unknown): unknown {
  if (!isRecord(item) || !Array.isArray(item.content) || item.role !== 'assistant') return item;
  return { ...item, content: item.content.map(betaPart) };
}

function betaPart(part: unknown): unknown {
  if (!isRecord(part) || typeof part.type !== 'string') return part;
  return { ...part, type: BETA_PARTS[part.type] ?? part.type };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
