import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { KeyResult } from '../../preload/contract';
import type { KeyFault } from '../../preload/problem-contract';
import { Button, IconButton } from '../ui/controls';
import { EyeIcon, EyeOffIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';
import { useWords } from './words';

interface KeyEntryProps {
  canEncrypt: boolean | null;
  /** The field takes the focus when it appears. */
  takesFocus: boolean;
  /** Resolves with null if main was not reached. */
  onKeep: (key: string, remember: boolean) => Promise<KeyResult | null>;
  onDone: () => void;
  /** Null where there is nothing to go back to. */
  onCancel: (() => void) | null;
}

/** Where a key is entered. It stands in the field alone, is handed to main, and is then gone from the page. */
export function KeyEntry({ canEncrypt, takesFocus, onKeep, onDone, onCancel }: KeyEntryProps) {
  const texts = useTexts();
  const words = useWords();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(false);
  const [remember, setRemember] = useState(true);
  const [saving, setSaving] = useState(false);
  const [refused, setRefused] = useState<KeyFault | 'lost' | null>(null);
  const text = words.key;

  useEffect(() => {
    if (takesFocus) field.current?.focus();
  }, [takesFocus]);
  useLayoutEffect(() => {
    if (field.current !== null) field.current.type = shown ? 'text' : 'password';
  }, [shown]);

  const clear = (): void => {
    if (field.current !== null) field.current.value = '';
    setRefused(null);
  };
  async function keep(event: Event): Promise<void> {
    event.preventDefault();
    if (saving) return;
    const key = field.current?.value.trim() ?? '';
    if (key === '') {
      setRefused('empty');
      field.current?.focus();
      return;
    }
    setSaving(true);
    const result = await onKeep(key, remember && canEncrypt !== false);
    setSaving(false);
    if (result?.kind === 'kept') {
      clear();
      onDone();
    } else setRefused(result === null ? 'lost' : result.fault);
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    const isEmpty = (field.current?.value ?? '') === '';
    clear();
    if (isEmpty) onCancel?.();
  };

  return (
    <form class="key-entry" onSubmit={keep} onKeyDown={onKeyDown}>
      <div class="key-row">
        <input
          ref={field}
          class="field field-code"
          type="password"
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          aria-label={text.label}
          aria-describedby={`${id}-refused ${id}-keeping`}
          aria-invalid={refused !== null}
          placeholder={text.placeholder}
          onInput={() => setRefused(null)}
        />
        <IconButton label={shown ? text.hide : text.show} onClick={() => setShown(!shown)}>
          {shown ? <EyeOffIcon /> : <EyeIcon />}
        </IconButton>
      </div>
      <p class="row-problem" id={`${id}-refused`} role="alert">
        {refused !== null && (refused === 'lost' ? texts.failed : texts.key.refused[refused])}
      </p>
      <div class="key-end">
        <div class="key-keeping" id={`${id}-keeping`}>
          {canEncrypt === true ? (
            <label class="check">
              <input
                type="checkbox"
                checked={remember}
                onChange={(event) => setRemember(event.currentTarget.checked)}
              />
              <span>
                {text.remember}
                <span class="row-hint"> {text.forget}</span>
              </span>
            </label>
          ) : (
            <p class="row-hint">{canEncrypt === null ? text.unknown : text.thisRunOnly}</p>
          )}
        </div>
        {onCancel !== null && <Button onClick={onCancel}>{words.cancel}</Button>}
        <button type="submit" class="button" data-kind="primary" aria-disabled={saving}>
          {saving ? text.saving : text.save}
        </button>
      </div>
    </form>
  );
}
