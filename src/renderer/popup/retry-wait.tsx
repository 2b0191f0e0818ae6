import { useEffect, useReducer } from 'preact/hooks';
import { useTexts } from '../ui/texts';
import { countdown } from './countdown';

interface RetryWaitProps {
  /** When the next attempt to connect comes, ms since 1970. */
  retryAt: number;
  /** The popup can be seen: nothing is counted for nobody. */
  visible: boolean;
  /** Null where something else on the page does it. */
  onTry: (() => void) | null;
}

/** How long until Aloud tries to connect again, and the button that does not wait. */
export function RetryWait({ retryAt, visible, onTry }: RetryWaitProps) {
  const texts = useTexts();
  const [, look] = useReducer((looks: number, _: null) => looks + 1, 0);
  const { left, unit, changesInMs } = countdown(retryAt, Date.now());

  // After each drawing, since a timer that fires a moment early finds the same number still standing.
  useEffect(() => {
    if (!visible || changesInMs === null) return;
    const timer = setTimeout(() => look(null), changesInMs);
    return () => clearTimeout(timer);
  });

  return (
    <span class="status-retry">
      {texts.connection.nextAttempt(left, unit)}
      {onTry !== null && (
        <button type="button" class="link" onClick={onTry}>
          {texts.controls.tryNow}
        </button>
      )}
    </span>
  );
}
