/**
 * What the settings window is shown, and what it may ask of main beyond `contract.ts`. Types only. No value here holds a
 * key: that one passes in `setKey` alone.
 */
import type { AudioDeviceState } from './audio-contract';
import type { HotkeyView, KeyView, Language, Problem, Snapshot, VoiceSource } from './contract';
import type { DesktopShortcuts, HotkeyInvocations } from './hotkey-contract';
import type { UpdateView } from './update-contract';

export type Theme = 'system' | 'light' | 'dark';
/** What a user chooses: one language, or whatever the system speaks. */
export type LanguageChoice = 'system' | Language;

/** What is changed as it stands, by `changeSettings`. */
export interface Preferences {
  theme: Theme;
  launchAtLogin: boolean;
  /** Where the popup opens: on the display of the cursor, or where it was last. */
  popupPosition: 'cursor' | 'last';
  /** The popup stays, above other windows, when another one is clicked. */
  keepOnTop: boolean;
  /** An unused connection is closed after so many minutes: 1 to 240, whole. */
  idleMinutes: number;
  language: LanguageChoice;
  /** Whether newer versions are looked for. */
  updates: boolean;
}

/** Some of the fields; of the others nothing changes. */
export type Change<T> = { -readonly [K in keyof T]?: T[K] };

/** How a profile answers. */
export interface Answering {
  /** Null for the recommended one; of Azure it is the deployment. */
  model: string | null;
  /** Null for the recommended one. */
  voice: string | null;
  /** 1 is the natural speed. */
  speed: number;
  /** In the user's words; null for Aloud's own. */
  instructions: string | null;
  /** The longest answer, in tokens of the service; null for its own limit. */
  maxOutputTokens: number | null;
}

/** Whom a profile asks. */
export type Service =
  | { kind: 'openai' }
  | { kind: 'azure'; resource: string; apiVersion: string | null }
  | { kind: 'compatible'; url: string; dialect: 'auto' | 'ga' | 'beta'; insecureKey: boolean };

export type ProfileView = Readonly<{ id: string; name: string } & Answering & Service>;

/** A profile that is being made. It answers as Aloud recommends until that is changed. */
export type ProfileDraft = { name: string; model: string | null } & Service;

/** Fields of a profile with their new values; one that its service does not have is refused. */
export type ProfileChange = Change<
  { name: string } & Answering & {
      resource: string;
      apiVersion: string | null;
      url: string;
      dialect: 'auto' | 'ga' | 'beta';
      insecureKey: boolean;
    }
>;

/** Why a value was not taken. The page says it in a sentence. */
export type FieldFault =
  | 'missing'
  /** More characters, or a larger number, than `limit`. */
  | 'too-long'
  | 'too-large'
  | 'too-small'
  | 'not-whole'
  /** No address of a server that Aloud can use. */
  | 'bad-address'
  /** No version as Azure writes it. */
  | 'bad-version'
  | 'wrong';

export interface FieldProblem {
  field: string;
  fault: FieldFault;
  /** The bound that was passed, or null where there is none. */
  limit: number | null;
}

export type ChangeResult =
  | { kind: 'changed' }
  /** Nothing was changed. */
  | { kind: 'refused'; problems: readonly FieldProblem[] };

export type AddResult =
  | { kind: 'added'; id: string }
  | { kind: 'refused'; problems: readonly FieldProblem[] }
  /** There are as many profiles as can be. */
  | { kind: 'full'; limit: number };

/** What asking the service about the key brought. */
export type KeyCheck =
  /** `how`: it listed its models, the chosen one among them, or a session was opened. `model` is the chosen one. */
  { kind: 'works'; how: 'models' | 'session'; model: string } | { kind: 'failed'; problem: Problem };

export type RemoveKeyResult =
  | { kind: 'removed' }
  /** The file could not be removed: the key would be there again at the next start. */
  | { kind: 'still-stored' };

