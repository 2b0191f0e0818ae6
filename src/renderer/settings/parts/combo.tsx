import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { ChevronIcon } from '../../ui/icons';
import type { Changed } from '../settings-model';
import { useWords } from '../words';
import { comboMove } from './combo-move';
import { describedBy, Row, rowIds } from './row';
import { useCommit } from './use-commit';

export interface Suggestion {
  /** Empty stands for what is recommended. */
  value: string;
  label: string;
  note: string | null;
}

interface ComboFieldProps {
  label: string;
  hint?: string;
  value: string;
  /** What an empty field means. */
  placeholder: string;
  suggestions: readonly Suggestion[];
  onCommit: (text: string) => Promise<Changed>;
  /** Beside the field. */
  children?: ComponentChildren;
}

/**
 * A text field with suggestions (WAI-ARIA's editable combobox): one is chosen with the arrow keys and Enter or by a
 * click, and any other text may be typed. Escape closes the list, then takes back what was typed.
 */
export function ComboField(props: ComboFieldProps) {
  const { label, hint, value, placeholder, suggestions, onCommit, children } = props;
  const ids = rowIds(useId());
  const words = useWords();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  /** The suggestion that Enter takes; -1 for none. Null while the list is closed. */
  const [active, setActive] = useState<number | null>(null);
  const field = useCommit(value, onCommit);
  const open = active !== null;
  const at = (index: number): string => `${listId}-${index}`;

  const choose = (suggestion: Suggestion): void => {
    setActive(null);
    field.commit(suggestion.value);
    input.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const current = suggestions.findIndex((suggestion) => suggestion.value === field.text);
    const move = comboMove(event.key, { active, current, count: suggestions.length });
    if (move === null) return;
    switch (move.kind) {
      case 'open':
        event.preventDefault();
        setActive(move.active);
        return;
      case 'close':
        event.preventDefault();
        setActive(null);
        return;
      case 'undo':
        if (field.undo()) event.preventDefault();
        return;
      case 'commit': {
        const suggestion = suggestions[active ?? -1];
        if (suggestion === undefined) field.commit();
        else choose(suggestion);
        setActive(null);
        return;
      }
      default:
        move satisfies never;
    }
  };

  return (
    <Row ids={ids} label={label} hint={hint} problem={field.problem}>
      <div class="combo">
        <input
          ref={input}
          id={ids.control}
          class="field field-code"
          type="text"
          role="combobox"
          autocomplete="off"
          spellcheck={false}
          value={field.text}
          placeholder={placeholder}
          aria-expanded={open}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={open && active >= 0 ? at(active) : undefined}
          aria-invalid={field.problem !== null}
          aria-describedby={describedBy(ids, { hint: hint !== undefined, problem: field.problem !== null })}
          onInput={(event) => field.type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          onBlur={() => {
            setActive(null);
            field.commit();
          }}
        />
        <button
          type="button"
          class="combo-button"
          tabIndex={-1}
          aria-label={words.voice.suggestions(label)}
          // The focus stays in the field, whose blur would close the list.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            input.current?.focus();
            setActive(open ? null : -1);
          }}
        >
          <ChevronIcon />
        </button>
        <div id={listId} class="combo-list" role="listbox" aria-label={label} tabIndex={-1} hidden={!open}>
          {suggestions.map((suggestion, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus.
            <div
              key={suggestion.value}
              id={at(index)}
              role="option"
              tabIndex={-1}
              class="combo-option"
              aria-selected={suggestion.value === field.text}
              data-active={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => setActive(index)}
              onClick={() => choose(suggestion)}
            >
              <span>{suggestion.label}</span>
              {suggestion.note !== null && <span class="combo-note">{suggestion.note}</span>}
            </div>
          ))}
        </div>
      </div>
      {children}
    </Row>
  );
}
