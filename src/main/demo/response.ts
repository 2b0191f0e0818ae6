import type { Clock } from './clock';
import type { ServerEvent } from './protocol/events';
import { audioMs, describeItem, describePart, type Item, type Part } from './protocol/items';
import { describeUsage, speechTokens, type Tokens, textTokens } from './protocol/usage';
import { describeResponse, type Ending, type ResponseOptions, type ResponseStatus } from './response-shape';
import { type Phrase, splitPhrases } from './voice/phrases';
import type { Speech, Voice } from './voice/voice';

/** Frames in one audio delta: 120 ms. */
const DELTA_FRAMES = 2_880;
/** Words are sent this far ahead of their sound, in frames: 100 ms. */
const WORD_LEAD = 2_400;
/** How fast words come where there is no sound to go by, before the pace: ms each. */
const WORD_MS = 200;

export interface ResponseContext {
  voice: Voice;
  clock: Clock;
  emit(event: ServerEvent): void;
  /** The item begins: the answer is the id of the item before it, or null where it is not kept. */
  itemStarted(item: Item): string | null;
  /** Called last, exactly once. */
  ended(): void;
}

/** One answer on its way: it tells its life in events, from `response.created` to `response.done`. */
export class RunningResponse {
  readonly id: string;
  readonly #options: ResponseOptions;
  readonly #context: ResponseContext;
  readonly #part: Part;
  readonly #item: Item & { kind: 'message' };
  #itemShown = false;
  #finished = false;
  #wake: (() => void) | null = null;

