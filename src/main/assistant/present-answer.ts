import type { AudioChannel } from '../audio/channel';
import { AnswerSound, soundItem } from './answer-sound';
import type { SoundWatch } from './sound-watch';
import type { Store } from './store';

export interface PresentAnswerDeps {
  store: Store;
  sound: Pick<AudioChannel, 'push' | 'end'>;
  soundWatch: SoundWatch;
  /** Monotonic, ms. */
  now(): number;
}

/** The sound of the answer that is being given: from the session to the device, and what of it was heard. */
export class PresentAnswer {
  readonly #deps: PresentAnswerDeps;
  #sound: AnswerSound | null = null;

  constructor(deps: PresentAnswerDeps) {
    this.#deps = deps;
  }

  begin(turn: number): void {
    this.#sound = new AnswerSound(turn);
  }

  /** Nothing of it is wanted any more. */
  end(): void {
    this.#sound = null;
    this.#deps.soundWatch.end();
  }

  is(turn: number): boolean {
    return this.#sound?.turn === turn;
  }

  has(item: string): boolean {
    return this.#sound?.has(item) === true;
  }

  get turn(): number | null {
    return this.#sound?.turn ?? null;
  }

  /** Sound of the server for its own item; `other` where it belongs to no answer that is wanted. */
  push(turn: number, item: string, delta: string): ReturnType<AudioChannel['push']>['kind'] | 'other' {
    const sound = this.#sound;
    if (sound?.turn !== turn) return 'other';
    const name = soundItem(turn, item);
    const pushed = this.#deps.sound.push(name, delta);
    if (pushed.kind === 'ok') {
      if (sound.receivedFrames === 0 && pushed.frames > 0) this.#deps.soundWatch.begin();
      sound.receive(name, pushed.frames);
      this.#deps.store.dispatch({ type: 'received', turn, frames: sound.receivedFrames });
    }
    return pushed.kind;
  }

  /** The server has announced the end of its own item. */
  endItem(turn: number, item: string): void {
    if (this.#sound?.turn === turn) this.#end(this.#sound, soundItem(turn, item));
  }

  /** No more sound will come: the end of the answer is that of all its items. */
  endAll(): void {
    const sound = this.#sound;
    if (sound !== null) for (const item of sound.open) this.#end(sound, item);
  }

  /** The first frame of an item was rendered; it is heard `latencyMs` later. */
  started(item: string, latencyMs: number): void {
    const sound = this.#sound;
    if (sound?.has(item) !== true) return;
    const { soundWatch, store, now } = this.#deps;
    soundWatch.end();
    store.dispatch({ type: 'sounded', turn: sound.turn, at: now() + latencyMs });
  }

  /** So many frames of the item have left the loudspeaker. */
  heard(item: string, frames: number): void {
    const sound = this.#sound;
    if (sound?.has(item) !== true) return;
    sound.play(item, frames);
    this.#tellPlayed(sound);
  }

  /** The item was played to its end. */
  drained(item: string): void {
    const sound = this.#sound;
    if (sound?.has(item) !== true) return;
    sound.drain(item);
    this.#tellPlayed(sound);
  }

  #end(sound: AnswerSound, item: string): void {
    if (!sound.has(item)) return;
    sound.end(item);
    this.#deps.sound.end(item);
  }

  #tellPlayed(sound: AnswerSound): void {
    this.#deps.store.dispatch({ type: 'played', turn: sound.turn, frames: sound.playedFrames });
  }
}
