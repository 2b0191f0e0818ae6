import { useEffect, useRef, useState } from 'preact/hooks';
import type { Problem, ProblemAction } from '../../preload/contract';
import { problemText } from '../../texts/problem-text';
import { Button, IconButton } from '../ui/controls';
import { AlertIcon, CloseIcon } from '../ui/icons';
import { useTexts } from '../ui/texts';

interface ProblemCardProps {
  problem: Problem;
  /** The question that failed stands in the prompt field again. */
  isQuestionBack: boolean;
  onAction: (action: ProblemAction) => void;
  onDismiss: () => void;
}

/** What went wrong, what to do, and the buttons that do it. A screen reader is told at once. */
export function ProblemCard({ problem, isQuestionBack, onAction, onDismiss }: ProblemCardProps) {
  const texts = useTexts();
  const { title, advice } = problemText(problem, texts.sentences);
  return (
    <section class="card problem" aria-label={title}>
      <AlertIcon />
      <div class="card-body">
        <div role="alert">
          <h2 class="card-title">{title}</h2>
          <p class="card-text">
            {isQuestionBack ? texts.paragraph([advice, texts.problem.questionBack]) : advice}
          </p>
        </div>
        <div class="card-actions">
          {problem.actions.map((action, index) => (
            <Button key={action} kind={index === 0 ? 'primary' : 'plain'} onClick={() => onAction(action)}>
              {texts.problem.actions[action]}
            </Button>
          ))}
        </div>
        {problem.details !== null && <Details key={problem.details} text={problem.details} />}
      </div>
      <IconButton label={texts.controls.dismiss} onClick={onDismiss}>
        <CloseIcon />
      </IconButton>
    </section>
  );
}

/** Ids and codes for a bug report, with a button that copies them. */
function Details({ text }: { text: string }) {
  const code = useRef<HTMLElement>(null);
  const { problem: texts } = useTexts();
  const [done, setDone] = useState<'copied' | 'selected' | null>(null);

  useEffect(() => {
    if (done === null) return;
    const timer = setTimeout(() => setDone(null), 2_000);
    return () => clearTimeout(timer);
  }, [done]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setDone('copied');
    } catch {
      // Pages have no permission to write to the clipboard by themselves everywhere: leave it one key away.
      if (code.current !== null) getSelection()?.selectAllChildren(code.current);
      setDone('selected');
    }
  }

  return (
    <p class="details">
      <span class="told">{texts.details}: </span>
      <code ref={code} title={text}>
        {text}
      </code>
      <button type="button" class="link" onClick={copy}>
        {texts[done ?? 'copy']}
      </button>
    </p>
  );
}
