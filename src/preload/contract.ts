/**
 * The whole contract between main and the pages: what they see, ask and are told. Types only.
 *
 * To add a call: add a line to {@link Invocations}; the compiler then asks for its validation and handler in main
 * (`shell/ipc.ts`), its entry in the preload, and nothing else.
 */
import type { AboutInvocations } from './about-contract';
import type { AudioDeviceState, OutputDevice } from './audio-contract';
import type { KeyFault, Notice, ProblemCode } from './problem-contract';
import type { SettingsInvocations, SettingsSection, SettingsSnapshot } from './settings-contract';
import type { UpdateView } from './update-contract';

/** The longest prompt, in UTF-16 code units. Said beforehand in the popup; a longer one is not sent. */
export type PromptLimit = 32_000;

/** The languages that Aloud can be read in, as BCP 47 writes them. */
export type Language = 'en' | 'de' | 'es' | 'fr' | 'ja' | 'zh-Hans';

/** Whose voice answers. `profile` is a server of the settings, `custom` one named by ALOUD_REALTIME_URL. */
export type VoiceSource = 'demo' | 'openai' | 'profile' | 'custom';

export type ConnectionView =
  /** Nobody wants one. */
  | 'idle'
  | 'connecting'
  | 'ready'
  /** The next attempt comes by itself, at `retryAt`. */
  | 'retrying'
  /** There is no network; it goes on by itself when it is back. */
  | 'offline'
  /** Only the user can help: the problem says how. */
  | 'failed';

/** What a button on a problem does. */
export type ProblemAction =
  | 'retry'
  /** The same as `retry`, of an answer that was cut off: the question is put once more. */
  | 'ask-again'
  | 'enter-key'
  | 'use-demo'
  | 'open-settings'
  | 'open-log';

/** Something that went wrong; `problemText` in `src/texts` puts it into words. Never holds a key or the content of a message. */
export interface Problem {
  code: ProblemCode;
  /** Who was to answer. */
  source: VoiceSource;
  /** How long the other end wants to be left alone, ms; null where it did not say. */
  retryAfterMs: number | null;
  actions: ProblemAction[];
  /** Ids and codes for a bug report, or null. */
  details: string | null;
  /** What gives Aloud the password that a proxy wants; null where that is not the problem, or the proxy not known. */
  command: ProxyCommand | null;
}

/** A line for a terminal, in which the user writes a name and a password for NAME and PASSWORD. */
export interface ProxyCommand {
  line: string;
  /** It starts Aloud with them; otherwise they are there at the next start. */
  startsAloud: boolean;
}

export type AnswerPhase =
  /** Sent or waiting for the connection; nothing has sounded yet. */
  | 'waiting'
  | 'speaking'
  /** Everything was heard. */
  | 'done'
  /** The user stopped it or asked anew. */
  | 'stopped'
  | 'failed';

/** How an answer that is over fares when it is heard once more, from memory. */
export type ReplayPhase =
  /** It was not, yet. */
  | 'none'
  | 'sounding'
  /** It was, to its end. */
  | 'finished'
  /** It was, until the user stopped it or nothing could be heard. */
  | 'stopped';

export interface AnswerView {
  /** Grows with every prompt. */
  turn: number;
  prompt: string;
  /** The words so far. Text of a server: only ever shown as text. */
  text: string;
  /** How much of `text`, in UTF-16 code units, has been heard. */
  heardLength: number;
  phase: AnswerPhase;
  /** Enter → first sound at the device, ms; null until it sounded. */
  firstSoundMs: number | null;
  /** While it is `sounding`, `phase` and `heardLength` are those of the repetition. */
  replay: ReplayPhase;
  /** It broke off: what is here is not all that would have come. */
  cutOff: boolean;
}

/** Where the sound goes. */
export interface OutputView {
  /** What there is to choose from; empty until a page has looked. */
  devices: readonly OutputDevice[];
  /** The user's choice; null follows the system. It stays the choice while the device is away. */
  chosen: OutputDevice | null;
  /** The device to play on now; null is the system's own, also while the chosen one is away. */
  active: OutputDevice | null;
}

/** Where the key is. The key itself never leaves main. */
export type KeyView =
  | { kind: 'none' }
  | { kind: 'stored' }
  /** Kept in memory until Aloud quits. */
  | { kind: 'this-run' }
  /** Taken from OPENAI_API_KEY for this run. */
  | { kind: 'environment' };

export type HotkeyView =
  /** `accelerator` as Electron writes it, e.g. `CommandOrControl+Shift+Space`. */
  | { kind: 'active'; accelerator: string; wanted: string }
  /** Nothing could be registered: the tray and a second start still open the popup. */
  | { kind: 'unavailable'; wanted: string };

