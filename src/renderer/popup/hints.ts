import type { PopupView, Snapshot } from '../../preload/contract';

/** A key that does something now, by what it does. */
export type Hint = 'ask' | 'pause' | 'resume' | 'stop' | 'hide' | 'back' | 'earlier';

export interface HintContext {
  view: PopupView;
  /** An answer waits or speaks. */
  answering: boolean;
  paused: boolean;
  /** What stands in the prompt field. */
  draft: string;
  /** There are earlier prompts. */
  hasEarlier: boolean;
}

/** The keys that the status bar tells, the most wanted ones first: where room is short, the last ones are left out. */
export function hints({ view, answering, paused, draft, hasEarlier }: HintContext): Hint[] {
  if (view === 'key') return ['back'];
  const typed = draft.trim() !== '';
  if (answering) {
    if (typed) return ['ask', 'stop'];
    return draft === '' ? [paused ? 'resume' : 'pause', 'stop'] : ['stop'];
  }
  // Whoever has asked before knows how, and an empty field asks nothing.
  const ask: Hint[] = typed || !hasEarlier ? ['ask'] : [];
  return [...ask, 'hide', ...(hasEarlier ? (['earlier'] as const) : [])];
}

/** The key, as it is written on the user's keyboard. */
export function hintKey(hint: Hint, platform: Snapshot['platform']): string {
  switch (hint) {
    case 'ask':
      return platform === 'darwin' ? '↩' : 'Enter';
    case 'pause':
    case 'resume':
      return 'Space';
    case 'stop':
    case 'hide':
    case 'back':
      return 'Esc';
    case 'earlier':
      return '↑';
  }
}
