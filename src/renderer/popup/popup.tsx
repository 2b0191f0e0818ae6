import { useRef } from 'preact/hooks';
import type { Snapshot } from '../../preload/contract';
import { Mark } from '../ui/mark';
import { Answer } from './answer';
import { useContentHeight } from './content-height';
import { KeyCard } from './key-card';
import { Notice } from './notice';
import type { PopupModel } from './popup-model';
import { ProblemCard } from './problem-card';
import { PromptField } from './prompt-field';
import { currentText } from './prompt-history';
import { SpeechControls } from './speech-controls';
import type { SpokenText } from './spoken-text';
import { isAnswering, isShown, markMood, notices, offersAskAgain } from './status';
import { StatusBar } from './status-bar';
import { useKeys } from './use-keys';
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

  const { answer, paused } = snapshot;
  const view = model.view.value;
  const draft = currentText(model.history.value);

  return (
    <main class="page">
      <header class="top" ref={top}>
        <Mark mood={markMood(snapshot)} />
        <PromptField
          text={draft}
          focusWanted={view === 'ask' ? model.focusWanted.value : 0}
          onText={model.type}
        />
        {isAnswering(answer) && (
          <SpeechControls
            level={level}
            running={answer?.phase === 'speaking' && !paused && model.visible.value}
            paused={paused}
            onPause={model.togglePause}
            onStop={model.stop}
          />
        )}
      </header>
      <div class="middle">
        <div class="content" ref={content}>
          <Content model={model} snapshot={snapshot} pager={pager} />
        </div>
      </div>
      <div ref={bottom}>
        <StatusBar
          snapshot={snapshot}
          view={view}
          draft={draft}
          visible={model.visible.value}
          volume={model.volume.value}
          onTry={() => model.act('retry')}
          onNewConversation={model.newConversation}
          onVolume={model.setVolume}
          onMuted={model.setMuted}
        />
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
        <Answer
          answer={answer}
          connection={snapshot.connection}
          paused={snapshot.paused}
          canReplay={snapshot.canReplay}
          onReplay={model.replay}
          onAskAgain={offersAskAgain(snapshot) ? () => model.act('ask-again') : null}
          pager={pager}
          onFollow={model.focus}
        />
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
