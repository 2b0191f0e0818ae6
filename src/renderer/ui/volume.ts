import { type ReadonlySignal, signal } from '@preact/signals';

/** What an arrow key moves the volume by, per cent. */
const STEP = 5;

/**
 * The volume, per cent, after a key on its slider: the next full step. Null leaves the key to the browser. `isRtl`: the
 * slider fills from right to left, as the page is read.
 */
export function volumeAfterKey(key: string, percent: number, isRtl: boolean): number | null {
  switch (key) {
    case 'ArrowUp':
    case isRtl ? 'ArrowLeft' : 'ArrowRight':
      return Math.min(100, (Math.floor(percent / STEP) + 1) * STEP);
    case 'ArrowDown':
    case isRtl ? 'ArrowRight' : 'ArrowLeft':
      return Math.max(0, (Math.ceil(percent / STEP) - 1) * STEP);
    default:
      return null;
  }
}

export interface WantedVolume {
  /** What the user wants, 0 to 1, until main has it; null while main's own is what holds. */
  readonly value: ReadonlySignal<number | null>;
  want(volume: number): void;
  /** Main has sent a state. */
  settle(): void;
}

/**
 * A slider under the user's finger must not jump back to a volume that main has not changed yet. One call is under way
 * at a time; of what is wanted meanwhile, the last counts. `failed` is called where main was not reached.
 */
export function createWantedVolume(
  tell: (volume: number) => Promise<unknown>,
  failed: () => void,
): WantedVolume {
  const value = signal<number | null>(null);
  let isTelling = false;

  async function tellAll(): Promise<void> {
    isTelling = true;
    try {
      for (let next = value.peek(), told: number | null = null; next !== null && next !== told; ) {
        await tell(next);
        told = next;
        next = value.peek();
      }
    } catch {
      value.value = null;
      failed();
    }
    isTelling = false;
  }

  return {
    value,
    want(volume) {
      value.value = volume;
      if (!isTelling) void tellAll();
    },
    settle() {
      // A state that comes while a call is under way may be from before it.
      if (!isTelling) value.value = null;
    },
  };
}
