import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { useTexts } from '../ui/texts';
import { PROMPT_LIMIT, promptFit } from './prompt-limit';

interface PromptFieldProps {
  text: string;
  /** Grows whenever the field should take the focus. */
  focusWanted: number;
  onText: (text: string) => void;
}

/** Where the question is typed. Its keys are handled by the page (`keys.ts`). Grows with its text. */
export function PromptField({ text, focusWanted, onText }: PromptFieldProps) {
  const texts = useTexts();
  const field = useRef<HTMLTextAreaElement>(null);
  const fit = promptFit(text);

  // Written only when it differs: the caret, the undo steps and a composition under way stay as the user has them.
  // Another text puts the caret behind itself.
  useLayoutEffect(() => {
    if (field.current !== null && field.current.value !== text) field.current.value = text;
  }, [text]);

  useEffect(() => field.current?.focus(), [focusWanted]);

  return (
    <div class="prompt">
      <textarea
        ref={field}
        class="prompt-field"
        rows={1}
        // What is typed has its own direction; the placeholder has that of the page.
        dir={text === '' ? undefined : 'auto'}
        spellcheck
        autocomplete="off"
        aria-label={texts.prompt.label}
        aria-describedby="prompt-room"
        aria-invalid={fit.kind === 'over'}
        placeholder={texts.prompt.placeholder}
        onInput={(event) => onText(event.currentTarget.value)}
      />
      <p
        class="prompt-room"
        id="prompt-room"
        data-fit={fit.kind}
        role={fit.kind === 'over' ? 'alert' : undefined}
      >
        {fit.kind === 'near' && texts.prompt.left(fit.left)}
        {fit.kind === 'over' && texts.prompt.over(fit.by, PROMPT_LIMIT)}
      </p>
    </div>
  );
}
