import type { PopupView, Snapshot } from '../../preload/contract';
import type { Texts } from '../../texts/texts';
import { acceleratorKeys } from '../ui/accelerator';

/** The keys that begin a new conversation, as Electron writes them (`keys.ts` understands them). */
export const NEW_CONVERSATION = 'CommandOrControl+N';

/** And the settings. */
export const SETTINGS = 'CommandOrControl+,';

/** A key that does something now, by what it does. */
export type Hint = 'ask' | 'pause' | 'resume' | 'stop' | 'hide' | 'back' | 'earlier' | 'new';

export interface HintContext {
  view: PopupView;
  /** An answer waits or speaks. */
  answering: boolean;
  paused: boolean;
  /** What stands in the prompt field. */
  draft: string;
  /** There are earlier prompts. */
  hasEarlier: boolean;
  /** There is an answer: a conversation that could be left for a new one. */
  hasAnswer: boolean;
}

/** The keys that the status bar tells, the most wanted ones first: where room is short, the last ones are left out. */
export function hints({ view, answering, paused, draft, hasEarlier, hasAnswer }: HintContext): Hint[] {
  if (view === 'key') return ['back'];
  const typed = draft.trim() !== '';
  if (answering) {
    if (typed) return ['ask', 'stop'];
    return draft === '' ? [paused ? 'resume' : 'pause', 'stop'] : ['stop'];
  }
  // Whoever has asked before knows how, and an empty field asks nothing.
  const ask: Hint[] = typed || !hasEarlier ? ['ask'] : [];
  const earlier: Hint[] = hasEarlier ? ['earlier'] : [];
  return [...ask, 'hide', ...earlier, ...(hasAnswer ? (['new'] as const) : [])];
}

/** The key or chord, as it is written on the user's keyboard. */
export function hintKeys(hint: Hint, platform: Snapshot['platform'], names: Texts['keyNames']): string[] {
  switch (hint) {
    case 'ask':
      return acceleratorKeys('Enter', platform, names);
    case 'pause':
    case 'resume':
      return [names.Space];
    case 'stop':
    case 'hide':
    case 'back':
      return [names.Esc];
    case 'earlier':
      return ['↑'];
    case 'new':
      return acceleratorKeys(NEW_CONVERSATION, platform, names);
  }
}
