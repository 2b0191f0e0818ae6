import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AloudApi, KeyResult, PopupView, ProblemAction, Snapshot } from '../../preload/contract';
import { texts } from '../ui/texts';
import { announcement } from './announce';
import { draftAfter } from './draft';
import { currentText, earlier, editText, later, type PromptHistory, startHistory } from './prompt-history';
import { promptFit } from './prompt-limit';
import { isAnswering, notices } from './status';
import { createWantedVolume } from './volume';

/** The part of `window.aloud` with which the popup sends intentions. */
export type PopupApi = Pick<
  AloudApi,
  | 'ask'
  | 'stop'
  | 'retry'
  | 'newConversation'
  | 'hide'
  | 'setKey'
  | 'useDemo'
  | 'setPaused'
  | 'replay'
  | 'setMuted'
  | 'setVolume'
  | 'dismissProblem'
  | 'openLog'
  | 'openSettings'
>;

/** What only the popup knows, beside the snapshot that main sends; read by the components. */
export interface PopupState {
  readonly snapshot: ReadonlySignal<Snapshot | null>;
  readonly history: ReadonlySignal<PromptHistory>;
  readonly view: ReadonlySignal<PopupView>;
  readonly visible: ReadonlySignal<boolean>;
  /** Grows whenever the view's field should take the focus. */
  readonly focusWanted: ReadonlySignal<number>;
  /** The last thing said to a screen reader; `id` tells two equal ones apart. */
  readonly said: ReadonlySignal<{ id: number; text: string }>;
  /** A remark of the page's own, e.g. that the key is kept. */
  readonly remark: ReadonlySignal<string | null>;
  /** Notices that the user has closed. */
  readonly closedNotices: ReadonlySignal<readonly string[]>;
  /** 0 to 1, as the slider shows it: what the user wants, also while main does not have it yet. */
  readonly volume: ReadonlySignal<number>;
}

export type PopupModel = PopupState & ReturnType<typeof createPopupModel>;

/**
 * The popup's state and what can be done with it. `wakeSound` is called on every sign that sound will be wanted soon.
 * No failure of the way to main loses what was typed.
 */
export function createPopupModel(api: PopupApi, wakeSound: () => void) {
  const snapshot = signal<Snapshot | null>(null);
  const history = signal(startHistory());
  const view = signal<PopupView>('ask');
  const visible = signal(false);
  const focusWanted = signal(0);
  const said = signal({ id: 0, text: '' });
  const remark = signal<string | null>(null);
  const closedNotices = signal<readonly string[]>([]);

  const setDraft = (text: string): void => {
    history.value = startHistory(text);
  };
  const say = (text: string): void => {
    said.value = { id: said.value.id + 1, text };
  };
  const notice = (text: string): void => {
    batch(() => {
      remark.value = text;
      say(text);
    });
  };
  const focus = (): void => {
    focusWanted.value += 1;
  };
  /** An intention whose answer is the next snapshot. */
  const send = (call: Promise<unknown>): void => {
    call.catch(() => notice(texts.failed));
  };

  const wantedVolume = createWantedVolume(
    (volume) => api.setVolume(volume),
    () => notice(texts.failed),
  );
  const volume = computed(() => wantedVolume.value.value ?? snapshot.value?.volume ?? 1);

  /** Puts a prompt that was not taken back, unless something else was typed meanwhile. */
  const putBack = (prompt: string): void => {
    if (currentText(history.value).trim() === '') setDraft(prompt);
  };

  async function ask(): Promise<void> {
    const prompt = currentText(history.value);
    const fit = promptFit(prompt);
    if (fit.kind === 'blank' || fit.kind === 'over') return;
    // On its way first: what follows can be done while main sends it.
    const asked = api.ask(prompt);
    wakeSound();
    batch(() => {
      setDraft('');
      remark.value = null;
      view.value = 'ask';
    });
    try {
      const result = await asked;
      if (result.kind !== 'asked') putBack(prompt);
    } catch {
      putBack(prompt);
      notice(texts.prompt.notTaken);
    }
  }

  async function setKey(key: string, remember: boolean): Promise<KeyResult> {
    let result: KeyResult;
    try {
      result = await api.setKey(key, remember);
    } catch {
      return { kind: 'refused', reason: texts.key.notTaken };
    }
    if (result.kind === 'kept') {
      notice(texts.key.kept[result.where]);
      show('ask');
    }
    return result;
  }

  function show(next: PopupView): void {
    batch(() => {
      view.value = next;
      focus();
    });
  }

  const retry = (): void => {
    wakeSound();
    send(api.retry());
    focus();
  };
  const actions: Readonly<Record<ProblemAction, () => void>> = {
    retry,
    'ask-again': retry,
    'enter-key': () => show('key'),
    'use-demo': () => {
      send(api.useDemo());
      show('ask');
    },
    'open-settings': () => send(api.openSettings()),
    'open-log': () => send(api.openLog()),
  };

  return {
    snapshot,
    history,
    view,
    visible,
    focusWanted,
    said,
    remark,
    closedNotices,
    volume,

    /** Main sent a new state. */
    receive(next: Snapshot): void {
      const before = snapshot.peek();
      const draft = currentText(history.peek());
      const after = draftAfter(draft, before, next);
      const words = announcement(before, next);
      batch(() => {
        snapshot.value = next;
        wantedVolume.settle();
        // What was put right and goes wrong again is told again.
        const holding = notices(next);
        const closed = closedNotices.peek();
        if (!closed.every((text) => holding.includes(text))) {
          closedNotices.value = closed.filter((text) => holding.includes(text));
        }
        if (after !== draft) setDraft(after);
        if (words !== null) say(words);
      });
    },
    /** The window came up. */
    shown(wanted: PopupView | null): void {
      wakeSound();
      batch(() => {
        visible.value = true;
        // Whoever went to fetch a key and comes back by the hotkey finds what was begun. Esc leaves it.
        show(wanted ?? view.value);
      });
    },
    hidden(): void {
      visible.value = false;
    },

    type(text: string): void {
      history.value = editText(history.value, text);
    },
    earlier(): void {
      history.value = earlier(history.value, snapshot.value?.recentPrompts ?? []);
    },
    later(): void {
      history.value = later(history.value);
    },
    ask,
    setKey,
    focus,
    back: () => show('ask'),
    act: (action: ProblemAction) => actions[action](),
    stop(): void {
      if (isAnswering(snapshot.value?.answer ?? null)) send(api.stop());
      focus();
    },
    togglePause(): void {
      const now = snapshot.value;
      if (now === null || !isAnswering(now.answer)) return;
      if (now.paused) wakeSound();
      send(api.setPaused(!now.paused));
    },
    replay(): void {
      wakeSound();
      send(api.replay());
      // The button is gone as soon as it sounds.
      focus();
    },
    newConversation(): void {
      if ((snapshot.value?.answer ?? null) !== null) send(api.newConversation());
      focus();
    },
    hide: () => send(api.hide()),
    setVolume(wanted: number): void {
      wantedVolume.want(wanted);
      // Whoever moves the slider wants to hear what it does.
      if (snapshot.value?.muted === true && wanted > 0) send(api.setMuted(false));
    },
    setMuted: (muted: boolean) => send(api.setMuted(muted)),
    dismissProblem(): void {
      send(api.dismissProblem());
      focus();
    },
    closeNotice(text: string): void {
      batch(() => {
        if (remark.value === text) remark.value = null;
        else closedNotices.value = [...closedNotices.value, text];
        focus();
      });
    },
  };
}
