import { batch, computed, signal } from '@preact/signals';
import type { AloudApi, KeyResult, Problem } from '../../preload/contract';
import type {
  ChangeResult,
  FieldProblem,
  KeyCheck,
  Preferences,
  ProfileChange,
  ProfileDraft,
  SettingsSection,
  SettingsSnapshot,
} from '../../preload/settings-contract';
import { createWantedVolume } from '../ui/volume';
import { createShortcutModel, type ShortcutApi } from './shortcut-model';

/** The part of `window.aloud` that the settings window uses. */
export type SettingsApi = ShortcutApi &
  Pick<
    AloudApi,
    | 'changeSettings'
    | 'resetSettings'
    | 'useDemo'
    | 'useProfile'
    | 'addProfile'
    | 'changeProfile'
    | 'removeProfile'
    | 'setKey'
    | 'checkKey'
    | 'removeKey'
    | 'setVolume'
    | 'setMuted'
    | 'setOutput'
    | 'playVoiceSample'
    | 'playTestTone'
    | 'stop'
    | 'lookForUpdates'
    | 'installUpdate'
    | 'revealLogs'
    | 'openAbout'
    | 'closeSettings'
  >;

/** What became of a change: the problems of its fields, of which there are none when it holds. */
export type Changed =
  | { kind: 'done' }
  | { kind: 'refused'; problems: readonly FieldProblem[] }
  | { kind: 'lost' };

export type CheckState = { kind: 'none' } | { kind: 'asking' } | { kind: 'told'; check: KeyCheck };

export type TrialName = 'voice' | 'tone';
export type TrialState =
  | { kind: 'none' }
  | { kind: 'running'; name: TrialName }
  | { kind: 'heard'; name: TrialName }
  | { kind: 'failed'; name: TrialName; problem: Problem };

/** Who answers, among the choices; null is somebody else, e.g. the server of ALOUD_REALTIME_URL. */
export type ServiceChoice = { kind: 'demo' } | { kind: 'profile'; id: string };

/** When main has answered a call, the state that it brings about has come within this time, ms. */
const STATE_COMES_MS = 100;

export type SettingsModel = ReturnType<typeof createSettingsModel>;

