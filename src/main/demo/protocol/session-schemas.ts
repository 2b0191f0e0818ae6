import { z } from 'zod';
import { VOICE_NAMES } from '../voice/voices';

const anyObject = z.record(z.string(), z.unknown());
export const voiceSchema = z.union([
  z.enum(VOICE_NAMES as [string, ...string[]]),
  z.strictObject({ id: z.string() }),
]);
export const pcmSchema = z.strictObject({ type: z.literal('audio/pcm'), rate: z.literal(24_000).optional() });
export const maxTokensSchema = z.union([z.literal('inf'), z.int().min(1).max(32_000)]);
const speedSchema = z.number().min(0.25).max(1.5);
const toolFields = {
  tools: z.array(anyObject).max(128).nullish(),
  tool_choice: z.union([z.string(), anyObject]).nullish(),
};
const sharedFields = {
  instructions: z.string().max(200_000).nullish(),
  model: z.string().max(200).nullish(),
  ...toolFields,
  tracing: z.union([z.literal('auto'), anyObject]).nullish(),
  prompt: anyObject.nullish(),
  include: z.array(z.string()).nullish(),
};

/** A session in GA's shape. */
export const gaSchema = z.strictObject({
  type: z.literal('realtime'),
  ...sharedFields,
  output_modalities: z
    .array(z.enum(['audio', 'text']))
    .length(1)
    .nullish(),
  max_output_tokens: maxTokensSchema.nullish(),
  parallel_tool_calls: z.boolean().nullish(),
  reasoning: anyObject.nullish(),
  truncation: z.union([z.enum(['auto', 'disabled']), anyObject]).nullish(),
  audio: z
    .strictObject({
      input: z
        .strictObject({
          format: anyObject.nullish(),
          noise_reduction: anyObject.nullish(),
          transcription: anyObject.nullish(),
          turn_detection: anyObject.nullish(),
        })
        .nullish(),
      output: z
        .strictObject({
          format: pcmSchema.nullish(),
          voice: voiceSchema.nullish(),
          speed: speedSchema.nullish(),
        })
        .nullish(),
    })
    .nullish(),
});

const betaFormat = z.enum(['pcm16', 'g711_ulaw', 'g711_alaw']);
/** A session in beta's shape: flat, and without a type. */
export const betaSchema = z.strictObject({
  ...sharedFields,
  modalities: z
    .array(z.enum(['audio', 'text']))
    .min(1)
    .max(2)
    .nullish(),
  voice: voiceSchema.nullish(),
  speed: speedSchema.nullish(),
  temperature: z.number().min(0).max(2).nullish(),
  max_response_output_tokens: maxTokensSchema.nullish(),
  input_audio_format: betaFormat.nullish(),
  output_audio_format: z.literal('pcm16').nullish(),
  input_audio_transcription: anyObject.nullish(),
  input_audio_noise_reduction: anyObject.nullish(),
  turn_detection: anyObject.nullish(),
});
