import { useRef } from 'preact/hooks';
import type { AnswerView, ConnectionView } from '../../preload/contract';
import { DownIcon } from '../ui/icons';
import { texts } from '../ui/texts';
import { type SpokenText, useSpokenText } from './spoken-text';
import { waitingText } from './status';

interface AnswerProps {
  answer: AnswerView;
  connection: ConnectionView;
  /** Filled with what scrolls the answer by a page, for keys pressed elsewhere. */
  pager: { current: SpokenText['page'] | null };
  /** The user went back to the spoken words; the button that did it is gone. */
  onFollow: () => void;
}

/** The prompt, and under it the words of the answer: those that were heard in full ink, the others paler. */
export function Answer({ answer, connection, pager, onFollow }: AnswerProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const { following, follow, page } = useSpokenText(scroller, words, answer);
  pager.current = page;
  const followAgain = (): void => {
    follow();
    onFollow();
  };
  const waiting = waitingText(answer, connection);

  return (
    <section class="answer" aria-label={texts.answer.label} data-phase={answer.phase}>
      <div class="answer-scroller" ref={scroller}>
        <p class="answer-prompt" dir="auto">
          {answer.prompt}
        </p>
        {waiting !== null && (
          <p class="answer-waiting">
            {waiting}
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
          </p>
        )}
        <p
          class="answer-text"
          dir="auto"
          ref={words}
          data-heard={answer.heardLength}
          hidden={answer.text === ''}
        />
        {answer.phase === 'stopped' && <p class="answer-end">{texts.answer.stopped}</p>}
      </div>
      {answer.phase === 'speaking' && !following && (
        <button type="button" class="answer-follow" onClick={followAgain}>
          <DownIcon />
          {texts.answer.follow}
        </button>
      )}
    </section>
  );
}
