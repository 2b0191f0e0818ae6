import type { ServerEvent } from '../../src/main/realtime/connection';

/** Server events as OpenAI writes them (GA), reduced to what matters; `beta` has those of the old dialect. */
export const says = {
  sessionCreated: (session: object = {}): ServerEvent => ({
    type: 'session.created',
    event_id: 'event_s1',
    session: { type: 'realtime', model: 'gpt-realtime-2.1', ...session },
  }),
  sessionUpdated: (format: unknown = { type: 'audio/pcm', rate: 24_000 }): ServerEvent => ({
    type: 'session.updated',
    event_id: 'event_s2',
    session: { type: 'realtime', model: 'gpt-realtime-2.1', audio: { output: { format } } },
  }),
  responseCreated: (id: string, response: object = {}): ServerEvent => ({
    type: 'response.created',
    response: { id, status: 'in_progress', output: [], ...response },
  }),
  itemAdded: (response_id: string, item: string): ServerEvent => ({
    type: 'response.output_item.added',
    response_id,
    item: { id: item, type: 'message', role: 'assistant', content: [] },
  }),
  itemDone: (response_id: string, item: string): ServerEvent => ({
    type: 'response.output_item.done',
    response_id,
    item: { id: item, type: 'message', role: 'assistant', content: [] },
  }),
  /** `ms` of silence. */
  audio: (response_id: string, item_id: string, ms: number): ServerEvent => ({
    type: 'response.output_audio.delta',
    response_id,
    item_id,
    output_index: 0,
    content_index: 0,
    delta: silence(ms),
  }),
  audioDone: (response_id: string, item_id: string): ServerEvent => ({
    type: 'response.output_audio.done',
    response_id,
    item_id,
  }),
  words: (response_id: string, item_id: string, delta: string): ServerEvent => ({
    type: 'response.output_audio_transcript.delta',
    response_id,
    item_id,
    delta,
  }),
  textWords: (response_id: string, item_id: string, delta: string): ServerEvent => ({
    type: 'response.output_text.delta',
    response_id,
    item_id,
    delta,
  }),
  responseDone: (id: string, status = 'completed', response: object = {}): ServerEvent => ({
    type: 'response.done',
    response: { id, status, output: [], usage: { input_tokens: 10, output_tokens: 20 }, ...response },
  }),
  error: (
    code: string | null,
    event_id: string | null = null,
    type = 'invalid_request_error',
  ): ServerEvent => ({
    type: 'error',
    event_id: 'event_e',
    error: { type, code, message: 'Secret text that nobody may see: sk-very-secret', param: null, event_id },
  }),
};

/** Base64 of `ms` of PCM16 silence at 24 kHz. */
export function silence(ms: number): string {
  return Buffer.alloc(ms * 48).toString('base64');
}