/** How a sound that was only to be tried ended. */
export type TrialResult =
  | { kind: 'heard' }
  /** By the user, or by a question. */
  | { kind: 'stopped' }
  | { kind: 'failed'; problem: Problem };

/** What a service offers, as data: names come and go, and any other may be typed in. */
export interface VoiceOffer {
  models: readonly { id: string; note: 'best' | 'cheaper' | null; ends: string | null }[];
  defaultModel: string;
  voices: readonly string[];
  defaultVoice: string;
  speed: { min: number; max: number; default: number };
}

/** A line of the list of output devices. */
export interface OutputChoice {
  label: string;
  checked: boolean;
  /** A device, or null for the system's own. */
  id: string | null;
  /** The chosen one, which is not connected: it is shown, and cannot be chosen now. */
  isAway: boolean;
}

/** Whether the system starts Aloud at login. The system's own list is the truth: users change it there, too. */
export type LaunchAtLogin =
  | { kind: 'on' }
  | { kind: 'off' }
  /** It is in the system's list, and switched off there: in Windows' Task Manager, in macOS' System Settings. */
  | { kind: 'held-back' }
  /** It runs from a developer's folder. */
  | { kind: 'not-installed' }
  /** Linux: the entry could neither be written nor deleted. `code` is the system's, e.g. `EACCES`. */
  | { kind: 'failed'; path: string; code: string };

export type SettingsSection = 'account' | 'voice' | 'sound' | 'shortcut' | 'general';

/** Everything that the settings window draws. Immutable; a new one for every change. */
export interface SettingsSnapshot {
  /** What the user reads. */
  language: Language;
  preferences: Readonly<Preferences>;
  launchAtLogin: LaunchAtLogin;
  update: UpdateView;
  /** Whose voice answers now. */
  source: VoiceSource;
  profiles: readonly ProfileView[];
  /** The `id` of the profile in use, also while the demo voice answers. */
  profile: string;
  /** Where the key of that profile is. */
  key: KeyView;
  /** Whether the system can really encrypt a stored key; null until it was asked. */
  canEncrypt: boolean | null;
  hotkey: HotkeyView | null;
  /** Null elsewhere than on Linux. */
  desktopShortcuts: DesktopShortcuts | null;
  audio: AudioDeviceState;
  outputs: readonly OutputChoice[];
  /** 0 to 1, as a slider shows it. */
  volume: number;
  muted: boolean;
  offer: VoiceOffer;
  platform: Snapshot['platform'];
  version: string;
}

/** The settings window → main, with an answer. */
export interface SettingsInvocations extends HotkeyInvocations {
  getSettings: () => SettingsSnapshot;
  changeSettings: (change: Change<Preferences>) => ChangeResult;
  /** Everything as it was at first, but for the profiles and their keys. */
  resetSettings: () => void;
  /** Asks this profile from now on, instead of another one or of the demo voice. */
  useProfile: (id: string) => void;
  addProfile: (draft: ProfileDraft) => AddResult;
  changeProfile: (id: string, change: ProfileChange) => ChangeResult;
  /** With its key; one whose key cannot be removed stays, and so does the last profile. */
  removeProfile: (id: string) => RemoveKeyResult;
  /** Asks the service of the profile in use whether it takes the key. Nothing is billed for that. */
  checkKey: () => KeyCheck;
  /** Forgets the key of the profile in use, in memory and on the disk. */
  removeKey: () => RemoveKeyResult;
  /** Lets the chosen voice say a sentence; answers when it was heard. */
  playVoiceSample: () => TrialResult;
  /** Plays two notes on the chosen device; answers when they were heard. */
  playTestTone: () => TrialResult;
  /** Looks for a newer Aloud; what comes of it is in the snapshot. */
  lookForUpdates: () => void;
  /** Starts Aloud anew with the update that is ready; nothing while it speaks. */
  installUpdate: () => void;
  /** Shows the log in its folder. */
  revealLogs: () => void;
  closeSettings: () => void;
}
