import type { Snapshot } from '../../preload/contract';
import { isCommand, type Press } from '../ui/command-key';

export type AboutKey =
  /** Closes the window. */
  | 'close'
  /** Goes to the search field. */
  | 'search'
  /** Empties the search field. */
  | 'clear';

export interface AboutKeyContext {
  platform: Snapshot['platform'];
  /** The focus is in the search field, and something is written there. */
  searching: boolean;
}

/** What a key does in About (pure); null leaves it to the browser. */
export function aboutKey(
  press: Press & Pick<KeyboardEvent, 'isComposing'>,
  { platform, searching }: AboutKeyContext,
): AboutKey | null {
  // Escape takes back what an input method composes, then.
  if (press.isComposing) return null;
  if (press.key === 'Escape') return searching ? 'clear' : 'close';
  if (isCommand(press, 'w', platform)) return 'close';
  return isCommand(press, 'f', platform) ? 'search' : null;
}
