import type { After } from '../audio/after';

/** Main hears of the draft once the user has paused for so long, ms: not of every key. */
export const KEEP_AFTER_MS = 400;

export interface DraftKeeper {
  /** The field holds this now. */
  changed(text: string): void;
  /** Tells what is not told yet, now. */
  flush(): void;
}

/**
 * Tells main what stands in the prompt field, so that it outlives this page. An empty field is told at once: what was
 * sent or thrown away is not to come back.
 */
export function createDraftKeeper(tell: (text: string) => Promise<unknown>, after: After): DraftKeeper {
  let text = '';
  /** Null where it is not known what main has: it may hold a draft of an earlier page. */
  let told: string | null = null;
  let cancel: (() => void) | null = null;

  const flush = (): void => {
    cancel?.();
    cancel = null;
    if (text === told) return;
    told = text;
    // It stands in the field all the same; the next change tells it again.
    tell(text).catch(() => {
      told = null;
    });
  };

  return {
    changed(next) {
      if (next === text) return;
      text = next;
      if (text === '') return flush();
      cancel?.();
      cancel = after(KEEP_AFTER_MS, flush);
    },
    flush,
  };
}
