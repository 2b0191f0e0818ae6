import type { FromPlayer, ToPlayer } from '../../preload/audio-contract';
import { parseFromPlayer } from './from-player';
import type { AudioPort } from './port';

export interface LineListener {
  /** Something of the contract came; `hello` is the first of every player. */
  received(message: FromPlayer): void;
  /** Something else came. */
  malformed(): void;
  /** The player is gone, or was replaced. */
  lost(): void;
}

/** The line to the player in the page: one port at a time, usable once the player at its end has said hello. */
export class Line {
  readonly #listener: LineListener;
  #port: AudioPort | null = null;
  #capacity = 0;

  constructor(listener: LineListener) {
    this.#listener = listener;
  }

  /** Frames that the player can queue; 0 while there is none. */
  get capacityFrames(): number {
    return this.#capacity;
  }

  attach(port: AudioPort): void {
    this.#drop();
    this.#port = port;
    // What an old port still brings is of no interest.
    port.onMessage((data) => {
      if (this.#port === port) this.#receive(data);
    });
    port.onClose(() => {
      if (this.#port === port) this.#drop();
    });
  }

  /** Says nothing to nobody while there is no player. */
  send(message: ToPlayer): void {
    if (this.#capacity > 0) this.#port?.postMessage(message);
  }

  #drop(): void {
    const port = this.#port;
    if (!port) return;
    this.#port = null;
    this.#capacity = 0;
    this.#listener.lost();
    port.close();
  }

  #receive(data: unknown): void {
    const message = parseFromPlayer(data);
    if (!message) {
      this.#listener.malformed();
      return;
    }
    if (message.type === 'hello') this.#capacity = message.capacityFrames;
    this.#listener.received(message);
  }
}
