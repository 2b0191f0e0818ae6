import { FrameStore } from './frame-store';
import { FRAMES_PER_MS } from './frames';
import { Recording } from './recording';

/** What should lie in the player: enough to outlast a long stall of main, a third of what its ring can hold. */
export const QUEUE_TARGET_FRAMES = 4_000 * FRAMES_PER_MS;
/** Below this it is worth waiting a moment for more, once an item has begun. */
export const MIN_CHUNK_FRAMES = 20 * FRAMES_PER_MS;
/** No message is longer: a long one would hold up the audio thread while it is copied. */
export const MAX_CHUNK_FRAMES = 100 * FRAMES_PER_MS;
/** Items that are not yet heard to the end; the player has room for as many. */
export const MAX_OPEN_ITEMS = 32;
/** Fifteen minutes. */
export const DEFAULT_CAP_BYTES = 15 * 60 * 48_000;

interface Entry {
  readonly item: string;
  readonly store: FrameStore;
  /** Position up to which frames were sent to the present player. */
  sent: number;
  /** Position up to which it was heard. */
  heard: number;
  ended: boolean;
  endSent: boolean;
  readonly kind: EntryKind;
}

type EntryKind =
  /** Recorded when it was heard. */
  | 'answer'
  /** Heard before, and in the recording already. */
  | 'replayed'
  /** Part of no answer. */
  | 'aside';

export type Parcel =
  /** `from` is the position of the first frame. */
  | { kind: 'chunk'; item: string; from: number; frames: Int16Array<ArrayBuffer> }
  | { kind: 'end'; item: string };

/**
 * Everything that was received and not yet heard, in playing order: what is still to be sent, and what was sent and
 * is kept until it was heard, so that another player can go on where this one was. What was heard of the present
 * answer is recorded as long as there is room for it: the same memory, not let go.
 */
export class Outbox {
  readonly #capBytes: number;
  readonly #entries = new Map<string, Entry>();
  /** Of the present answer. */
  #recording = new Recording();

  constructor(capBytes = DEFAULT_CAP_BYTES) {
    this.#capBytes = capBytes;
  }

  /** Memory held, in bytes. */
  get bytes(): number {
    let bytes = this.#recording.bytes;
    for (const { kind, store } of this.#entries.values()) if (kind !== 'replayed') bytes += store.bytes;
    return bytes;
  }

  /** False once the present answer has become too long to be heard once more. */
  get recorded(): boolean {
    return this.#recording.kept;
  }

  get empty(): boolean {
    return this.#entries.size === 0;
  }

  /** False, and nothing is kept, if it would not fit under the cap. What is `aside` of the answer is not recorded. */
  add(item: string, frames: Int16Array, aside = false): boolean {
    const entry = this.#entries.get(item);
    if (!entry && this.#entries.size >= MAX_OPEN_ITEMS) return false;
    const store = entry?.store ?? new FrameStore();
    const fits = () => this.bytes - store.bytes + store.bytesWith(frames.length) <= this.#capBytes;
    // What is still to be heard goes before what could be heard again.
    if (!fits() && this.recorded) this.#giveUpRecording();
    if (!fits()) return false;
    store.append(frames);
    if (!entry) this.#open(item, store, aside ? 'aside' : 'answer');
    return true;
  }

  /** False if there is no room to remember an item that had no frames. */
  end(item: string): boolean {
    const entry = this.#entries.get(item);
    if (!entry && this.#entries.size >= MAX_OPEN_ITEMS) return false;
    (entry ?? this.#open(item)).ended = true;
    return true;
  }

  /**
   * The next thing to send, marked as sent, with at most `credit` frames; null if there is none. Without `hurry` a
   * chunk that is short, not an item's first and may grow yet is left for later.
   */
  take(credit: number, hurry: boolean): Parcel | null {
    for (const entry of this.#entries.values()) {
      const { item, store } = entry;
      const pending = store.end - entry.sent;
      if (pending > 0) {
        const frames = Math.min(pending, credit, MAX_CHUNK_FRAMES);
        if (frames <= 0) return null;
        const mayGrow = entry.sent > 0 && !entry.ended && pending < MIN_CHUNK_FRAMES;
        if (mayGrow && !hurry) return null;
        const from = entry.sent;
        entry.sent += frames;
        return { kind: 'chunk', item, from, frames: store.copy(from, entry.sent) };
      }
      if (entry.ended && !entry.endSent) {
        entry.endSent = true;
        return { kind: 'end', item };
      }
    }
    return null;
  }

  /** Whether frames wait that {@link take} left for later. */
  get pending(): boolean {
    for (const entry of this.#entries.values()) if (entry.store.end > entry.sent) return true;
    return false;
  }

  /** The item was heard up to here: it will not be sent again. */
  release(item: string, heard: number): void {
    const entry = this.#entries.get(item);
    if (!entry) return;
    entry.heard = heard;
    if (!this.recorded && entry.kind !== 'replayed') entry.store.release(heard);
  }

  /** The item was heard to its end. */
  drop(item: string): void {
    const entry = this.#entries.get(item);
    this.#entries.delete(item);
    if (entry?.kind === 'answer') this.#recording.add(item, entry.store, entry.store.end);
  }

  /** A new player: the item has to be sent again from this position on, its end too. */
  rewind(item: string, position: number): void {
    const entry = this.#entries.get(item);
    if (!entry) return;
    entry.sent = position;
    entry.endSent = false;
  }

  /** Nothing more is to be played. The function that it returns records what was heard, once that is known. */
  clear(): (item: string, heard: number) => void {
    const cleared = new Map(this.#entries);
    this.#entries.clear();
    const recording = this.#recording;
    return (item, heard) => {
      const entry = cleared.get(item);
      if (entry?.kind === 'answer') recording.add(item, entry.store, heard);
    };
  }

  /** Another answer begins: the last one will not be heard again. */
  forget(): void {
    this.#recording = new Recording();
  }

  /** Queues what is recorded once more, each item under the name that it is given. Returns the new items. */
  replay(rename: (item: string) => string): { item: string; frames: number }[] {
    return this.#recording.items.map(({ item, store, frames }) => {
      const name = rename(item);
      this.#open(name, store, 'replayed').ended = true;
      return { item: name, frames };
    });
  }

  #giveUpRecording(): void {
    this.#recording.giveUp();
    for (const { kind, store, heard } of this.#entries.values())
      if (kind !== 'replayed') store.release(heard);
  }

  #open(item: string, store = new FrameStore(), kind: EntryKind = 'answer'): Entry {
    const entry = { item, store, sent: 0, heard: 0, ended: false, endSent: false, kind };
    this.#entries.set(item, entry);
    return entry;
  }
}
