import type { AudioChannel } from '../audio/channel';
import { AnswerSound } from './answer-sound';
import type { SoundWatch } from './sound-watch';
import { canReplay } from './state';
import type { Store } from './store';

export interface ReplayDeps {
  store: Store;
  sound: Pick<AudioChannel, 'replay' | 'flush'>;
  soundWatch: SoundWatch;
}

/** The last answer, heard once more from memory. The server knows nothing of it. */
export class Replay {
  readonly #deps: ReplayDeps;
  #sound: AnswerSound | null = null;

  constructor(deps: ReplayDeps) {
    this.#deps = deps;
  }

  /** Nothing happens where nothing was kept, or while something sounds. */
  start(): void {
    const { store, sound, soundWatch } = this.#deps;
    const { turn } = store.state;
    if (!canReplay(turn)) return;
    const replayed = new AnswerSound(turn.turn);
    for (const { item, frames } of sound.replay()) replayed.receive(item, frames);
    this.#sound = replayed;
    store.dispatch({ type: 'replay-started', turn: turn.turn });
    soundWatch.begin();
  }

  /** Silence at once. `true` if it sounded. */
  stop(): boolean {
    if (this.#sound === null) return false;
    this.#end(this.#sound, 'stopped');
    void this.#deps.sound.flush();
    return true;
  }

  /** The item's first frame was rendered. */
  started(item: string): void {
    if (this.#sound?.has(item) === true) this.#deps.soundWatch.end();
  }

  /** So many frames of the item have left the loudspeaker. */
  heard(item: string, frames: number): void {
    const sound = this.#sound;
    if (sound?.has(item) !== true) return;
    sound.play(item, frames);
    this.#deps.store.dispatch({ type: 'replay-played', turn: sound.turn, frames: sound.playedFrames });
  }

  /** The item was heard to its end. */
  drained(item: string): void {
    const sound = this.#sound;
    if (sound?.has(item) !== true) return;
    sound.drain(item);
    if (sound.playedFrames === sound.receivedFrames) this.#end(sound, 'finished');
  }

  #end(sound: AnswerSound, how: 'finished' | 'stopped'): void {
    this.#sound = null;
    this.#deps.soundWatch.end();
    this.#deps.store.dispatch({ type: 'replay-ended', turn: sound.turn, how });
  }
}
