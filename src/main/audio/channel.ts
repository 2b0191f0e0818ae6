import type { FromPlayer, ItemProgress, ToPlayer } from '../../preload/audio-contract';
import { FRAMES_PER_MS } from './frames';
import { parseFromPlayer } from './from-player';
import { History } from './history';
import { type HeardReport, heardReport, Ledger, type Position } from './ledger';
import { Outbox, QUEUE_TARGET_FRAMES } from './outbox';
import { PcmDecoder } from './pcm';
import type { After, AudioPort } from './port';

/** Short chunks of an item that plays already wait this long for more. */
const COALESCE_MS = 20;
/** The player answers a flush within a few ms; one that does not is taken for dead. */
const FLUSH_TIMEOUT_MS = 250;

export type PushResult =
  /** `frames` is 0 for an item that was flushed: its sound is not wanted any more. */
  | { kind: 'ok'; frames: number }
  /** No base64, or audio after the item's end. Nothing of the delta is played; the next one may be good. */
  | { kind: 'bad-audio' }
  /** The backlog is full. Nothing of the delta is kept, so the item is broken from here on. */
  | { kind: 'overflow' };

export interface Progress {
  /** Items not yet heard to the end, in playing order. */
  items: Position[];
  /** Peak of the sound since the last report, 0 to 1. */
  level: number;
  queuedFrames: number;
  /** Times that this player ran out of sound too early. */
  underruns: number;
}

export interface AudioListener {
  /** The item's first frame was rendered and is heard `latencyMs` from now. Once per item. */
  started(item: string, latencyMs: number): void;
  /** About ten times a second while there is sound. */
  progress(progress: Progress): void;
  /** The item had ended and its last frame was heard. Not called for what was flushed. */
  drained(item: string): void;
  /** Everything that was pushed has ended and was heard. */
  idle(): void;
  /** The page sent what it must not, or refused frames. For the log. */
  fault(reason: string): void;
}

export interface AudioChannelOptions {
  listener: AudioListener;
  after: After;
  /** Cap of the backlog, in bytes. */
  capBytes?: number;
}

interface Settling {
  ledger: Ledger;
  resolve(): void;
}

/**
 * The sound of the replies on its way to the player in the page: what is pushed plays, in order, whatever becomes of
 * the page. See docs/audio.md.
 */
export class AudioChannel {
  readonly #listener: AudioListener;
  readonly #after: After;
  readonly #outbox: Outbox;
  readonly #history = new History();
  readonly #decoders = new Map<string, PcmDecoder>();
  readonly #started = new Set<string>();
  /** Items drained whose last frames are still in the device, with what cancels the wait for it. */
  readonly #draining = new Map<string, () => void>();
  /** Flushes without an answer, by the epoch that each began. */
  readonly #settling = new Map<number, Settling>();
  #ledger = new Ledger();
  #epoch = 0;
  #paused = false;
  #port: AudioPort | null = null;
  /** What the player can queue; 0 until it said hello. */
  #capacity = 0;
  #cancelCoalescing: (() => void) | null = null;

  constructor({ listener, after, capBytes }: AudioChannelOptions) {
    this.#listener = listener;
    this.#after = after;
    this.#outbox = new Outbox(capBytes);
  }

  /** Memory of the backlog, in bytes. */
  get backlogBytes(): number {
    return this.#outbox.bytes;
  }

  get paused(): boolean {
    return this.#paused;
  }

