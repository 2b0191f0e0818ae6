import { useEffect, useRef } from 'preact/hooks';
import type { Snapshot } from '../../preload/contract';
import { Mark } from '../ui/mark';
import { texts } from '../ui/texts';
import { Answer } from './answer';
import { useContentHeight } from './content-height';
import { keyPress, promptCaret } from './dom-keys';
import { KeyCard } from './key-card';
import { type KeyMeaning, keyMeaning } from './keys';
import { Meter } from './meter';
import { Notice } from './notice';
import type { PopupModel } from './popup-model';
import { ProblemCard } from './problem-card';
import { PromptField } from './prompt-field';
import { currentText } from './prompt-history';
import type { SpokenText } from './spoken-text';
import { isAnswering, isShown, markMood, notices } from './status';
import { StatusBar } from './status-bar';
import { WelcomeCard } from './welcome-card';

interface PopupProps {
  model: PopupModel;
  /** The present peak of the sound, 0 to 1. */
  level: () => number;
  /** Takes the height that the content wants, in CSS pixels. */
  onHeight: (height: number) => void;
}

export function Popup({ model, level, onHeight }: PopupProps) {
  const snapshot = model.snapshot.value;
  return snapshot === null ? null : <Page {...{ model, level, onHeight, snapshot }} />;
}

function Page({ model, level, onHeight, snapshot }: PopupProps & { snapshot: Snapshot }) {
  const top = useRef<HTMLElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const bottom = useRef<HTMLDivElement>(null);
  const pager = useRef<SpokenText['page'] | null>(null);
  useContentHeight([top, content, bottom], onHeight);
  useKeys(model, {
    page: (direction) => pager.current?.(direction),
    focusPrompt: () => top.current?.querySelector('textarea')?.focus(),
  });

  const { answer } = snapshot;
  const view = model.view.value;
  const answering = isAnswering(answer);

  return (
    <main class="page">
      <header class="top" ref={top}>
        <Mark mood={markMood(snapshot)} />
        <PromptField
          text={currentText(model.history.value)}
          focusWanted={view === 'ask' ? model.focusWanted.value : 0}
          onText={model.type}
        />
        {answering && (
          <button type="button" class="stop" aria-label={texts.controls.stopLabel} onClick={model.stop}>
            <Meter level={level} running={answer?.phase === 'speaking' && model.visible.value} />
            <span class="stop-square" aria-hidden="true" />
            {texts.controls.stop}
          </button>
        )}
      </header>
      <div class="middle">
        <div class="content" ref={content}>
          <Content model={model} snapshot={snapshot} pager={pager} />
        </div>
      </div>
      <div ref={bottom}>
        <StatusBar snapshot={snapshot} view={view} onMuted={model.setMuted} />
      </div>
      <div class="told" role="status">
        <p key={model.said.value.id}>{model.said.value.text}</p>
      </div>
    </main>
  );
}

interface ContentProps {
  model: PopupModel;
  snapshot: Snapshot;
  pager: { current: SpokenText['page'] | null };
}

function Content({ model, snapshot, pager }: ContentProps) {
  const { answer, problem, firstRun, hotkey, platform } = snapshot;
  const remark = model.remark.value;
  const closed = model.closedNotices.value;
  const open = notices(snapshot).filter((text) => !closed.includes(text));

  if (model.view.value === 'key') {
    return (
      <KeyCard
        now={snapshot.key}
        source={snapshot.source}
        canEncrypt={snapshot.canEncrypt}
        focusWanted={model.focusWanted.value}
        onSave={model.setKey}
        onDemo={() => model.act('use-demo')}
        onBack={model.back}
      />
    );
  }
  return (
    <>
      {[...(remark === null ? [] : [remark]), ...open].map((text) => (
        <Notice key={text} text={text} onClose={() => model.closeNotice(text)} />
      ))}
      {problem !== null && (
        <ProblemCard
          problem={problem}
          isQuestionBack={answer?.phase === 'failed' && currentText(model.history.value) === answer.prompt}
          onAction={model.act}
          onDismiss={model.dismissProblem}
        />
      )}
      {answer !== null && isShown(answer) && (
        <Answer answer={answer} connection={snapshot.connection} pager={pager} onFollow={model.focus} />
      )}
      {firstRun && (
        <WelcomeCard
          hotkey={hotkey}
          platform={platform}
          compact={answer !== null || problem !== null}
          onAddKey={() => model.act('enter-key')}
          onDemo={() => model.act('use-demo')}
        />
      )}
    </>
  );
}

interface KeyTargets {
  page: (direction: 1 | -1) => void;
  focusPrompt: () => void;
}

/** The page's keys, wherever the focus is. */
function useKeys(model: PopupModel, { page, focusPrompt }: KeyTargets): void {
  useEffect(() => {
    const does: Readonly<Record<KeyMeaning, () => void>> = {
      ask: () => void model.ask(),
      earlier: model.earlier,
      later: model.later,
      'page-up': () => page(-1),
      'page-down': () => page(1),
      stop: model.stop,
      hide: model.hide,
      back: model.back,
      type: focusPrompt,
    };
    const onKey = (event: KeyboardEvent): void => {
      const field = event.target;
      const meaning = keyMeaning(keyPress(event), {
        view: model.view.value,
        answering: isAnswering(model.snapshot.value?.answer ?? null),
        prompt:
          field instanceof HTMLTextAreaElement ? promptCaret(field, model.history.value.line > 0) : null,
      });
      if (meaning === null) return;
      if (meaning !== 'type') event.preventDefault();
      does[meaning]();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
