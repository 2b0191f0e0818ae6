import type { Problem } from '../../../preload/contract';
import { problemText } from '../../../texts/problem-text';
import { AlertIcon } from '../../ui/icons';
import { useTexts } from '../../ui/texts';

/** What went wrong and what to do, at the place where it was wanted. */
export function ProblemWords({ problem }: { problem: Problem }) {
  const { title, advice } = problemText(problem, useTexts().sentences);
  return (
    <div class="outcome-bad">
      <AlertIcon />
      <p>
        <strong>{title}</strong> {advice}
      </p>
    </div>
  );
}