/** Everything a window or the tray draws. Immutable; a new one for every change. */
export interface Snapshot {
  /** What the user reads. */
  language: Language;
  source: VoiceSource;
  connection: ConnectionView;
  /** When the next attempt to connect is made, ms since 1970; null unless `connection` is `retrying`. */
  retryAt: number | null;
  answer: AnswerView | null;
  problem: Problem | null;
  /** Lasting remarks that are no failures, each once, in the order in which they came up. */
  notices: readonly Notice[];
  key: KeyView;
  /** Whether the system can really encrypt a stored key; null until it was asked. */
  canEncrypt: boolean | null;
  hotkey: HotkeyView | null;
  audio: AudioDeviceState;
  output: OutputView;
  muted: boolean;
  /** 0 to 1, as a slider shows it. */
  volume: number;
  /** What sounds is held, and goes on where it was. */
  paused: boolean;
  /** Whether the last answer can be heard once more. */
  canReplay: boolean;
  /** True until the user has chosen between a key and the demo voice. */
  firstRun: boolean;
  update: UpdateView;
  /** Earlier prompts, newest first. */
  recentPrompts: readonly string[];
  platform: 'darwin' | 'win32' | 'linux';
}

export type AskResult = { kind: 'asked'; turn: number } | { kind: 'ignored' } | { kind: 'too-long' };

export type KeyResult = { kind: 'kept'; where: 'stored' | 'this-run' } | { kind: 'refused'; fault: KeyFault };

/** Page → main, with an answer. The value is the function's type. */
export interface Invocations extends SettingsInvocations, AboutInvocations {
  getSnapshot: () => Snapshot;
  ask: (prompt: string) => AskResult;
  /** Stops the speech. `true` if there was any. */
  stop: () => boolean;
  /** Asks the prompt that failed again; where none did, tries to connect again. */
  retry: () => void;
  /** Forgets what was said: the next question begins a new conversation. */
  newConversation: () => void;
  hide: () => void;
  /** What stood in the prompt field when its page went, be it with the program; empty where that was nothing. */
  getDraft: () => string;
  /** This stands in the prompt field, unsent. */
  setDraft: (text: string) => void;
  /** The page has drawn what it was last shown with. */
  reportPainted: () => void;
  /** Keeps a key. `remember` false: for this run only. */
  setKey: (key: string, remember: boolean) => KeyResult;
  useDemo: () => void;
  /** Holds what sounds, or lets it go on; nothing where nothing sounds. */
  setPaused: (paused: boolean) => void;
  /** Lets the last answer be heard once more; nothing where there is none, or while one sounds. */
  replay: () => void;
  setMuted: (muted: boolean) => void;
  /** 0 to 1. */
  setVolume: (volume: number) => void;
  /** Null follows the system; an id that is not in the list is ignored. */
  setOutput: (id: string | null) => void;
  dismissProblem: () => void;
  openLog: () => void;
  /** Opens the settings window, at a section where one is wanted. */
  openSettings: (section: SettingsSection | null) => void;
  /** The popup's content has this height, in CSS pixels; the window follows. */
  setContentHeight: (height: number) => void;
  /** The page listens: main hands it the audio port. Called again after a reload or when the context was rebuilt. */
  requestAudioPort: () => void;
  reportAudioDevice: (state: AudioDeviceState) => void;
  /** All output devices, whenever they have changed. */
  reportOutputs: (devices: readonly OutputDevice[]) => void;
}

/** Main → page. The value is the message's type. */
export interface Notifications {
  snapshot: Snapshot;
  /** To the settings window, whenever something that it draws has changed. */
  settings: SettingsSnapshot;
  /** The settings window is to show this section. */
  section: SettingsSection;
  /** To About: the user reads another language from now on. */
  language: Language;
  /** The hotkey was pressed, while the settings window waits for it. */
  hotkeyPressed: null;
  /** The popup was shown and has the focus. `view` is null where nothing special is wanted: what was there stays. */
  shown: { view: PopupView | null };
  /** The popup is being hidden. */
  hidden: null;
}

/** What the popup shows: the prompt, or the field for the key. */
export type PopupView = 'ask' | 'key';

/** The pages. Each may ask of main only what it needs (`shell/ipc-callers.ts`). */
export type PageName = 'popup' | 'settings' | 'about';

export type InvocationChannel = keyof Invocations;
export type NotificationChannel = keyof Notifications;

/** The one channel that carries a port instead of data (main → preload → page). */
export type AudioPortChannel = 'audio-port';
/** The `data` of the window message with which the preload passes the audio port on to the page. */
export type AudioPortMessage = 'aloud:audio-port';

type Calls = {
  readonly [C in InvocationChannel]: (
    ...args: Parameters<Invocations[C]>
  ) => Promise<ReturnType<Invocations[C]>>;
};
type Listeners = {
  readonly [C in NotificationChannel as `on${Capitalize<C>}`]: (
    listener: (message: Notifications[C]) => void,
  ) => () => void;
};

/** `window.aloud`: all that a page can do. Every `on…` returns its own unsubscribe. */
export type AloudApi = Calls & Listeners;
