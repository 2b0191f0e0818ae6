import { useEffect } from 'preact/hooks';
import { keyPress, promptCaret, takesSpace } from './dom-keys';
import { type KeyMeaning, keyMeaning } from './keys';
import type { PopupModel } from './popup-model';
import { isAnswering } from './status';

interface KeyTargets {
  page: (direction: 1 | -1) => void;
  focusPrompt: () => void;
}

/** The page's keys, wherever the focus is. */
export function useKeys(model: PopupModel, { page, focusPrompt }: KeyTargets): void {
  useEffect(() => {
    const does: Readonly<Record<KeyMeaning, () => void>> = {
      ask: () => void model.ask(),
      earlier: model.earlier,
      later: model.later,
      'page-up': () => page(-1),
      'page-down': () => page(1),
      pause: model.togglePause,
      stop: model.stop,
      'new-conversation': model.newConversation,
      settings: model.openSettings,
      hide: model.hide,
      back: model.back,
      type: focusPrompt,
      nothing: () => undefined,
    };
    const onKey = (event: KeyboardEvent): void => {
      const field = event.target;
      const meaning = keyMeaning(keyPress(event, model.snapshot.value?.platform), {
        view: model.view.value,
        answering: isAnswering(model.snapshot.value?.answer ?? null),
        prompt:
          field instanceof HTMLTextAreaElement ? promptCaret(field, model.history.value.line > 0) : null,
        spaceTaken: takesSpace(field),
      });
      if (meaning === null) return;
      if (meaning !== 'type') event.preventDefault();
      does[meaning]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