  constructor(options: ResponseOptions, context: ResponseContext) {
    this.id = options.id;
    this.#options = options;
    this.#context = context;
    this.#part =
      options.modality === 'audio'
        ? { type: 'output_audio', transcript: '', audio: { chunks: [], frames: 0 } }
        : { type: 'output_text', text: '' };
    this.#item = {
      kind: 'message',
      id: options.itemId,
      role: 'assistant',
      status: 'in_progress',
      content: [],
    };
  }

  /** Begins. The answer resolves when the response has ended; it never rejects. */
  async start(): Promise<void> {
    this.#emit('response.created', { response: this.#describe('in_progress', null) });
    try {
      await this.#generate();
      this.end({ status: 'completed' });
    } catch {
      this.end({
        status: 'failed',
        error: {
          type: 'server_error',
          code: 'voice_unavailable',
          message: 'The voice of this server could not speak.',
        },
      });
    }
  }

  /** Ends it now; nothing of it is sent after its `response.done`. Harmless if it has ended. */
  end(ending: Ending): void {
    if (this.#finished) return;
    this.#finished = true;
    this.#wake?.();
    this.#closeItem(ending.status === 'completed');
    this.#emit('response.done', { response: this.#describe(ending.status, ending) });
    this.#context.ended();
  }

  /** Ends it without another word: the connection is gone. */
  abandon(): void {
    this.#finished = true;
    this.#wake?.();
  }

  async #generate(): Promise<void> {
    if (this.#endedAsPlanned()) return;
    this.#openItem();
    const startedAt = this.#context.clock.now();
    let phrases = splitPhrases(this.#options.reply);
    if (this.#part.type === 'output_text') {
      await this.#write(phrases.map((phrase) => phrase.text).join(''), startedAt);
      phrases = [];
    }
    for (const phrase of phrases) {
      const speech = await this.#speak(phrase);
      // Speaking holds the thread: what the client has sent meanwhile, a cancel above all, is heard before going on.
      await this.#pause(0);
      if (this.#finished) return;
      await this.#send(speech, startedAt);
      if (this.#finished) return;
    }
  }

  #speak(phrase: Phrase): Promise<Speech> {
    return this.#context.voice.speak(phrase, this.#options.voiceName, this.#options.speed);
  }

  async #send({ pcm, words }: Speech, startedAt: number): Promise<void> {
    const part = this.#part;
    if (part.type !== 'output_audio') return;
    let word = 0;
    for (let from = 0; from < pcm.length || word < words.length; from += DELTA_FRAMES) {
      const last = from + DELTA_FRAMES >= pcm.length;
      for (; word < words.length; word++) {
        const next = words[word];
        if (next === undefined || (!last && next.startFrame > from + WORD_LEAD)) break;
        part.transcript = (part.transcript ?? '') + next.text;
        this.#emitDelta('response.output_audio_transcript.delta', next.text);
      }
      const chunk = pcm.subarray(from, from + DELTA_FRAMES);
      if (chunk.length > 0) {
        part.audio.chunks.push(chunk);
        part.audio.frames += chunk.length;
        this.#emitDelta('response.output_audio.delta', base64(chunk));
      }
      if (this.#endedAsPlanned() || this.#endedByLimit()) return;
      await this.#waitUntil(startedAt + audioMs(part.audio) / this.#options.pace);
      if (this.#finished) return;
    }
  }

  async #write(text: string, startedAt: number): Promise<void> {
    const part = this.#part;
    if (part.type !== 'output_text') return;
    let sent = 0;
    for (const word of text.match(/\S+\s*|\s+/gu) ?? []) {
      part.text += word;
      this.#emitDelta('response.output_text.delta', word);
      sent++;
      if (this.#endedByLimit()) return;
      await this.#waitUntil(startedAt + (sent * WORD_MS) / this.#options.pace);
      if (this.#finished) return;
    }
  }

  #endedAsPlanned(): boolean {
    const { planned } = this.#options;
    const saidMs = this.#part.type === 'output_audio' ? audioMs(this.#part.audio) : 0;
    if (planned === null || saidMs < planned.afterMs) return false;
    this.end(planned.ending);
    return true;
  }

  #endedByLimit(): boolean {
    const { text, audio } = this.#outputTokens();
    const limit = this.#options.maxOutputTokens;
    if (limit === 'inf' || text + audio < limit) return false;
    this.end({ status: 'incomplete', reason: 'max_output_tokens' });
    return true;
  }

  #openItem(): void {
    const previous = this.#context.itemStarted(this.#item);
    this.#itemShown = true;
    const item = describeItem(this.#item);
    this.#emit('response.output_item.added', { output_index: 0, item });
    if (this.#options.conversationId !== null) {
      this.#context.emit({ type: 'conversation.item.added', previous_item_id: previous, item });
    }
    this.#item.content.push(this.#part);
    this.#emit('response.content_part.added', { ...this.#place(), part: this.#describePart() });
  }

  #closeItem(complete: boolean): void {
    if (!this.#itemShown) return;
    this.#item.status = complete ? 'completed' : 'incomplete';
    const part = this.#part;
    if (part.type === 'output_audio') {
      this.#emit('response.output_audio.done', this.#place());
      this.#emit('response.output_audio_transcript.done', {
        ...this.#place(),
        transcript: part.transcript ?? '',
      });
    } else if (part.type === 'output_text') {
      this.#emit('response.output_text.done', { ...this.#place(), text: part.text });
    }
    this.#emit('response.content_part.done', { ...this.#place(), part: this.#describePart() });
    const item = describeItem(this.#item);
    this.#emit('response.output_item.done', { output_index: 0, item });
    if (this.#options.conversationId !== null) {
      this.#context.emit({ type: 'conversation.item.done', item });
    }
  }

  /** Parts of a response are called by their plain names, parts of an item are not. */
  #describePart(): Record<string, unknown> {
    const type = this.#part.type === 'output_audio' ? 'audio' : 'text';
    return { ...describePart(this.#part), type };
  }

  #describe(status: ResponseStatus, ending: Ending | null): Record<string, unknown> {
    return describeResponse(this.#options, {
      status,
      ending,
      output: ending === null || !this.#itemShown ? [] : [describeItem(this.#item)],
      usage:
        ending === null
          ? null
          : describeUsage(this.#options.inputTokens, this.#options.cachedTokens, this.#outputTokens()),
    });
  }

  #outputTokens(): Tokens {
    const part = this.#part;
    switch (part.type) {
      case 'output_audio':
        return { text: textTokens(part.transcript ?? ''), audio: speechTokens(audioMs(part.audio)) };
      case 'output_text':
      case 'input_text':
        return { text: textTokens(part.text), audio: 0 };
      case 'input_image':
        return { text: 0, audio: 0 };
    }
  }

  #place(): Record<string, unknown> {
    return { item_id: this.#item.id, output_index: 0, content_index: 0 };
  }

  #emitDelta(type: string, delta: string): void {
    this.#emit(type, { ...this.#place(), delta });
  }

  #emit(type: string, fields: Record<string, unknown>): void {
    this.#context.emit(
      'response' in fields ? { type, ...fields } : { type, response_id: this.id, ...fields },
    );
  }

  #waitUntil(due: number): Promise<void> {
    const ms = due - this.#context.clock.now();
    return ms <= 0 ? Promise.resolve() : this.#pause(ms);
  }

  /** Milliseconds; the end of the response ends it. */
  #pause(ms: number): Promise<void> {
    if (this.#finished) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.#context.clock.after(ms, () => this.#wake?.());
      this.#wake = () => {
        this.#wake = null;
        cancel();
        resolve();
      };
    });
  }
}

function base64(pcm: Int16Array): string {
  return Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength).toString('base64');
}
