import { z } from 'zod';
import type { Turn } from '../replies/replies';
import { check } from './check';
import { isRecord } from './events';
import { RequestError } from './request-error';

/** Speech of an assistant item. */
export interface SpokenAudio {
  /** PCM at 24 kHz, in the order in which it was sent. */
  chunks: Int16Array[];
  frames: number;
}

export type Part =
  | { type: 'input_text' | 'output_text'; text: string }
  /** `transcript` is null once the item was truncated. */
  | { type: 'output_audio'; transcript: string | null; audio: SpokenAudio }
  /** Kept and echoed; this server does not look at it. */
  | { type: 'input_image'; fields: Readonly<Record<string, unknown>> };

export type ItemStatus = 'completed' | 'in_progress' | 'incomplete';

export type Item =
  | { kind: 'message'; id: string; role: Turn['role']; status: ItemStatus; content: Part[] }
  /** Function calls, their outputs and MCP items: kept and echoed. */
  | { kind: 'other'; id: string; fields: Readonly<Record<string, unknown>> };

/** UTF-16 code units of text in one item. */
const LONGEST_TEXT = 200_000;
const BYTES_PER_FRAME = 2;
const FRAMES_PER_MS = 24;

const text = z.string().max(LONGEST_TEXT);
const id = z.string().min(1).max(64);
const common = {
  id: id.nullish(),
  object: z.literal('realtime.item').nullish(),
  status: z.enum(['completed', 'incomplete', 'in_progress']).nullish(),
};
const inputText = z.strictObject({ type: z.literal('input_text'), text });
const inputImage = z.strictObject({
  type: z.literal('input_image'),
  image_url: z.string(),
  detail: z.string().nullish(),
});
const outputText = z.strictObject({ type: z.enum(['output_text', 'text']), text });

const messageSchema = z.discriminatedUnion('role', [
  z.strictObject({
    ...common,
    type: z.literal('message'),
    role: z.literal('user'),
    content: z.array(z.discriminatedUnion('type', [inputText, inputImage])).max(64),
  }),
  z.strictObject({
    ...common,
    type: z.literal('message'),
    role: z.literal('system'),
    content: z.array(inputText).max(64),
  }),
  z.strictObject({
    ...common,
    type: z.literal('message'),
    role: z.literal('assistant'),
    phase: z.string().nullish(),
    content: z.array(outputText).max(64),
  }),
]);

const OTHER_TYPES = ['function_call', 'function_call_output', 'mcp_approval_response'] as const;
const itemHead = z.looseObject({ type: z.enum(['message', ...OTHER_TYPES]), id: id.nullish() });

/** A client's item, checked. `newId` names it if the client did not. Throws a RequestError; `root` is its path. */
export function parseItem(value: unknown, newId: () => string, root: string): Item {
  const head = check(itemHead, value, root);
  if (head.type !== 'message') {
    const { id: given, ...fields } = head;
    return { kind: 'other', id: given ?? newId(), fields: { ...fields, object: 'realtime.item' } };
  }
  refuseSound(value, root);
  const message = check(messageSchema, value, root);
  return {
    kind: 'message',
    id: message.id ?? newId(),
    role: message.role,
    status: message.status ?? 'completed',
    content: message.content.map(toPart),
  };
}

function toPart(part: z.infer<typeof inputText | typeof inputImage | typeof outputText>): Part {
  if (part.type === 'input_image') return { type: 'input_image', fields: part };
  // Beta calls the assistant's text plain `text`.
  return { type: part.type === 'text' ? 'output_text' : part.type, text: part.text };
}

function refuseSound(value: unknown, root: string): void {
  if (!isRecord(value) || !Array.isArray(value.content)) return;
  const index = value.content.findIndex((part) => isRecord(part) && /audio$/.test(String(part.type)));
  if (index === -1) return;
  const assistant = value.role === 'assistant';
  throw new RequestError({
    code: 'unsupported_content_type',
    message: assistant
      ? 'Assistant audio cannot be created by a client. Use output_text.'
      : 'This server does not listen. Send text with input_text.',
    param: `${root}.content[${index}].type`,
  });
}

/** The item as events carry it: without sound. */
export function describeItem(item: Item): Record<string, unknown> {
  return item.kind === 'other'
    ? { ...item.fields, id: item.id }
    : {
        id: item.id,
        object: 'realtime.item',
        type: 'message',
        status: item.status,
        role: item.role,
        content: item.content.map(describePart),
      };
}

export function describePart(part: Part): Record<string, unknown> {
  switch (part.type) {
    case 'output_audio':
      return part.transcript === null
        ? { type: part.type }
        : { type: part.type, transcript: part.transcript };
    case 'input_image':
      return { ...part.fields };
    case 'input_text':
    case 'output_text':
      return { type: part.type, text: part.text };
  }
}

/** The item with its sound as base64, as `conversation.item.retrieved` carries it. */
export function describeWholeItem(item: Item): Record<string, unknown> {
  const described = describeItem(item);
  if (item.kind === 'other') return described;
  const content = item.content.map((part) =>
    part.type === 'output_audio'
      ? { ...describePart(part), audio: encodeAudio(part.audio), format: 'pcm16' }
      : describePart(part),
  );
  return { ...described, content };
}

function encodeAudio(audio: SpokenAudio): string {
  return Buffer.concat(
    audio.chunks.map((chunk) => Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length * BYTES_PER_FRAME)),
  ).toString('base64');
}

/** Milliseconds, rounded down. */
export function audioMs(audio: SpokenAudio): number {
  return Math.floor(audio.frames / FRAMES_PER_MS);
}

/**
 * Forgets the speech after `endMs`, and the transcript with it: nobody knows which of its words were heard.
 * Throws a RequestError where OpenAI's server refuses.
 */
export function truncateItem(item: Item, contentIndex: number, endMs: number): void {
  const part = item.kind === 'message' ? item.content[contentIndex] : undefined;
  if (item.kind !== 'message' || item.role !== 'assistant' || part?.type !== 'output_audio') {
    throw new RequestError({
      code: 'unsupported_content_type',
      message: 'Only model output audio messages can be truncated',
    });
  }
  const length = audioMs(part.audio);
  if (endMs > length) {
    throw new RequestError({
      code: 'invalid_value',
      message: `Audio content of ${length}ms is already shorter than ${endMs}ms`,
    });
  }
  part.transcript = null;
  cutAudio(part.audio, endMs * FRAMES_PER_MS);
}

function cutAudio(audio: SpokenAudio, frames: number): void {
  let kept = 0;
  const chunks: Int16Array[] = [];
  for (const chunk of audio.chunks) {
    if (kept >= frames) break;
    const part = chunk.subarray(0, frames - kept);
    chunks.push(part);
    kept += part.length;
  }
  audio.chunks = chunks;
  // Not `kept`: the sound itself may have been let go of, its length has not.
  audio.frames = frames;
}

/** What the item says, for the reply; of truncated speech nothing is known. */
export function toTurn(item: Item): Turn | null {
  if (item.kind === 'other') return null;
  const words = item.content.map(wordsOf);
  return { role: item.role, text: words.join(' ').trim() };
}

function wordsOf(part: Part): string {
  switch (part.type) {
    case 'output_audio':
      return part.transcript ?? '';
    case 'input_image':
      return '';
    case 'input_text':
    case 'output_text':
      return part.text;
  }
}
