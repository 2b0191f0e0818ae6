import type { Schedule } from '../schedule';

/** From one picture to the next, ms: each is a message to the desktop's panel, which then draws anew. */
export const PICTURE_MS = 400;

export interface TrayMotionOptions {
  schedule: Schedule;
  /** Whether the user wants nothing to move. */
  prefersStill: () => boolean;
  /** Another picture is due. */
  draw: () => void;
}

/** Which of a state's pictures the tray icon shows, while it moves at all. Nothing runs while it stands still. */
export class TrayMotion {
  readonly #options: TrayMotionOptions;
  /** How many pictures the present state has; 0 for one that stands still. */
  #pictures = 0;
  #isSeen = true;
  #picture: number | null = null;
  #cancel: (() => void) | null = null;

  constructor(options: TrayMotionOptions) {
    this.#options = options;
  }

  /** From 0; null while it stands still. */
  get picture(): number | null {
    return this.#picture;
  }

  /** The state has so many pictures; 0 for one that stands still. The same again changes nothing. */
  run(pictures: number): void {
    if (pictures === this.#pictures) return;
    this.#pictures = pictures;
    this.#begin();
  }

  /** Whether anybody can see the icon: nobody can while the screen is locked. */
  setSeen(isSeen: boolean): void {
    if (isSeen === this.#isSeen) return;
    this.#isSeen = isSeen;
    this.#begin();
    this.#options.draw();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
    this.#picture = null;
  }

  #begin(): void {
    this.stop();
    if (this.#pictures === 0 || !this.#isSeen || this.#options.prefersStill()) return;
    this.#picture = 0;
    this.#wait();
  }

  #wait(): void {
    this.#cancel = this.#options.schedule(PICTURE_MS, () => {
      this.#picture = ((this.#picture ?? 0) + 1) % this.#pictures;
      this.#wait();
      this.#options.draw();
    });
  }
}
