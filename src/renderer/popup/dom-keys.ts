import type { Snapshot } from '../../preload/contract';
import type { KeyPress, PromptCaret } from './keys';

/** A DOM key event as `keyMeaning` wants it. */
export function keyPress(event: KeyboardEvent, platform: Snapshot['platform'] | undefined): KeyPress {
  const { ctrlKey, metaKey, altKey, shiftKey } = event;
  const [wanted, other] = platform === 'darwin' ? [metaKey, ctrlKey] : [ctrlKey, metaKey];
  return {
    key: event.key,
    shift: shiftKey,
    alt: altKey,
    command: ctrlKey || metaKey,
    shortcut: wanted && !other && !altKey && !shiftKey,
    composing: event.isComposing,
    repeat: event.repeat,
  };
}

/** Where the caret stands in the prompt field. */
export function promptCaret(field: HTMLTextAreaElement, recalled: boolean): PromptCaret {
  const collapsed = field.selectionStart === field.selectionEnd;
  const lineHeight = Number.parseFloat(getComputedStyle(field).lineHeight);
  return {
    empty: field.value === '',
    oneLine: !field.value.includes('\n') && !(field.scrollHeight >= lineHeight * 2),
    atStart: collapsed && field.selectionStart === 0,
    atEnd: collapsed && field.selectionEnd === field.value.length,
    recalled,
  };
}

/** Whether the space bar presses or types something where the focus is. A slider has no use for it. */
export function takesSpace(focus: EventTarget | null): boolean {
  const takers = 'button, input:not([type=range]), textarea, select, a[href]';
  return focus instanceof Element && focus.closest(takers) !== null;
}