  /** A player is there, in place of any earlier one. Once it said hello, it goes on where the listener was. */
  attach(port: AudioPort): void {
    this.#detach();
    this.#port = port;
    port.onMessage((message) => {
      if (this.#port === port) this.#receive(message);
    });
    port.onClose(() => {
      if (this.#port === port) this.#detach();
    });
  }

  /** Queues a base64 delta of an item. */
  push(item: string, base64: string): PushResult {
    if (this.#history.get(item)) return { kind: 'ok', frames: 0 };
    if (this.#ledger.hasEnded(item)) return { kind: 'bad-audio' };
    const decoder = this.#decoders.get(item) ?? new PcmDecoder();
    const decoded = decoder.decode(base64);
    if (decoded.kind === 'bad-audio') return decoded;
    if (!this.#outbox.add(item, decoded.frames)) return { kind: 'overflow' };
    this.#decoders.set(item, decoder);
    this.#ledger.received(item, decoded.frames.length);
    this.#pump(false);
    return { kind: 'ok', frames: decoded.frames.length };
  }

  /** No more comes for this item. */
  end(item: string): void {
    if (this.#history.get(item) || !this.#outbox.end(item)) return;
    this.#ledger.ended(item);
    this.#pump(false);
  }

  /**
   * Silence, at once: drops all that was not played. Resolves with one report per item that was not heard to its end,
   * in playing order, when the player has answered; with what is known if there is none or it does not answer in time.
   * Ends a pause. What is pushed from now on plays.
   */
  flush(): Promise<HeardReport[]> {
    const ledger = this.#ledger;
    this.#epoch++;
    this.#ledger = new Ledger();
    this.#outbox.clear();
    this.#decoders.clear();
    this.#started.clear();
    this.#cancelTimers();
    for (const position of ledger.positions()) this.#history.add(position);

    this.#send({ type: 'flush', epoch: this.#epoch });
    this.resume();
    return new Promise((done) => {
      const epoch = this.#epoch;
      const resolve = () => {
        cancel();
        this.#settling.delete(epoch);
        const positions = ledger.positions();
        for (const position of positions) this.#history.add(position);
        done(positions.map(heardReport));
      };
      const cancel = this.#after(FLUSH_TIMEOUT_MS, resolve);
      if (this.#capacity > 0 && ledger.items.length > 0) this.#settling.set(epoch, { ledger, resolve });
      else resolve();
    });
  }

  /** Fades out and holds the sound. */
  pause(): void {
    this.#paused = true;
    this.#send({ type: 'pause' });
  }

  /** Goes on with the frame after the last one played. */
  resume(): void {
    if (!this.#paused) return;
    this.#paused = false;
    this.#send({ type: 'resume' });
  }

  /** Where an item is, or was when it ended; null if it is not known, or has long been over. */
  position(item: string): Position | null {
    return this.#ledger.positions().find((position) => position.item === item) ?? this.#history.get(item);
  }

  #detach(): void {
    const port = this.#port;
    this.#port = null;
    this.#capacity = 0;
    this.#cancelTimers();
    for (const { resolve } of [...this.#settling.values()]) resolve();
    port?.close();
  }

  #cancelTimers(): void {
    this.#cancelCoalescing?.();
    this.#cancelCoalescing = null;
    for (const cancel of this.#draining.values()) cancel();
    this.#draining.clear();
  }

  #send(message: ToPlayer): void {
    if (this.#capacity > 0) this.#port?.postMessage(message);
  }

  #pump(hurry: boolean): void {
    for (;;) {
      const credit = Math.min(QUEUE_TARGET_FRAMES, this.#capacity) - this.#ledger.inFlight;
      const parcel = this.#capacity > 0 ? this.#outbox.take(credit, hurry) : null;
      if (!parcel) {
        if (credit > 0 && this.#outbox.pending) this.#coalesce();
        return;
      }
      const { item } = parcel;
      if (parcel.kind === 'end') this.#send({ type: 'end', epoch: this.#epoch, item });
      else {
        this.#ledger.sent(item, parcel.frames.length);
        this.#send({ type: 'chunk', epoch: this.#epoch, item, pcm: parcel.frames.buffer });
      }
    }
  }

  #coalesce(): void {
    this.#cancelCoalescing ??= this.#after(COALESCE_MS, () => {
      this.#cancelCoalescing = null;
      this.#pump(true);
    });
  }

  #receive(data: unknown): void {
    const message = parseFromPlayer(data);
    if (!message) {
      this.#listener.fault('malformed message from the player');
      return;
    }
    switch (message.type) {
      case 'hello':
        this.#begin(message.capacityFrames);
        return;
      case 'started':
        this.#onStarted(message);
        return;
      case 'progress':
        this.#onProgress(message);
        return;
      case 'flushed':
        this.#onFlushed(message);
        return;
      case 'drained':
        this.#onDrained(message);
        return;
      case 'refused':
        this.#listener.fault(`the player refused ${message.frames} frames`);
        return;
      default:
        message satisfies never;
    }
  }

  #begin(capacityFrames: number): void {
    this.#cancelTimers();
    this.#capacity = capacityFrames;
    for (const { item, from } of this.#ledger.rewind()) this.#outbox.rewind(item, from);
    if (this.#paused) this.#send({ type: 'pause' });
    this.#pump(true);
  }

  #onStarted({ epoch, item, latencyMs }: Extract<FromPlayer, { type: 'started' }>): void {
    if (epoch !== this.#epoch || this.#started.has(item) || !this.#ledger.has(item)) return;
    this.#started.add(item);
    this.#listener.started(item, latencyMs);
  }

  #onProgress(message: Extract<FromPlayer, { type: 'progress' }>): void {
    const { epoch, items, latencyMs, level, queuedFrames, underruns } = message;
    const ledger = this.#ledgerOf(epoch);
    if (!ledger) return;
    this.#count(ledger, items, latencyMs);
    if (ledger !== this.#ledger) return;
    const positions = ledger.positions();
    for (const { item, heardFrames } of positions) this.#outbox.release(item, heardFrames);
    this.#listener.progress({ items: positions, level, queuedFrames, underruns });
    this.#pump(false);
  }

  #onFlushed({ epoch, items }: Extract<FromPlayer, { type: 'flushed' }>): void {
    const settling = this.#settling.get(epoch);
    if (!settling) return;
    // What the device holds back cannot be taken back: it is heard, after the answer, to its last frame.
    this.#count(settling.ledger, items, 0);
    settling.resolve();
  }

  #onDrained({ epoch, item, playedFrames, latencyMs }: Extract<FromPlayer, { type: 'drained' }>): void {
    const ledger = this.#ledgerOf(epoch);
    if (!ledger) return;
    this.#count(ledger, [{ item, playedFrames }], latencyMs);
    if (ledger !== this.#ledger || this.#draining.has(item)) return;
    if (!ledger.complete(item)) {
      this.#listener.fault('the player ended an item too early');
      return;
    }
    const cancel = this.#after(latencyMs, () => this.#settle(item));
    this.#draining.set(item, cancel);
    this.#pump(false);
  }

  /** The last frame of the item has left the device. */
  #settle(item: string): void {
    this.#draining.delete(item);
    const position = this.position(item);
    if (position) this.#history.add({ ...position, heardFrames: position.playedFrames });
    this.#ledger.forget(item);
    this.#outbox.drop(item);
    this.#decoders.delete(item);
    this.#started.delete(item);
    this.#listener.drained(item);
    if (this.#outbox.empty) this.#listener.idle();
  }

  /** An epoch's ledger: the present one, or one whose flush is on its way; null if it is long over. */
  #ledgerOf(epoch: number): Ledger | null {
    if (epoch === this.#epoch) return this.#ledger;
    return this.#settling.get(epoch + 1)?.ledger ?? null;
  }

  #count(ledger: Ledger, items: readonly ItemProgress[], latencyMs: number): void {
    for (const { item, playedFrames } of items) {
      if (!ledger.played(item, playedFrames)) this.#listener.fault('the player miscounts');
    }
    ledger.held(Math.round(latencyMs * FRAMES_PER_MS));
  }
}
