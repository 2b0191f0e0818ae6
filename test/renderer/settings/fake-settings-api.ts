import type { SettingsApi } from '../../../src/renderer/settings/settings-model';

type Call = keyof SettingsApi;
type Answers = { [C in Call]: Awaited<ReturnType<SettingsApi[C]>> };

const USUAL: Answers = {
  changeSettings: { kind: 'changed' },
  resetSettings: undefined,
  useDemo: undefined,
  useProfile: undefined,
  addProfile: { kind: 'added', id: 'azure' },
  changeProfile: { kind: 'changed' },
  removeProfile: { kind: 'removed' },
  setKey: { kind: 'kept', where: 'stored' },
  checkKey: { kind: 'works', how: 'models', model: 'gpt-realtime' },
  removeKey: { kind: 'removed' },
  setVolume: undefined,
  setMuted: undefined,
  setOutput: undefined,
  recordHotkey: undefined,
  changeHotkey: { kind: 'set' },
  proveHotkey: undefined,
  playVoiceSample: { kind: 'heard' },
  playTestTone: { kind: 'heard' },
  stop: true,
  lookForUpdates: undefined,
  installUpdate: undefined,
  revealLogs: undefined,
  openAbout: undefined,
  closeSettings: undefined,
};

/** Main as the settings window sees it: remembers what was asked of it, in order, and answers as told. */
export class FakeSettingsApi implements SettingsApi {
  readonly calls: [Call, ...unknown[]][] = [];
  answers: Partial<Answers> = {};
  /** While true, every call is rejected, as when main cannot be reached. */
  broken = false;
  /** Calls that are answered only when their name is released. */
  readonly held = new Map<Call, () => void>();

  changeSettings: SettingsApi['changeSettings'] = (change) => this.#call('changeSettings', change);
  resetSettings: SettingsApi['resetSettings'] = () => this.#call('resetSettings');
  useDemo: SettingsApi['useDemo'] = () => this.#call('useDemo');
  useProfile: SettingsApi['useProfile'] = (id) => this.#call('useProfile', id);
  addProfile: SettingsApi['addProfile'] = (draft) => this.#call('addProfile', draft);
  changeProfile: SettingsApi['changeProfile'] = (id, change) => this.#call('changeProfile', id, change);
  removeProfile: SettingsApi['removeProfile'] = (id) => this.#call('removeProfile', id);
  setKey: SettingsApi['setKey'] = (key, remember) => this.#call('setKey', key, remember);
  checkKey: SettingsApi['checkKey'] = () => this.#call('checkKey');
  removeKey: SettingsApi['removeKey'] = () => this.#call('removeKey');
  setVolume: SettingsApi['setVolume'] = (volume) => this.#call('setVolume', volume);
  setMuted: SettingsApi['setMuted'] = (muted) => this.#call('setMuted', muted);
  setOutput: SettingsApi['setOutput'] = (id) => this.#call('setOutput', id);
  recordHotkey: SettingsApi['recordHotkey'] = (recording) => this.#call('recordHotkey', recording);
  changeHotkey: SettingsApi['changeHotkey'] = (accelerator, sure) =>
    this.#call('changeHotkey', accelerator, sure);
  proveHotkey: SettingsApi['proveHotkey'] = (waiting) => this.#call('proveHotkey', waiting);
  playVoiceSample: SettingsApi['playVoiceSample'] = () => this.#call('playVoiceSample');
  playTestTone: SettingsApi['playTestTone'] = () => this.#call('playTestTone');
  stop: SettingsApi['stop'] = () => this.#call('stop');
  lookForUpdates: SettingsApi['lookForUpdates'] = () => this.#call('lookForUpdates');
  installUpdate: SettingsApi['installUpdate'] = () => this.#call('installUpdate');
  revealLogs: SettingsApi['revealLogs'] = () => this.#call('revealLogs');
  openAbout: SettingsApi['openAbout'] = () => this.#call('openAbout');
  closeSettings: SettingsApi['closeSettings'] = () => this.#call('closeSettings');

  /** From now on this call is not answered before {@link release}. */
  hold(call: Call): void {
    this.held.set(call, () => {});
  }

  release(call: Call): void {
    this.held.get(call)?.();
    this.held.delete(call);
  }

  async #call<C extends Call>(name: C, ...args: unknown[]): Promise<Answers[C]> {
    this.calls.push([name, ...args]);
    if (this.broken) throw new Error('broken');
    if (this.held.has(name)) await new Promise<void>((resolve) => this.held.set(name, resolve));
    return this.answers[name] ?? USUAL[name];
  }
}