/** What the settings window knows and can do. Every change goes to main at once, and comes back as a snapshot. */
export function createSettingsModel(api: SettingsApi, after: (ms: number, run: () => void) => () => void) {
  const snapshot = signal<SettingsSnapshot | null>(null);
  const section = signal<SettingsSection>('account');
  const check = signal<CheckState>({ kind: 'none' });
  const trial = signal<TrialState>({ kind: 'none' });
  const remark = signal<'lost' | 'reset' | null>(null);
  const draggedSpeed = signal<number | null>(null);
  const wantedService = signal<ServiceChoice | null>(null);
  /** Grows with every check and trial: what an older one still brings is not told. */
  let checks = 0;
  let trials = 0;

  const lost = (): void => {
    remark.value = 'lost';
  };
  const send = (call: Promise<unknown>): void => {
    remark.value = null;
    call.catch(lost);
  };
  async function changed(call: Promise<ChangeResult>): Promise<Changed> {
    try {
      const result = await call;
      return result.kind === 'changed' ? { kind: 'done' } : result;
    } catch {
      return { kind: 'lost' };
    }
  }
  /** A choice is shown until main's own state has had the time to come. */
  const choose = (wanted: ServiceChoice, call: Promise<unknown>): void => {
    wantedService.value = wanted;
    const settle = (): void => {
      if (wantedService.peek() === wanted) wantedService.value = null;
    };
    send(
      call.then(
        () => void after(STATE_COMES_MS, settle),
        (error: unknown) => {
          settle();
          throw error;
        },
      ),
    );
  };
  const inUse = (): string => snapshot.peek()?.profile ?? '';

  async function checkKey(): Promise<void> {
    checks += 1;
    const mine = checks;
    check.value = { kind: 'asking' };
    try {
      const told = await api.checkKey();
      if (mine === checks) check.value = { kind: 'told', check: told };
    } catch {
      if (mine === checks) check.value = { kind: 'none' };
      lost();
    }
  }

  /** Nothing of an earlier check holds any more. */
  const forgetCheck = (): void => {
    checks += 1;
    check.value = { kind: 'none' };
  };

  async function runTrial(name: TrialName): Promise<void> {
    trials += 1;
    const mine = trials;
    trial.value = { kind: 'running', name };
    try {
      const result = await (name === 'voice' ? api.playVoiceSample() : api.playTestTone());
      if (mine !== trials) return;
      if (result.kind === 'failed') trial.value = { kind: 'failed', name, problem: result.problem };
      else trial.value = result.kind === 'heard' ? { kind: 'heard', name } : { kind: 'none' };
    } catch {
      if (mine === trials) trial.value = { kind: 'none' };
      lost();
    }
  }

  const wantedVolume = createWantedVolume((volume) => api.setVolume(volume), lost);

  return {
    snapshot,
    section,
    check,
    trial,
    shortcut: createShortcutModel(api, lost, after),
    /** A remark of the page's own, or null. */
    remark,
    /** Where the slider of the speed is held, or was let go and main does not have it yet. */
    draggedSpeed,
    /** Who answers, as the list shows it: what the user has chosen, also while main is still about it. */
    service: computed((): ServiceChoice | null => wantedService.value ?? serviceOf(snapshot.value)),
    /** 0 to 1, as the slider shows it: what the user wants, also while main does not have it yet. */
    volume: computed(() => wantedVolume.value.value ?? snapshot.value?.volume ?? 1),

    /** Main sent a new state. */
    receive(next: SettingsSnapshot): void {
      const former = snapshot.peek();
      batch(() => {
        snapshot.value = next;
        wantedVolume.settle();
        if (former !== null && (former.profile !== next.profile || former.key.kind !== next.key.kind))
          forgetCheck();
      });
    },
    show(wanted: SettingsSection): void {
      batch(() => {
        section.value = wanted;
        remark.value = null;
      });
    },

    change: (change: Partial<Preferences>) => changed(api.changeSettings(change)),
    /** Of the profile in use. */
    changeProfile: (change: ProfileChange) => changed(api.changeProfile(inUse(), change)),
    dragSpeed(speed: number): void {
      draggedSpeed.value = speed;
    },
    /** Applies it. */
    async dropSpeed(speed: number): Promise<void> {
      const result = await changed(api.changeProfile(inUse(), { speed }));
      draggedSpeed.value = null;
      if (result.kind !== 'done') lost();
    },
    useDemo: () => choose({ kind: 'demo' }, api.useDemo()),
    useProfile: (id: string) => choose({ kind: 'profile', id }, api.useProfile(id)),
    /** Adds a service and uses it. Resolves with what is wrong with it. */
    async addProfile(draft: ProfileDraft): Promise<Changed | { kind: 'full'; limit: number }> {
      try {
        const added = await api.addProfile(draft);
        if (added.kind !== 'added') return added;
        await api.useProfile(added.id);
        return { kind: 'done' };
      } catch {
        return { kind: 'lost' };
      }
    },
    /** Resolves with false if its key is still stored, and so it is still there. */
    async removeProfile(): Promise<boolean> {
      try {
        return (await api.removeProfile(inUse())).kind === 'removed';
      } catch {
        lost();
        return true;
      }
    },

    /** Keeps a key, and asks the service at once what it thinks of it. */
    async keepKey(key: string, remember: boolean): Promise<KeyResult | null> {
      try {
        const result = await api.setKey(key, remember);
        if (result.kind === 'kept') void checkKey();
        return result;
      } catch {
        return null;
      }
    },
    checkKey: () => void checkKey(),
    /** Resolves with false if it is still stored. */
    async removeKey(): Promise<boolean> {
      try {
        return (await api.removeKey()).kind === 'removed';
      } catch {
        lost();
        return true;
      }
    },

    /** Begins a trial, or ends the one that runs. */
    toggleTrial(name: TrialName): void {
      const now = trial.peek();
      if (now.kind === 'running' && now.name === name) send(api.stop());
      else void runTrial(name);
    },
    setVolume(volume: number): void {
      wantedVolume.want(volume);
      // Whoever moves the slider wants to hear what it does.
      if (snapshot.peek()?.muted === true && volume > 0) send(api.setMuted(false));
    },
    setMuted: (muted: boolean) => send(api.setMuted(muted)),
    setOutput: (id: string | null) => send(api.setOutput(id)),

    lookForUpdates: () => send(api.lookForUpdates()),
    installUpdate: () => send(api.installUpdate()),
    revealLogs: () => send(api.revealLogs()),
    openAbout: () => send(api.openAbout()),
    async reset(): Promise<void> {
      try {
        await api.resetSettings();
        remark.value = 'reset';
      } catch {
        lost();
      }
    },
    close: () => send(api.closeSettings()),
  };
}

function serviceOf(snapshot: SettingsSnapshot | null): ServiceChoice | null {
  if (snapshot === null || snapshot.source === 'custom') return null;
  return snapshot.source === 'demo' ? { kind: 'demo' } : { kind: 'profile', id: snapshot.profile };
}
