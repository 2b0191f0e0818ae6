/** A click on the tray takes the focus first, which hides the popup: the click then must not show it again, ms. */
export const TRAY_CLICK_GUARD_MS = 300;
/** A key that is registered for the whole desktop may take the focus as a click does, only quicker, ms. */
export const HOTKEY_GRAB_MS = 100;
/** A hotkey that is held down repeats after about half a second: it must not close what it has just opened, ms. */
export const HOTKEY_GUARD_MS = 700;

/** Times are monotonic, ms. */
export type Visibility =
  /** By the loss of the focus, or because it was wanted so. */
  | { kind: 'hidden'; since: number; by: 'focus' | 'wish' }
  /** It is wanted, and has nothing to show yet. */
  | { kind: 'waiting' }
  | { kind: 'visible'; since: number };

/** Who asks for the popup to be toggled; each has its own trap. */
export type ToggleSource =
  /** `pressedAt`: when the mouse button went down, where the system tells; else the click itself. */
  { kind: 'tray'; pressedAt: number } | { kind: 'hotkey' } | { kind: 'command' };

/**
 * What a wish to toggle the popup comes to (pure). A popup that stays open without the focus is brought to it before it
 * is hidden; a click on the tray has taken the focus itself, and so tells nothing of that.
 */
export function toggleMeaning(
  state: Visibility,
  source: ToggleSource,
  now: number,
  isFocused: boolean,
): 'show' | 'hide' | 'nothing' {
  switch (state.kind) {
    case 'hidden':
      return state.by === 'focus' && isTooSoon(state.since, source, now) ? 'nothing' : 'show';
    case 'waiting':
      return 'nothing';
    case 'visible':
      if (source.kind === 'hotkey' && now - state.since < HOTKEY_GUARD_MS) return 'nothing';
      return isFocused || source.kind === 'tray' ? 'hide' : 'show';
    default:
      return state satisfies never;
  }
}

/** Whether it is this very click or key that took the focus at `lostAt`. */
function isTooSoon(lostAt: number, source: ToggleSource, now: number): boolean {
  switch (source.kind) {
    case 'tray':
      return source.pressedAt - lostAt < TRAY_CLICK_GUARD_MS;
    case 'hotkey':
      return now - lostAt < HOTKEY_GRAB_MS;
    case 'command':
      return false;
    default:
      return source satisfies never;
  }
}
