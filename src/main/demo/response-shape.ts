import { describeVoice, type Modality } from './protocol/session-config';
import type { Tokens } from './protocol/usage';
import { SAMPLE_RATE } from './voice/voice';

/** How a response ends. */
export type Ending =
  | { status: 'completed' }
  | { status: 'cancelled'; reason: 'client_cancelled' | 'turn_detected' }
  | { status: 'incomplete'; reason: 'max_output_tokens' | 'content_filter' }
  | { status: 'failed'; error: { type: string; code: string; message: string } };

export interface ResponseOptions {
  id: string;
  itemId: string;
  /** Null: the response stands outside the conversation. */
  conversationId: string | null;
  reply: string;
  modality: Modality;
  voiceName: string;
  /** 0.25 to 1.5. */
  speed: number;
  maxOutputTokens: number | 'inf';
  metadata: Readonly<Record<string, string>> | null;
  inputTokens: Tokens;
  cachedTokens: Tokens;
  /** How many times faster than speech it is sent; Infinity sends all at once. */
  pace: number;
  /** Ends the response so after that much speech, instead of where it would end. */
  planned: { afterMs: number; ending: Ending } | null;
}

export type ResponseStatus = Ending['status'] | 'in_progress';

export interface ResponseProgress {
  status: ResponseStatus;
  /** Null while it goes on. */
  ending: Ending | null;
  /** Its items. */
  output: readonly Record<string, unknown>[];
  usage: Record<string, unknown> | null;
}

/** The `response` of `response.created` and `response.done`. */
export function describeResponse(
  options: ResponseOptions,
  { status, ending, output, usage }: ResponseProgress,
): Record<string, unknown> {
  const { id, conversationId, maxOutputTokens, metadata, modality, voiceName } = options;
  return {
    object: 'realtime.response',
    id,
    status,
    status_details: ending === null || ending.status === 'completed' ? null : statusDetails(ending),
    output,
    conversation_id: conversationId,
    output_modalities: [modality],
    max_output_tokens: maxOutputTokens,
    audio: { output: { format: { type: 'audio/pcm', rate: SAMPLE_RATE }, voice: describeVoice(voiceName) } },
    usage,
    metadata,
  };
}

function statusDetails(ending: Exclude<Ending, { status: 'completed' }>): Record<string, unknown> {
  return ending.status === 'failed'
    ? { type: ending.status, error: ending.error }
    : { type: ending.status, reason: ending.reason };
}
