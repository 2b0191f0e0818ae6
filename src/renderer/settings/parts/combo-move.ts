/** What a key does in a combobox; null leaves it to the text field. */
export type ComboMove =
  /** The list is open, with this suggestion to be taken by Enter; -1 for none. */
  { kind: 'open'; active: number } | { kind: 'close' } | { kind: 'undo' } | { kind: 'commit' };

export interface ComboState {
  /** Null while the list is closed, -1 while none of it is to be taken. */
  active: number | null;
  /** The suggestion that stands in the field; -1 for none. */
  current: number;
  count: number;
}

/** The keys of WAI-ARIA's editable combobox (pure). */
export function comboMove(key: string, { active, current, count }: ComboState): ComboMove | null {
  switch (key) {
    case 'ArrowDown':
      if (count === 0) return null;
      if (active === null) return { kind: 'open', active: Math.max(0, current) };
      return { kind: 'open', active: (active + 1) % count };
    case 'ArrowUp':
      if (count === 0) return null;
      if (active === null) return { kind: 'open', active: current < 0 ? count - 1 : current };
      return { kind: 'open', active: active <= 0 ? count - 1 : active - 1 };
    case 'Escape':
      return active === null ? { kind: 'undo' } : { kind: 'close' };
    case 'Enter':
      return { kind: 'commit' };
    default:
      return null;
  }
}
