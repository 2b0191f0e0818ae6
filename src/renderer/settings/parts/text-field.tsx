import { useId } from 'preact/hooks';
import type { Changed } from '../settings-model';
import { describedBy, Row, rowIds } from './row';
import { useCommit } from './use-commit';

interface TextFieldProps {
  label: string;
  hint?: string;
  value: string;
  placeholder?: string;
  /** Several lines: Enter begins another one. */
  lines?: number;
  /** Letters, digits and signs that are not words. */
  code?: boolean;
  onCommit: (text: string) => Promise<Changed>;
}

/** A text that is applied when the field is left, or with Enter; Escape takes it back. */
export function TextField({
  label,
  hint,
  value,
  placeholder,
  lines,
  code = false,
  onCommit,
}: TextFieldProps) {
  const ids = rowIds(useId());
  const field = useCommit(value, onCommit);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    if (event.key === 'Escape' && field.undo()) event.preventDefault();
    if (event.key === 'Enter' && (lines === undefined || event.ctrlKey || event.metaKey)) field.commit();
  };
  const shared = {
    id: ids.control,
    class: code ? 'field field-code' : 'field',
    value: field.text,
    placeholder,
    autocomplete: 'off',
    spellcheck: false,
    'aria-invalid': field.problem !== null,
    'aria-describedby': describedBy(ids, { hint: hint !== undefined, problem: field.problem !== null }),
    onKeyDown,
    onBlur: () => field.commit(),
  } as const;
  return (
    <Row ids={ids} label={label} hint={hint} problem={field.problem} wide={lines !== undefined}>
      {lines === undefined ? (
        <input {...shared} type="text" onInput={(event) => field.type(event.currentTarget.value)} />
      ) : (
        <textarea {...shared} rows={lines} onInput={(event) => field.type(event.currentTarget.value)} />
      )}
    </Row>
  );
}
