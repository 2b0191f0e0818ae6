import type { ComponentChildren } from 'preact';
import { useTexts } from '../../ui/texts';
import { problemSentences, useWords } from '../words';
import type { Commit } from './use-commit';

/** The ids by which a control and the words around it know each other. */
export interface RowIds {
  control: string;
  hint: string;
  problem: string;
}

export function rowIds(id: string): RowIds {
  return { control: id, hint: `${id}-hint`, problem: `${id}-problem` };
}

/** What describes a control, for `aria-describedby`. */
export function describedBy(
  ids: RowIds,
  { hint, problem }: { hint: boolean; problem: boolean },
): string | undefined {
  const described = [...(problem ? [ids.problem] : []), ...(hint ? [ids.hint] : [])];
  return described.length === 0 ? undefined : described.join(' ');
}

interface RowProps {
  ids: RowIds;
  label: string;
  hint?: string | undefined;
  /** What is wrong with the value: as a sentence, or as main has it. */
  problem?: string | Commit['problem'];
  /** The control is as wide as the row, under the words. */
  wide?: boolean;
  /** The control is a group, and so has no `label` of its own kind. */
  group?: boolean;
  children: ComponentChildren;
}

/** One setting: its name and a hint, its control, and at its place what is wrong with it. */
export function Row({ ids, label, hint, problem = null, wide = false, group = false, children }: RowProps) {
  const texts = useTexts();
  const words = useWords();
  return (
    <div class="row" data-wide={wide}>
      <div class="row-words">
        {group ? (
          <span class="row-label" id={ids.control}>
            {label}
          </span>
        ) : (
          <label class="row-label" for={ids.control}>
            {label}
          </label>
        )}
        {hint !== undefined && (
          <p class="row-hint" id={ids.hint}>
            {hint}
          </p>
        )}
      </div>
      <div class="row-control">{children}</div>
      <p class="row-problem" id={ids.problem} role="alert">
        {problem === 'lost'
          ? texts.failed
          : typeof problem === 'string'
            ? problem
            : problemSentences(problem ?? [], words)}
      </p>
    </div>
  );
}

/** Settings that belong together, on one card. */
export function Group({ title, children }: { title?: string; children: ComponentChildren }) {
  return (
    <section class="group" aria-label={title}>
      {title !== undefined && <h3 class="group-title">{title}</h3>}
      <div class="group-card">{children}</div>
    </section>
  );
}

/** A sentence that concerns the whole group. */
export function Note({ children }: { children: ComponentChildren }) {
  return <p class="note">{children}</p>;
}
