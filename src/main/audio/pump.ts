import type { Schedule } from '../schedule';
import type { Epoch } from './epoch';
import { FRAMES_PER_MS } from './frames';
import type { Line } from './line';
import type { Outbox } from './outbox';
import { QUEUE_TARGET_FRAMES } from './outbox';

/** Short chunks of an item that plays already wait this long for more. */
const COALESCE_MS = 20;
/** With less than this in the player nothing waits: it may need every frame. */
const SCARCE_FRAMES = 200 * FRAMES_PER_MS;

export interface PumpDeps {
  outbox: Outbox;
  line: Line;
  schedule: Schedule;
  /** The present one. */
  epoch(): Epoch;
}

/** Sends from the outbox as much as the player should have, and no message for every little chunk. */
export class Pump {
  readonly #deps: PumpDeps;
  #cancelCoalescing: (() => void) | null = null;

  constructor(deps: PumpDeps) {
    this.#deps = deps;
  }

  /** Sends what there is room for. With `hurry`, short chunks too. */
  run(hurry: boolean): void {
    const { outbox, line } = this.#deps;
    const { number: epoch, ledger } = this.#deps.epoch();
    for (;;) {
      const credit = Math.min(QUEUE_TARGET_FRAMES, line.capacityFrames) - ledger.inFlight;
      const scarce = ledger.inFlight < SCARCE_FRAMES;
      const parcel = line.capacityFrames > 0 ? outbox.take(credit, hurry || scarce) : null;
      if (!parcel) {
        if (credit > 0 && outbox.pending) this.#coalesce();
        return;
      }
      const { item } = parcel;
      if (parcel.kind === 'end') line.send({ type: 'end', epoch, item });
      else {
        ledger.sent(item, parcel.frames.length);
        const { from, frames } = parcel;
        line.send({ type: 'chunk', epoch, item, from, pcm: frames.buffer });
      }
    }
  }

  /** What waits for more goes with the next {@link run}. */
  rest(): void {
    this.#cancelCoalescing?.();
    this.#cancelCoalescing = null;
  }

  #coalesce(): void {
    this.#cancelCoalescing ??= this.#deps.schedule(COALESCE_MS, () => {
      this.#cancelCoalescing = null;
      this.run(true);
    });
  }
}
