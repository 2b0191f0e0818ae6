import { useEffect, useRef, useState } from 'preact/hooks';
import { Button } from '../../ui/controls';
import { useWords } from '../words';

interface ConfirmProps {
  /** On the button that asks. */
  label: string;
  question: string;
  /** On the button that does it. */
  yes: string;
  onYes: () => void;
}

/** A button for what cannot be taken back: it asks first, in its own place. Escape is no. */
export function Confirm({ label, question, yes, onYes }: ConfirmProps) {
  const words = useWords();
  const [asking, setAsking] = useState(false);
  const group = useRef<HTMLDivElement>(null);
  const wasAsking = useRef(false);

  useEffect(() => {
    // The focus goes to the harmless answer, and back to where it was.
    if (asking !== wasAsking.current) group.current?.querySelector<HTMLElement>('[data-first]')?.focus();
    wasAsking.current = asking;
  }, [asking]);

  return (
    <div ref={group} class="confirm">
      {asking ? (
        <fieldset
          class="confirm-answers"
          aria-label={question}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.preventDefault();
            setAsking(false);
          }}
        >
          <span class="confirm-question">{question}</span>
          <button type="button" class="button" data-first onClick={() => setAsking(false)}>
            {words.cancel}
          </button>
          <Button
            kind="danger"
            onClick={() => {
              setAsking(false);
              onYes();
            }}
          >
            {yes}
          </Button>
        </fieldset>
      ) : (
        <button type="button" class="button" data-first onClick={() => setAsking(true)}>
          {label}
        </button>
      )}
    </div>
  );
}
