import type { PopupApi } from '../../../src/renderer/popup/popup-model';

type Call = keyof PopupApi;

/** Main as the popup sees it: remembers what was asked of it, in order, and answers as told. */
export class FakeApi implements PopupApi {
  readonly calls: [Call, ...unknown[]][] = [];
  /** Answers that differ from the usual ones. */
  answers: Partial<{ [C in Call]: Awaited<ReturnType<PopupApi[C]>> }> = {};
  /** While true, every call is rejected, as when main cannot be reached. */
  broken = false;
  /** While set, what is asked is answered only once it is fulfilled. */
  held: Promise<void> | null = null;

  ask: PopupApi['ask'] = (prompt) => this.#call('ask', { kind: 'asked', turn: 1 }, prompt);
  stop: PopupApi['stop'] = () => this.#call('stop', true);
  retry: PopupApi['retry'] = () => this.#call('retry', undefined);
  newConversation: PopupApi['newConversation'] = () => this.#call('newConversation', undefined);
  hide: PopupApi['hide'] = () => this.#call('hide', undefined);
  setKey: PopupApi['setKey'] = (key, remember) =>
    this.#call('setKey', { kind: 'kept', where: remember ? 'stored' : 'this-run' }, key, remember);
  useDemo: PopupApi['useDemo'] = () => this.#call('useDemo', undefined);
  setPaused: PopupApi['setPaused'] = (paused) => this.#call('setPaused', undefined, paused);
  replay: PopupApi['replay'] = () => this.#call('replay', undefined);
  setMuted: PopupApi['setMuted'] = (muted) => this.#call('setMuted', undefined, muted);
  setVolume: PopupApi['setVolume'] = (volume) => this.#call('setVolume', undefined, volume);
  dismissProblem: PopupApi['dismissProblem'] = () => this.#call('dismissProblem', undefined);
  openLog: PopupApi['openLog'] = () => this.#call('openLog', undefined);
  openSettings: PopupApi['openSettings'] = (section) => this.#call('openSettings', undefined, section);

  #call<C extends Call>(
    name: C,
    usual: Awaited<ReturnType<PopupApi[C]>>,
    ...args: unknown[]
  ): Promise<Awaited<ReturnType<PopupApi[C]>>> {
    this.calls.push([name, ...args]);
    if (this.broken) return Promise.reject(new Error('broken'));
    const answer = this.answers[name] ?? usual;
    return this.held === null ? Promise.resolve(answer) : this.held.then(() => answer);
  }
}
