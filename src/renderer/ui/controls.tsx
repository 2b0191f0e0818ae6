import type { ComponentChildren } from 'preact';

interface ButtonProps {
  children: ComponentChildren;
  onClick: () => void;
  kind?: 'primary' | 'plain' | 'danger';
  disabled?: boolean;
}

export function Button({ children, onClick, kind = 'plain', disabled = false }: ButtonProps) {
  return (
    <button type="button" class="button" data-kind={kind} disabled={disabled} onClick={onClick}>
      {children}
    </button>
  );
}

interface IconButtonProps {
  children: ComponentChildren;
  /** The name that a screen reader says and the tooltip shows. */
  label: string;
  /** What the tooltip shows instead, where that changes with the state and the name does not. */
  tip?: string;
  onClick: () => void;
  /** For a button that stays down. */
  pressed?: boolean;
}

export function IconButton({ children, label, tip = label, onClick, pressed }: IconButtonProps) {
  return (
    <button
      type="button"
      class="icon-button"
      aria-label={label}
      aria-pressed={pressed}
      title={tip}
      onClick={onClick}
    >
      {children}
    </button>
  );
}

/** One key or a chord, e.g. `['Ctrl', 'Shift', 'Space']`. */
export function Keys({ keys }: { keys: readonly string[] }) {
  return (
    <span class="keys">
      {keys.map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
