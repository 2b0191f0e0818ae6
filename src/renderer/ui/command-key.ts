import type { Snapshot } from '../../preload/contract';

/** What of a key press says which chord it is. */
export type Press = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** Whether `letter` is pressed with the key of commands alone: Command on macOS, Ctrl elsewhere (pure). */
export function isCommand(press: Press, letter: string, platform: Snapshot['platform']): boolean {
  const [wanted, other] =
    platform === 'darwin' ? [press.metaKey, press.ctrlKey] : [press.ctrlKey, press.metaKey];
  return wanted && !other && !press.altKey && !press.shiftKey && press.key.toLowerCase() === letter;
}
