import type { ReadonlySignal } from '@preact/signals';
import { useRef } from 'preact/hooks';
import type { Snapshot } from '../../preload/contract';
import type { ReadLanguage } from '../ui/language';
import { Mark } from '../ui/mark';
import { useTabStop } from '../ui/tab-stop';
import { TextsProvider, useTexts } from '../ui/texts';
import { Answer } from './answer';
import { useContentHeight } from './content-height';
import { KeyCard } from './key-card';
import { Notice } from './notice';
import type { PopupModel } from './popup-model';
import { ProblemCard } from './problem-card';
import { PromptField } from './prompt-field';
import { currentText } from './prompt-history';
import { remarkId, remarksOn, remarkText } from './remarks';
import { SpeechControls } from './speech-controls';
import type { SpokenText } from './spoken-text';
import { isAnswering, isShown, markMood, offersAskAgain } from './status';
import { StatusBar } from './status-bar';
import { useKeys } from './use-keys';
import { WelcomeCard } from './welcome-card';

interface PopupProps {
  model: PopupModel;
  /** What the page is read in; null until it is there. */
  language: ReadonlySignal<ReadLanguage | null>;
  /** The present peak of the sound, 0 to 1. */
  level: () => number;
  /** Takes the height that the content wants, in CSS pixels. */
  onHeight: (height: number) => void;
}

export function Popup({ model, language, level, onHeight }: PopupProps) {
  const snapshot = model.snapshot.value;
  if (snapshot === null || language.value === null) return null;
  return (
    <TextsProvider value={language.value.texts}>
      <Page {...{ model, level, onHeight, snapshot }} />
    </TextsProvider>
  );
}

function Page({ model, level, onHeight, snapshot }: Omit<PopupProps, 'language'> & { snapshot: Snapshot }) {
  const top = useRef<HTMLElement>(null);
  const middle = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const bottom = useRef<HTMLDivElement>(null);
  const pager = useRef<SpokenText['page'] | null>(null);
  useContentHeight([top, content, bottom], onHeight);
  useTabStop(middle, content);
  useKeys(model, {
    page: (direction) => pager.current?.(direction),
    focusPrompt: () => top.current?.querySelector('textarea')?.focus(),
  });

  const { answer, paused } = snapshot;
  const view = model.view.value;
  const draft = currentText(model.history.value);

  return (
    <main class="page">
      <h1 class="told">Aloud</h1>
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
      <div class="middle" ref={middle}>
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
          onSettings={model.openSettings}
          onVolume={model.setVolume}
          onMuted={model.setMuted}
        />
      </div>
      <div class="told" role="status">
        <Said key={model.said.value.id} what={model.said.value.what} platform={snapshot.platform} />
      </div>
    </main>
  );
}

interface SaidProps {
  what: PopupModel['said']['value']['what'];
  platform: Snapshot['platform'];
}

/** What a screen reader is told. */
function Said({ what, platform }: SaidProps) {
  const texts = useTexts();
  if (what === null) return null;
  return <p>{typeof what === 'string' ? texts.said[what] : remarkText(what, texts, platform)}</p>;
}

interface ContentProps {
  model: PopupModel;
  snapshot: Snapshot;
  pager: { current: SpokenText['page'] | null };
}

function Content({ model, snapshot, pager }: ContentProps) {
  const { answer, problem, firstRun, hotkey, platform } = snapshot;
  const texts = useTexts();
  const remark = model.remark.value;
  const closed = model.closed.value;
  const open = remarksOn(snapshot).filter((each) => !closed.includes(remarkId(each)));

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
      {[...(remark === null ? [] : [remark]), ...open].map((each) => (
        <Notice
          key={remarkId(each)}
          text={remarkText(each, texts, platform)}
          onClose={() => model.close(each)}
        />
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
