import { audioMs, type Item, toTurn } from './items';

/** Estimates of what OpenAI would have counted: about four characters a token, and a token for 50 ms of speech. */
const CHARACTERS_PER_TOKEN = 4;
const MS_PER_OUTPUT_TOKEN = 50;
/** What every message costs beyond its words. */
const TOKENS_PER_ITEM = 4;
/** The cache works in steps. */
const CACHE_STEP = 64;

export interface Tokens {
  text: number;
  audio: number;
}

export function textTokens(text: string): number {
  return Math.ceil(text.length / CHARACTERS_PER_TOKEN);
}

/** `ms` of speech. */
export function speechTokens(ms: number): number {
  return Math.ceil(ms / MS_PER_OUTPUT_TOKEN);
}

export function itemTokens(item: Item): Tokens {
  let audio = 0;
  if (item.kind === 'message') {
    for (const part of item.content) {
      if (part.type === 'output_audio') audio += speechTokens(audioMs(part.audio));
    }
  }
  const text = item.kind === 'message' ? (toTurn(item)?.text ?? '') : JSON.stringify(item.fields);
  return { text: TOKENS_PER_ITEM + textTokens(text), audio };
}

export function addTokens(a: Tokens, b: Tokens): Tokens {
  return { text: a.text + b.text, audio: a.audio + b.audio };
}

/**
 * The `usage` of `response.done`. `cachedInput` is what of the input an earlier response had read already; the cached
 * tokens are a part of the input tokens.
 */
export function describeUsage(input: Tokens, cachedInput: Tokens, output: Tokens): Record<string, unknown> {
  const cached = {
    text: toCacheStep(Math.min(input.text, cachedInput.text)),
    audio: toCacheStep(Math.min(input.audio, cachedInput.audio)),
  };
  const inputTokens = input.text + input.audio;
  const outputTokens = output.text + output.audio;
  return {
    total_tokens: inputTokens + outputTokens,
    input_tokens: inputTokens,
    output_tokens: outputTokens,
    input_token_details: {
      text_tokens: input.text,
      audio_tokens: input.audio,
      image_tokens: 0,
      cached_tokens: cached.text + cached.audio,
      cached_tokens_details: { text_tokens: cached.text, audio_tokens: cached.audio, image_tokens: 0 },
    },
    output_token_details: { text_tokens: output.text, audio_tokens: output.audio },
  };
}

function toCacheStep(tokens: number): number {
  return Math.floor(tokens / CACHE_STEP) * CACHE_STEP;
}
