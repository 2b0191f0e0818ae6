import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';
import type { AloudApi, PopupView, ProblemAction, Snapshot } from '../../preload/contract';
import type { KeyFault } from '../../preload/problem-contract';
import { createWantedVolume } from '../ui/volume';
import { type Announcement, announcement } from './announce';
import { draftAfter } from './draft';
import { currentText, earlier, editText, later, type PromptHistory, startHistory } from './prompt-history';
import { promptFit } from './prompt-limit';
import { type Remark, remarkId, remarksOn } from './remarks';
import { isAnswering } from './status';

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
  /** The last thing said to a screen reader, or null; `id` tells two equal ones apart. */
  readonly said: ReadonlySignal<{ id: number; what: Announcement | Remark | null }>;
  /** A remark of the page's own, e.g. that the key is kept. */
  readonly remark: ReadonlySignal<Remark | null>;
  /** The ids of the remarks on the state that the user has closed. */
  readonly closed: ReadonlySignal<readonly string[]>;
  /** 0 to 1, as the slider shows it: what the user wants, also while main does not have it yet. */
  readonly volume: ReadonlySignal<number>;
}

/** Why a key was not kept: by main's judgement, or because it did not reach main. */
export type KeyRefusal = KeyFault | 'not-taken';

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
  const said = signal<PopupState['said']['value']>({ id: 0, what: null });
  const remark = signal<Remark | null>(null);
  const closed = signal<readonly string[]>([]);

  const setDraft = (text: string): void => {
    history.value = startHistory(text);
  };
  const say = (what: Announcement | Remark): void => {
    said.value = { id: said.value.id + 1, what };
  };
  const remarkOn = (what: Remark): void => {
    batch(() => {
      remark.value = what;
      say(what);
    });
  };
  const focus = (): void => {
    focusWanted.value += 1;
  };
  /** An intention whose answer is the next snapshot. */
  const send = (call: Promise<unknown>): void => {
    call.catch(() => remarkOn({ kind: 'failed' }));
  };

  const wantedVolume = createWantedVolume(
    (volume) => api.setVolume(volume),
    () => remarkOn({ kind: 'failed' }),
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
      remarkOn({ kind: 'not-taken' });
    }
  }

  /** Null: the key is kept. */
  async function setKey(key: string, remember: boolean): Promise<KeyRefusal | null> {
    try {
      const result = await api.setKey(key, remember);
      if (result.kind === 'refused') return result.fault;
      remarkOn({ kind: 'key-kept', where: result.where });
    } catch {
      return 'not-taken';
    }
    show('ask');
    return null;
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
    'open-settings': () => send(api.openSettings('account')),
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
    closed,
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
        const holding = remarksOn(next).map(remarkId);
        closed.value = closed.peek().filter((id) => holding.includes(id));
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

    /** What was begun before this page was loaded. What stands in the field already goes before it. */
    restore(text: string): void {
      if (currentText(history.value) === '') setDraft(text);
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
    openSettings: () => send(api.openSettings(null)),
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
    close(what: Remark): void {
      batch(() => {
        if (remark.value === what) remark.value = null;
        else closed.value = [...closed.value, remarkId(what)];
        focus();
      });
    },
  };
}
