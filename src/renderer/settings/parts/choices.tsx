import { useId } from 'preact/hooks';
import { ChevronIcon } from '../../ui/icons';
import { describedBy, Row, rowIds } from './row';

export interface Option<T extends string> {
  value: T;
  label: string;
  /** It is shown, and cannot be chosen. */
  disabled?: boolean;
}

interface ChoiceProps<T extends string> {
  label: string;
  hint?: string;
  value: T;
  options: readonly Option<T>[];
  onChoose: (value: T) => void;
}

/** One of a few, all of which are seen. The arrow keys move between them. */
export function Segments<T extends string>({ label, hint, value, options, onChoose }: ChoiceProps<T>) {
  const ids = rowIds(useId());
  return (
    <Row ids={ids} label={label} hint={hint} group>
      <div
        class="segments"
        role="radiogroup"
        aria-labelledby={ids.control}
        aria-describedby={describedBy(ids, { hint: hint !== undefined, problem: false })}
      >
        {options.map((option) => (
          <label key={option.value} class="segment">
            <input
              type="radio"
              name={ids.control}
              checked={option.value === value}
              onChange={() => onChoose(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </Row>
  );
}

/** One of many. */
export function Select<T extends string>({ label, hint, value, options, onChoose }: ChoiceProps<T>) {
  const ids = rowIds(useId());
  return (
    <Row ids={ids} label={label} hint={hint}>
      <SelectBox
        id={ids.control}
        value={value}
        options={options}
        describedBy={describedBy(ids, { hint: hint !== undefined, problem: false })}
        onChoose={onChoose}
      />
    </Row>
  );
}

interface SelectBoxProps<T extends string> {
  id: string;
  value: T;
  options: readonly Option<T>[];
  describedBy?: string | undefined;
  onChoose: (value: T) => void;
}

export function SelectBox<T extends string>({
  id,
  value,
  options,
  describedBy: by,
  onChoose,
}: SelectBoxProps<T>) {
  return (
    <span class="select">
      <select
        id={id}
        class="field"
        aria-describedby={by}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.currentTarget.value);
          if (chosen !== undefined) onChoose(chosen.value);
        }}
      >
        {options.map((option) => (
          <option
            key={option.value}
            value={option.value}
            selected={option.value === value}
            disabled={option.disabled === true}
          >
            {option.label}
          </option>
        ))}
      </select>
      <ChevronIcon />
    </span>
  );
}

interface SwitchProps {
  label: string;
  hint?: string;
  checked: boolean;
  disabled?: boolean;
  onChange: (checked: boolean) => void;
}

export function Switch({ label, hint, checked, disabled = false, onChange }: SwitchProps) {
  const ids = rowIds(useId());
  return (
    <Row ids={ids} label={label} hint={hint}>
      <input
        id={ids.control}
        class="switch"
        type="checkbox"
        role="switch"
        checked={checked}
        aria-checked={checked}
        disabled={disabled}
        aria-describedby={describedBy(ids, { hint: hint !== undefined, problem: false })}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    </Row>
  );
}
