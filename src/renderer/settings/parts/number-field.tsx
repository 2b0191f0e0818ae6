import { useId } from 'preact/hooks';
import type { Changed } from '../settings-model';
import { describedBy, Row, rowIds } from './row';
import { useCommit } from './use-commit';

interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number;
  /** After the field. */
  unit: string;
  onCommit: (value: number) => Promise<Changed>;
}

/** A number that is applied when the field is left, or with Enter; Escape takes it back. What is none, main refuses. */
export function NumberField({ label, hint, value, unit, onCommit }: NumberFieldProps) {
  const ids = rowIds(useId());
  const field = useCommit(String(value), (text) =>
    // An empty field is no zero.
    onCommit(text.trim() === '' ? Number.NaN : Number(text)),
  );
  return (
    <Row ids={ids} label={label} hint={hint} problem={field.problem}>
      <input
        id={ids.control}
        class="field field-number"
        type="text"
        inputMode="numeric"
        autocomplete="off"
        value={field.text}
        aria-invalid={field.problem !== null}
        aria-describedby={describedBy(ids, { hint: hint !== undefined, problem: field.problem !== null })}
        onInput={(event) => field.type(event.currentTarget.value)}
        onBlur={() => field.commit()}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && field.undo()) event.preventDefault();
          if (event.key === 'Enter') field.commit();
        }}
      />
      <span class="unit">{unit}</span>
    </Row>
  );
}
