import type { Schedule } from '../schedule';

/** Sound that came and is not heard after this long, ms, means that the way to the device is broken. */
export const SOUND_PATH_TIMEOUT_MS = 10_000;

/** Tells when sound that was sent on its way is not heard: whatever is broken there, nobody must wait for ever. */
export class SoundWatch {
  readonly #schedule: Schedule;
  readonly #onSilence: () => void;
  #watching = false;
  #held = false;
  #cancel: (() => void) | null = null;

  constructor(schedule: Schedule, onSilence: () => void) {
    this.#schedule = schedule;
    this.#onSilence = onSilence;
  }

  /** The first sound of an answer came. */
  begin(): void {
    this.#watching = true;
    this.#restart();
  }

  /** While it is held, nobody expects to hear anything: the time counts anew afterwards. */
  hold(held: boolean): void {
    this.#held = held;
    this.#restart();
  }

  /** It is heard, or not wanted any more. */
  end(): void {
    this.#watching = false;
    this.#held = false;
    this.#restart();
  }

  #restart(): void {
    this.#cancel?.();
    this.#cancel = null;
    if (!this.#watching || this.#held) return;
    this.#cancel = this.#schedule(SOUND_PATH_TIMEOUT_MS, () => {
      this.#watching = false;
      this.#cancel = null;
      this.#onSilence();
    });
  }
}
