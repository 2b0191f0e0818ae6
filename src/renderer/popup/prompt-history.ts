/**
 * Earlier prompts under ↑ and ↓, as a shell gives them: line 0 is what is being typed, line n is the n-th newest
 * prompt. An edited line keeps its edit until something is asked. Immutable.
 */
export interface PromptHistory {
  /** What ↑ reaches, newest first; taken when the user first goes up, so that it does not shift under the fingers. */
  readonly entries: readonly string[];
  /** 0 is the draft. */
  readonly line: number;
  readonly edits: ReadonlyMap<number, string>;
}

/** A fresh history in which `draft` is being typed. */
export function startHistory(draft = ''): PromptHistory {
  return { entries: [], line: 0, edits: new Map([[0, draft]]) };
}

/** What stands in the field. */
export function currentText(history: PromptHistory): string {
  return textAt(history, history.line);
}

/** What the user has written and not sent: the present line if it was edited, or else the draft behind it. */
export function unfinished({ edits, line }: PromptHistory): string {
  return edits.get(line) ?? edits.get(0) ?? '';
}

/** The user changed the text of the present line. */
export function editText(history: PromptHistory, text: string): PromptHistory {
  return { ...history, edits: new Map(history.edits).set(history.line, text) };
}

/** ↑. `recent` are the earlier prompts, newest first. The same object when there is nothing earlier. */
export function earlier(history: PromptHistory, recent: readonly string[]): PromptHistory {
  const entries = history.line === 0 ? recent : history.entries;
  const moved = { ...history, entries };
  const text = currentText(history);
  // A line that reads the same (a failed prompt that is back in the field) would look like a dead key: pass over it.
  for (let line = history.line + 1; line <= entries.length; line++) {
    if (textAt(moved, line) !== text) return { ...moved, line };
  }
  return history;
}

/** ↓. Gives the draft back at last. The same object when the draft is already there. */
export function later(history: PromptHistory): PromptHistory {
  const text = currentText(history);
  for (let line = history.line - 1; line > 0; line--) {
    if (textAt(history, line) !== text) return { ...history, line };
  }
  return history.line === 0 ? history : { ...history, line: 0 };
}

function textAt(history: PromptHistory, line: number): string {
  return history.edits.get(line) ?? history.entries[line - 1] ?? '';
}
