import type { Wire } from '../../../src/main/demo/faults';
import { isRecord, type WireEvent } from '../../../src/main/demo/protocol/events';
import type { Delta } from './script';

/** What the server saw of one reply. Times are `performance.now()` of this process. */
export interface Turn {
  /** When its `response.create` came. */
  askedAt: number;
  createdAt: number;
  /** Each audio delta at the moment before it was written to the socket, with the frames sent up to and with it. */
  sent: { at: number; frames: number }[];
  /** `audio_end_ms` of every truncation, in order. */
  truncatedMs: number[];
  deleted: boolean;
  cancelledAt: number | null;
  doneAt: number | null;
}

export interface Reply {
  pcm: Int16Array;
  deltas: readonly Delta[];
}

const AUDIO = 'response.output_audio.delta';
const WORDS = 'response.output_audio_transcript.delta';

/**
 * One response on its way out: what comes before the sound goes at once, each word just before the delta with its
 * sound, and what comes after the sound waits for it.
 */
export class Running {
  readonly #reply: Reply;
  readonly #turn: Turn;
  readonly #wire: Wire;
  readonly #after: WireEvent[] = [];
  /** Words not sent yet, each with the frames of the sound that the server said before it. */
  readonly #words: { frames: number; event: WireEvent }[] = [];
  #template: WireEvent | null = null;
  /** Of the sound as the embedded server said it, so far. */
  #saidFrames = 0;
  #next = 0;
  #frames = 0;
  done = false;

  constructor(reply: Reply, turn: Turn, wire: Wire) {
    this.#reply = reply;
    this.#turn = turn;
    this.#wire = wire;
  }

  take(event: WireEvent, turns: Map<string, Turn>): void {
    if (event.type === WORDS) this.#words.push({ frames: this.#saidFrames, event });
    else if (event.type === AUDIO) {
      this.#saidFrames += Buffer.byteLength(String(event.delta), 'base64') / 2;
      if (this.#template === null) {
        this.#template = event;
        turns.set(String(event.item_id), this.#turn);
        this.#schedule();
      }
    } else if (this.#template === null) this.#wire.send(event);
    else this.#after.push(event);
    if (event.type === 'response.done' && this.#next === this.#reply.deltas.length) this.#finish('completed');
  }

  cancel(): void {
    this.#turn.cancelledAt = performance.now();
    this.#finish('cancelled');
  }

  #schedule(): void {
    const delta = this.#reply.deltas[this.#next];
    if (delta === undefined) {
      if (this.#after.some(({ type }) => type === 'response.done')) this.#finish('completed');
      return;
    }
    const due = this.#turn.createdAt + delta.atMs - performance.now();
    this.#wire.later(Math.max(0, due), () => this.#send());
  }

  #send(): void {
    // All that is due goes together: a timer's millisecond must not slow a flood down.
    for (;;) {
      const delta = this.#reply.deltas[this.#next];
      if (this.done || !this.#template || !delta) break;
      if (this.#turn.createdAt + delta.atMs > performance.now()) break;
      const pcm = this.#reply.pcm.subarray(this.#frames, this.#frames + delta.frames);
      const bytes = Buffer.from(pcm.buffer, pcm.byteOffset, pcm.byteLength);
      this.#frames += delta.frames;
      this.#next++;
      this.#sendWords();
      const event = { ...this.#template, delta: bytes.toString('base64') };
      this.#turn.sent.push({ at: performance.now(), frames: this.#frames });
      this.#wire.send(event);
    }
    if (!this.done) this.#schedule();
  }

  #sendWords(): void {
    for (;;) {
      const word = this.#words[0];
      if (word === undefined || word.frames >= this.#frames) return;
      this.#words.shift();
      this.#wire.send(word.event);
    }
  }

  #finish(status: 'completed' | 'cancelled'): void {
    this.done = true;
    this.#turn.doneAt = performance.now();
    for (const event of this.#after) this.#wire.send(status === 'completed' ? event : asCancelled(event));
  }
}

function asCancelled(event: WireEvent): WireEvent {
  if (event.type !== 'response.done' || !isRecord(event.response)) return event;
  const details = { type: 'cancelled', reason: 'client_cancelled' };
  return { ...event, response: { ...event.response, status: 'cancelled', status_details: details } };
}
