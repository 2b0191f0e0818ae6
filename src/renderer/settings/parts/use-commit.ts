import { useEffect, useRef, useState } from 'preact/hooks';
import type { FieldProblem } from '../../../preload/settings-contract';
import type { Changed } from '../settings-model';

export interface Commit {
  /** What stands in the field. */
  text: string;
  /** What main finds wrong with it; `lost` if main was not reached. */
  problem: readonly FieldProblem[] | 'lost' | null;
  type(text: string): void;
  /** Applies what was typed; `text` in its place where it was chosen. */
  commit(text?: string): void;
  /** Takes back what was typed. False if there was nothing, so that the key means something else. */
  undo(): boolean;
}

/**
 * A field whose text holds as soon as the user leaves it, and that can be taken back until then. One that main refuses
 * stays as it was typed, with the reason, and the setting as it was.
 */
export function useCommit(value: string, apply: (text: string) => Promise<Changed>): Commit {
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<Commit['problem']>(null);
  const holds = useRef(false);

  // The new value is here: it is shown from now on. Until then the field shows what was typed, not the former value.
  useEffect(() => {
    if (holds.current) setDraft(null);
    holds.current = false;
  }, [value]);

  const rest = (): void => {
    holds.current = false;
    setDraft(null);
    setProblem(null);
  };
  const save = async (text: string): Promise<void> => {
    if (text.trim() === value) return rest();
    setDraft(text);
    const changed = await apply(text);
    switch (changed.kind) {
      case 'done':
        holds.current = true;
        setProblem(null);
        return;
      case 'refused':
        setProblem(changed.problems);
        return;
      case 'lost':
        setProblem('lost');
        return;
      default:
        changed satisfies never;
    }
  };

  return {
    text: draft ?? value,
    problem,
    type(text) {
      holds.current = false;
      setDraft(text);
      setProblem(null);
    },
    commit(text) {
      const wanted = text ?? draft;
      if (wanted !== null && !holds.current) void save(wanted);
    },
    undo() {
      if ((draft === null || draft === value) && problem === null) return false;
      rest();
      return true;
    },
  };
}
