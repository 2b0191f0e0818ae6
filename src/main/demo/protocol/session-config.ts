import type { z } from 'zod';
import { DEFAULT_VOICE, VOICE_NAMES } from '../voice/voices';
import { check } from './check';
import { betaModalities, type Dialect, isRecord } from './events';
import { RequestError } from './request-error';
import { betaSchema, gaSchema, type voiceSchema } from './session-schemas';

export type Modality = 'audio' | 'text';

/** What a session is set to. Fields that this server only keeps and echoes stay in `echoed`, in GA's nesting. */
export interface SessionConfig {
  model: string;
  modality: Modality;
  instructions: string;
  voice: string;
  /** 0.25 to 1.5. */
  speed: number;
  maxOutputTokens: number | 'inf';
  /** Beta only; kept because clients compare what they sent. */
  temperature: number;
  echoed: {
    input: Readonly<Record<string, unknown>>;
    session: Readonly<Record<string, unknown>>;
  };
}

export function defaultSession(model: string): SessionConfig {
  return {
    model,
    modality: 'audio',
    instructions: '',
    voice: DEFAULT_VOICE,
    speed: 1,
    maxOutputTokens: 'inf',
    temperature: 0.8,
    echoed: {
      input: {
        format: { type: 'audio/pcm', rate: 24_000 },
        transcription: null,
        noise_reduction: null,
        turn_detection: null,
      },
      session: {
        tools: [],
        tool_choice: 'auto',
        tracing: null,
        truncation: 'auto',
        prompt: null,
        include: null,
      },
    },
  };
}

const GA_ONLY = ['type', 'audio', 'output_modalities', 'max_output_tokens', 'truncation'];
const BETA_ONLY = Object.keys(betaSchema.shape).filter((key) => !(key in gaSchema.shape));

/** Which dialect a `session.update` is written in; null if it could be either. */
export function dialectOfSession(session: unknown): Dialect | null {
  if (!isRecord(session)) return null;
  if (GA_ONLY.some((key) => key in session)) return 'ga';
  return BETA_ONLY.some((key) => key in session) ? 'beta' : null;
}

/** `voiceLocked`: the voice was heard already, so another one is refused. Throws a RequestError. */
export function updateSession(
  current: SessionConfig,
  update: unknown,
  dialect: Dialect,
  voiceLocked: boolean,
): SessionConfig {
  const next = dialect === 'ga' ? updateGa(current, update) : updateBeta(current, update);
  if (voiceLocked && next.voice !== current.voice) {
    throw new RequestError({
      code: 'cannot_update_voice',
      message: "Cannot update a conversation's voice if assistant audio is present.",
    });
  }
  return next;
}

function updateGa(current: SessionConfig, update: unknown): SessionConfig {
  const given = check(gaSchema, update, 'session');
  const { type: _, audio, instructions, output_modalities, max_output_tokens, model: __, ...echoed } = given;
  return {
    ...current,
    modality: output_modalities?.[0] ?? current.modality,
    instructions: instructions ?? current.instructions,
    voice: voiceName(audio?.output?.voice) ?? current.voice,
    speed: audio?.output?.speed ?? current.speed,
    maxOutputTokens: max_output_tokens ?? current.maxOutputTokens,
    echoed: {
      input: { ...current.echoed.input, ...defined(audio?.input ?? {}) },
      session: { ...current.echoed.session, ...defined(echoed) },
    },
  };
}

function updateBeta(current: SessionConfig, update: unknown): SessionConfig {
  const given = check(betaSchema, update, 'session');
  const input = defined({
    format: given.input_audio_format,
    transcription: given.input_audio_transcription,
    noise_reduction: given.input_audio_noise_reduction,
    turn_detection: given.turn_detection,
  });
  const { tools, tool_choice, tracing, prompt, include } = given;
  return {
    ...current,
    modality:
      given.modalities == null ? current.modality : given.modalities.includes('audio') ? 'audio' : 'text',
    instructions: given.instructions ?? current.instructions,
    voice: voiceName(given.voice) ?? current.voice,
    speed: given.speed ?? current.speed,
    maxOutputTokens: given.max_response_output_tokens ?? current.maxOutputTokens,
    temperature: given.temperature ?? current.temperature,
    echoed: {
      input: { ...current.echoed.input, ...input },
      session: { ...current.echoed.session, ...defined({ tools, tool_choice, tracing, prompt, include }) },
    },
  };
}

/** The session object as `session.created` and `session.updated` carry it. `expiresAt` is in seconds of Unix time. */
export function describeSession(
  config: SessionConfig,
  id: string,
  expiresAt: number,
  dialect: Dialect,
): Record<string, unknown> {
  const { model, instructions } = config;
  if (dialect === 'ga') {
    return {
      type: 'realtime',
      object: 'realtime.session',
      id,
      model,
      output_modalities: [config.modality],
      instructions,
      max_output_tokens: config.maxOutputTokens,
      ...config.echoed.session,
      expires_at: expiresAt,
      audio: {
        input: config.echoed.input,
        output: {
          format: { type: 'audio/pcm', rate: 24_000 },
          voice: describeVoice(config.voice),
          speed: config.speed,
        },
      },
    };
  }
  const { truncation: _, ...session } = config.echoed.session;
  const { format, transcription, noise_reduction, turn_detection } = config.echoed.input;
  return {
    id,
    object: 'realtime.session',
    model,
    modalities: betaModalities([config.modality]),
    instructions,
    voice: config.voice,
    speed: config.speed,
    temperature: config.temperature,
    max_response_output_tokens: config.maxOutputTokens,
    ...session,
    expires_at: expiresAt,
    input_audio_format: typeof format === 'string' ? format : 'pcm16',
    output_audio_format: 'pcm16',
    input_audio_transcription: transcription ?? null,
    input_audio_noise_reduction: noise_reduction ?? null,
    turn_detection: turn_detection ?? null,
  };
}

/** A custom voice goes by its id. */
export function voiceName(voice: z.infer<typeof voiceSchema> | null | undefined): string | null {
  if (voice == null) return null;
  return typeof voice === 'string' ? voice : voice.id;
}

export function describeVoice(name: string): string | { id: string } {
  return VOICE_NAMES.some((known) => known === name) ? name : { id: name };
}

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
