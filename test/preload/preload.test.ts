import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AloudApi, InvocationChannel } from '../../src/preload/contract';
import { snapshot } from '../fakes/snapshot';

const electron = vi.hoisted(() => ({
  exposed: new Map<string, unknown>(),
  invoke: vi.fn<(channel: string, ...args: unknown[]) => Promise<unknown>>(),
}));

class FakeIpcRenderer extends EventEmitter {
  readonly invoke = electron.invoke;
}

const ipcRenderer = new FakeIpcRenderer();
const postMessage = vi.fn();

vi.mock('electron', () => ({
  contextBridge: {
    exposeInMainWorld: (name: string, api: unknown) => electron.exposed.set(name, api),
  },
  ipcRenderer,
}));

let api: AloudApi;

beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('window', { postMessage });
  vi.clearAllMocks();
  electron.exposed.clear();
  ipcRenderer.removeAllListeners();
  await import('../../src/preload/index');
  api = electron.exposed.get('aloud') as AloudApi;
});

const CALLS: { readonly [C in InvocationChannel]: Parameters<AloudApi[C]> } = {
  getSnapshot: [],
  ask: ['Count to five'],
  stop: [],
  retry: [],
  newConversation: [],
  hide: [],
  getDraft: [],
  setDraft: ['Why is the'],
  reportPainted: [],
  setKey: ['sk-123', true],
  useDemo: [],
  setPaused: [true],
  replay: [],
  setMuted: [true],
  setVolume: [0.5],
  setOutput: ['a3f1'],
  dismissProblem: [],
  openLog: [],
  openSettings: ['account'],
  setContentHeight: [120],
  requestAudioPort: [],
  reportAudioDevice: [{ kind: 'suspended' }],
  reportOutputs: [[{ id: 'a3f1', name: 'Headset' }]],
  getAbout: [],
  openAbout: [],
  openChromiumLicences: [],
  closeAbout: [],
  getSettings: [],
  changeSettings: [{ theme: 'dark' }],
  resetSettings: [],
  useProfile: ['azure'],
  addProfile: [{ name: 'OpenAI', model: null, kind: 'openai' }],
  changeProfile: ['azure', { speed: 1.2 }],
  removeProfile: ['azure'],
  checkKey: [],
  removeKey: [],
  recordHotkey: [true],
  changeHotkey: ['Alt+A', false],
  proveHotkey: [true],
  playVoiceSample: [],
  playTestTone: [],
  lookForUpdates: [],
  installUpdate: [],
  revealLogs: [],
  closeSettings: [],
};

describe('window.aloud', () => {
  it('is the contract and nothing more', () => {
    expect([...electron.exposed.keys()]).toEqual(['aloud']);
    const wanted = [
      ...Object.keys(CALLS),
      'onSnapshot',
      'onSettings',
      'onLanguage',
      'onSection',
      'onHotkeyPressed',
      'onShown',
      'onHidden',
    ];
    expect(Object.keys(api).sort()).toEqual(wanted.sort());
  });

  it('has no way to a channel that is not in the contract', () => {
    const holder = api as unknown as Record<string, unknown>;
    for (const name of ['invoke', 'send', 'on', 'ipcRenderer', 'readFile'])
      expect(holder[name]).toBeUndefined();
  });

  it.each(Object.entries(CALLS))(
    '%s goes out on its own channel with its own arguments',
    async (channel, args) => {
      electron.invoke.mockResolvedValueOnce('the answer');
      const call: unknown = Reflect.get(api, channel);
      // A page may pass what it likes: only the arguments of the contract go on.
      const answer: unknown = Reflect.apply(call as () => unknown, undefined, [...args, 'stray']);
      await expect(answer).resolves.toBe('the answer');
      expect(electron.invoke).toHaveBeenCalledExactlyOnceWith(channel, ...args);
    },
  );

  it("passes main's refusal on", async () => {
    electron.invoke.mockRejectedValueOnce(new Error('Refused'));
    await expect(api.ask('Hi')).rejects.toThrow('Refused');
  });
});

describe('notifications', () => {
  it("reach the listener without Electron's event", () => {
    const listener = vi.fn();
    api.onSnapshot(listener);
    const message = snapshot();
    ipcRenderer.emit('snapshot', { sender: ipcRenderer }, message, 'stray');
    expect(listener).toHaveBeenCalledExactlyOnceWith(message);
  });

  it('end for the one who unsubscribes, and for no other', () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const stop = api.onShown(first);
    api.onShown(second);
    api.onHidden(first);
    stop();
    stop();
    ipcRenderer.emit('shown', {}, { view: 'ask' });
    expect(first).not.toHaveBeenCalled();
    expect(second).toHaveBeenCalledExactlyOnceWith({ view: 'ask' });
    ipcRenderer.emit('hidden', {}, null);
    expect(first).toHaveBeenCalledExactlyOnceWith(null);
  });

  it('end one by one for a listener that subscribed twice', () => {
    const listener = vi.fn();
    const stop = api.onShown(listener);
    api.onShown(listener);
    stop();
    ipcRenderer.emit('shown', {}, { view: 'key' });
    expect(listener).toHaveBeenCalledOnce();
  });
});

it('takes the audio port into the page, and the message alone', () => {
  const ports = [{ name: 'the port' }];
  ipcRenderer.emit('audio-port', { ports, sender: ipcRenderer }, null);
  expect(postMessage).toHaveBeenCalledExactlyOnceWith('aloud:audio-port', '*', ports);
});
