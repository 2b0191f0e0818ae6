import type { PopupView } from '../../preload/contract';

/** What a key press is, told from the DOM event. */
export interface KeyPress {
  key: string;
  shift: boolean;
  alt: boolean;
  /** Control or Command. */
  command: boolean;
  /** What begins the shortcuts of programs, and nothing else with it: Command on a Mac, Control elsewhere. */
  shortcut: boolean;
  /** An input method is composing: the key belongs to it. */
  composing: boolean;
  /** The key is being held down. */
  repeat: boolean;
}

export interface KeyContext {
  view: PopupView;
  /** An answer waits or speaks. */
  answering: boolean;
  /** Null when the focus is not in the prompt field. */
  prompt: PromptCaret | null;
  /** The focus is on something that the space bar presses or that takes text. */
  spaceTaken: boolean;
}

export interface PromptCaret {
  /** Nothing stands in the field, not even a space. */
  empty: boolean;
  /** The text stands on one line on the screen. */
  oneLine: boolean;
  /** Nothing is selected and the caret stands before the first or after the last character. */
  atStart: boolean;
  atEnd: boolean;
  /** An earlier prompt stands in the field. */
  recalled: boolean;
}

export type KeyMeaning =
  | 'ask'
  | 'earlier'
  | 'later'
  | 'page-up'
  | 'page-down'
  /** Pauses, or lets what is paused go on. */
  | 'pause'
  | 'stop'
  | 'new-conversation'
  | 'settings'
  | 'hide'
  | 'back'
  /** The prompt field takes the focus, and then the key itself. */
  | 'type'
  /** The key is taken, and does nothing. */
  | 'nothing';

/** What the popup does with a key; null leaves it to the browser. */
export function keyMeaning(press: KeyPress, context: KeyContext): KeyMeaning | null {
  if (press.composing) return null;
  if (press.key === 'Escape') return escapeMeaning(press, context);
  if (press.key === ' ') return spaceMeaning(press, context);
  // Held down, it is once enough; the key is taken all the same.
  if (isNew(press, context)) return press.repeat ? 'nothing' : 'new-conversation';
  if (press.shortcut && press.key === ',') return press.repeat ? 'nothing' : 'settings';
  const caret = context.prompt;
  if (caret === null) return isTyping(press) && context.view === 'ask' ? 'type' : null;
  if (press.alt) return null;
  if (press.key === 'Enter') return press.shift || press.repeat ? null : 'ask';
  if (press.shift || press.command) return null;
  switch (press.key) {
    case 'ArrowUp':
      return caret.oneLine || caret.atStart || (caret.recalled && caret.atEnd) ? 'earlier' : null;
    case 'ArrowDown':
      return caret.recalled && (caret.oneLine || caret.atEnd) ? 'later' : null;
    case 'PageUp':
      return caret.oneLine ? 'page-up' : null;
    case 'PageDown':
      return caret.oneLine ? 'page-down' : null;
    default:
      return null;
  }
}

function escapeMeaning(press: KeyPress, context: KeyContext): KeyMeaning | null {
  // A held Esc must not stop the speech and then hide the window as well.
  if (press.repeat) return null;
  if (context.view === 'key') return 'back';
  return context.answering ? 'stop' : 'hide';
}

/** Pauses wherever it would not type or press anything else. */
function spaceMeaning(press: KeyPress, { answering, prompt, spaceTaken }: KeyContext): KeyMeaning | null {
  if (!answering || press.shift || press.alt || press.command) return null;
  if (prompt === null ? spaceTaken : !prompt.empty) return null;
  // Held down, it must neither pause and go on by turns nor fill the field with spaces.
  return press.repeat ? 'nothing' : 'pause';
}

/** Not Control on a Mac: there it moves the caret down. */
function isNew({ key, shortcut }: KeyPress, { view }: KeyContext): boolean {
  return view === 'ask' && shortcut && key.toLowerCase() === 'n';
}

/** Whoever types after a click on a button or in the answer means the prompt. The space bar is the button's. */
function isTyping(press: KeyPress): boolean {
  if (press.command) return press.key === 'v';
  return [...press.key].length === 1 && press.key !== ' ';
}
