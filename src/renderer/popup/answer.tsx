import { useRef } from 'preact/hooks';
import type { AnswerView, ConnectionView } from '../../preload/contract';
import { IconButton } from '../ui/controls';
import { AgainIcon, DownIcon } from '../ui/icons';
import { useTabStop } from '../ui/tab-stop';
import { useTexts } from '../ui/texts';
import { type SpokenText, useSpokenText } from './spoken-text';
import { answerState, waitingFor } from './status';

interface AnswerProps {
  answer: AnswerView;
  connection: ConnectionView;
  canReplay: boolean;
  onReplay: () => void;
  /** Asks the question once more; null where that is not offered here. */
  onAskAgain: (() => void) | null;
  /** Filled with what scrolls the answer by a page, for keys pressed elsewhere. */
  pager: { current: SpokenText['page'] | null };
  /** The user went back to the spoken words; the button that did it is gone. */
  onFollow: () => void;
}

/** The prompt, and under it the words of the answer: those that were heard in full ink, the others paler. */
export function Answer(props: AnswerProps) {
  const texts = useTexts();
  const { answer, connection, canReplay, onReplay, onAskAgain, pager, onFollow } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const words = useRef<HTMLParagraphElement>(null);
  const { following, follow, page } = useSpokenText(scroller, words, answer);
  pager.current = page;
  useTabStop(scroller, words);
  const followAgain = (): void => {
    follow();
    onFollow();
  };
  const waiting = waitingFor(answer, connection);
  const state = answerState(answer);

  return (
    <section class="answer" aria-label={texts.answer.label}>
      <div class="answer-scroller" ref={scroller}>
        <div class="answer-head" dir="auto">
          <p class="answer-prompt">{answer.prompt}</p>
          {state !== null && <p class="answer-state">{texts.answer[state]}</p>}
          {onAskAgain !== null && (
            <button type="button" class="link answer-ask-again" onClick={onAskAgain}>
              {texts.problem.actions['ask-again']}
            </button>
          )}
        </div>
        {waiting !== null && (
          <p class="answer-waiting">
            {texts.answer[waiting]}
            <span class="dots" aria-hidden="true">
              <i />
              <i />
              <i />
            </span>
          </p>
        )}
        {canReplay && (
          <div class="answer-again">
            <IconButton label={texts.controls.replay} onClick={onReplay}>
              <AgainIcon />
            </IconButton>
          </div>
        )}
        <p class="answer-text" dir="auto" ref={words} hidden={answer.text === ''} />
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
