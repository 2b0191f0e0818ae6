import { describe, expect, it, vi } from 'vitest';
import { mayCall, pageAt } from '../../../src/main/shell/ipc-callers';
import { checkInvocation } from '../../../src/main/shell/ipc-check';
import { LONGEST_TEXT } from '../../../src/main/shell/ipc-limits';
import { ARGUMENT_SCHEMAS } from '../../../src/main/shell/ipc-schemas';
import type { InvocationChannel } from '../../../src/preload/contract';

const ours = { isTopFrame: true, origin: 'app://aloud', url: 'app://aloud/popup/index.html' };
const settings = { ...ours, url: 'app://aloud/settings/index.html' };
/** A page that may make the call. */
const about = { ...ours, url: 'app://aloud/about/index.html' };
const callerOf = (channel: InvocationChannel) =>
  mayCall('popup', channel) ? ours : mayCall('settings', channel) ? settings : about;
const always = (): boolean => true;

const RIGHT: { readonly [C in InvocationChannel]: readonly (readonly unknown[])[] } = {
  getSnapshot: [[]],
  ask: [[''], ['Count to five'], ['\u0000\u202e \u0645\u0631\u062d 👋🏽 \ud800'], ['x'.repeat(LONGEST_TEXT)]],
  stop: [[]],
  retry: [[]],
  newConversation: [[]],
  hide: [[]],
  getDraft: [[]],
  setDraft: [[''], ['Why is the']],
  reportPainted: [[]],
  setKey: [['sk-123', true]],
  useDemo: [[]],
  setPaused: [[true], [false]],
  replay: [[]],
  setMuted: [[false]],
  setVolume: [[0], [0.5], [1]],
  setOutput: [[null], ['a3f1']],
  dismissProblem: [[]],
  openLog: [[]],
  openSettings: [[null], ['sound']],
  setContentHeight: [[0], [123.5]],
  requestAudioPort: [[]],
  reportAudioDevice: [
    [{ kind: 'starting' }],
    [{ kind: 'running', outputLatencyMs: 21.3 }],
    [{ kind: 'suspended' }],
    [{ kind: 'no-device' }],
    [{ kind: 'failed', fault: 'not-opened' }],
  ],
  reportOutputs: [
    [[]],
    [
      [
        { id: 'a3f1', name: 'Headset' },
        { id: 'b2', name: '' },
      ],
    ],
  ],
  getAbout: [[]],
  openAbout: [[]],
  openChromiumLicences: [[]],
  closeAbout: [[]],
  getSettings: [[]],
  changeSettings: [[{}], [{ theme: 'dark', idleMinutes: -3.5 }], [{ language: 'zh-Hans', updates: false }]],
  resetSettings: [[]],
  useProfile: [['azure-2']],
  addProfile: [
    [{ kind: 'openai', name: '', model: null }],
    [{ kind: 'azure', name: 'A', model: 'mine', resource: 'nowhere', apiVersion: null }],
    [{ kind: 'compatible', name: 'A', model: null, url: '', dialect: 'beta', insecureKey: false }],
  ],
  changeProfile: [
    ['azure', {}],
    ['azure', { name: '', speed: 99, maxOutputTokens: null, instructions: 'x'.repeat(20_000) }],
  ],
  removeProfile: [['azure']],
  checkKey: [[]],
  removeKey: [[]],
  recordHotkey: [[true], [false]],
  changeHotkey: [
    ['Alt+A', false],
    ['nonsense', true],
  ],
  proveHotkey: [[true]],
  playVoiceSample: [[]],
  playTestTone: [[]],
  lookForUpdates: [[]],
  installUpdate: [[]],
  revealLogs: [[]],
  closeSettings: [[]],
};

const WRONG: { readonly [C in InvocationChannel]: readonly (readonly unknown[])[] } = {
  getSnapshot: [[1], [undefined]],
  ask: [[], [1], ['a', 'b'], [null], [['a']], [{ toString: 'a' }], ['x'.repeat(LONGEST_TEXT + 1)]],
  stop: [[true]],
  retry: [['again']],
  newConversation: [[1]],
  hide: [[null]],
  getDraft: [[0]],
  setDraft: [[], [null], ['a', 'b'], ['x'.repeat(LONGEST_TEXT + 1)]],
  reportPainted: [[1]],
  setKey: [['sk-123'], [true, 'sk-123'], ['sk-123', 1], ['sk-123', true, true]],
  useDemo: [[{}]],
  setPaused: [[], [1], ['true'], [true, true]],
  replay: [[1]],
  setMuted: [[], [0], ['true']],
  setVolume: [[], [-0.1], [1.1], [Number.NaN], [Number.POSITIVE_INFINITY], ['0.5'], [null]],
  setOutput: [[], [''], [0], [{ id: 'a3f1', name: 'Headset' }], ['x'.repeat(257)]],
  dismissProblem: [[0]],
  openLog: [['/etc/passwd']],
  openSettings: [['/etc/passwd']],
  setContentHeight: [[], [-1], [Number.NaN], [Number.POSITIVE_INFINITY], ['10'], [1e9]],
  requestAudioPort: [[1]],
  reportAudioDevice: [
    [],
    ['running'],
    [{ kind: 'running' }],
    [{ kind: 'running', outputLatencyMs: -1 }],
    [{ kind: 'exploded' }],
    [{ kind: 'starting', more: 1 }],
    [{ kind: 'failed', fault: 'other' }],
  ],
  reportOutputs: [
    [],
    [new Uint32Array(1)],
    [null],
    ['Headset'],
    [[{ id: 'a3f1' }]],
    [[{ id: '', name: 'Headset' }]],
    [[{ id: 'a3f1', name: 'x'.repeat(257) }]],
    [[{ id: 'a3f1', name: 'Headset', more: 1 }]],
    [Array.from({ length: 257 }, (_, id) => ({ id: String(id), name: 'Headset' }))],
  ],
  getAbout: [[1]],
  openAbout: [['licences']],
  openChromiumLicences: [['/etc/passwd']],
  closeAbout: [[true]],
  getSettings: [[null]],
  changeSettings: [
    [],
    [null],
    [{ theme: undefined }],
    [{ theme: 'pink' }],
    [{ idleMinutes: '5' }],
    [{ idleMinutes: Number.NaN }],
    [{ hotkey: 'F1' }],
    [{ key: 'sk-123' }],
    [[]],
  ],
  resetSettings: [[true]],
  useProfile: [[], [null], ['x'.repeat(41)]],
  addProfile: [
    [],
    [{ kind: 'openai', name: 'A' }],
    [{ kind: 'openai', name: 'A', model: null, key: 'sk-123' }],
    [{ kind: 'pigeon', name: 'A', model: null }],
    [{ kind: 'azure', name: 'A', model: null, resource: 'x' }],
  ],
  changeProfile: [[], ['azure'], ['azure', { id: 'openai' }], ['azure', { kind: 'openai' }], [1, {}]],
  removeProfile: [[], [0]],
  checkKey: [['sk-123']],
  removeKey: [['azure']],
  recordHotkey: [[], [1]],
  changeHotkey: [[], ['Alt+A'], [1, true], ['x'.repeat(65), true], ['Alt+A', 'yes']],
  proveHotkey: [[], ['now']],
  playVoiceSample: [['marin']],
  playTestTone: [[440]],
  lookForUpdates: [['https://example.com/feed']],
  installUpdate: [['/tmp/x.AppImage']],
  revealLogs: [['/etc/passwd']],
  closeSettings: [[1]],
};

const channels = Object.keys(ARGUMENT_SCHEMAS) as InvocationChannel[];

describe.each(channels)('the call %s', (channel) => {
  it('passes with right arguments, unchanged', () => {
    for (const args of RIGHT[channel]) {
      expect(checkInvocation(channel, callerOf(channel), args, always)).toEqual({ kind: 'accepted', args });
    }
  });

  it('is refused with wrong ones', () => {
    for (const args of WRONG[channel]) {
      const checked = checkInvocation(channel, callerOf(channel), args, always);
      expect(checked).toMatchObject({ kind: 'refused', refusal: 'wrong-arguments' });
    }
  });
});

describe('the sender', () => {
  it.each([
    ['a frame within the page', { ...ours, isTopFrame: false }],
    ['a page of the web', { ...ours, origin: 'https://example.com' }],
    ['a page whose host begins like ours', { ...ours, origin: 'app://aloud.example.com' }],
    ['an opaque origin', { ...ours, origin: 'null' }],
    ['a file', { ...ours, origin: 'file://' }],
    ['another page of our origin', { ...ours, url: 'app://aloud/popup/other.html' }],
    ['a page without a name', { ...ours, url: 'app://aloud/' }],
    ['a frame that is gone', null],
  ])('is refused when it is %s, and costs our page no token', (_name, sender) => {
    const admit = vi.fn(always);
    const checked = checkInvocation('stop', sender, [], admit);
    expect(checked).toEqual({ kind: 'refused', refusal: 'foreign-sender', where: null });
    expect(admit).not.toHaveBeenCalled();
  });

  it('is known by its address, whatever is appended to it', () => {
    expect(pageAt('app://aloud/settings/index.html?x#y')).toBe('settings');
    expect(pageAt('app://aloud/popup/index.html')).toBe('popup');
    expect(pageAt('app://aloud/settings/index.html/popup/index.html')).toBeNull();
  });

  it.each([
    ['ask', settings, ['Hello']],
    ['requestAudioPort', settings, []],
    ['reportOutputs', settings, [[]]],
    ['changeSettings', ours, [{ theme: 'dark' }]],
    ['removeKey', ours, []],
  ] as const)('may not ask for %s from the other page', (channel, sender, args) => {
    const admit = vi.fn(always);
    const checked = checkInvocation(channel, sender, args, admit);
    expect(checked).toMatchObject({ kind: 'refused', refusal: 'wrong-page' });
    expect(admit).not.toHaveBeenCalled();
  });

  it('is refused when it calls too often', () => {
    const checked = checkInvocation('stop', ours, [], () => false);
    expect(checked).toEqual({ kind: 'refused', refusal: 'too-often', where: null });
  });
});

it('tells where an argument was wrong, never what it was', () => {
  const checked = checkInvocation('setKey', ours, ['sk-very-secret-key', 'sk-very-secret-key'], always);
  expect(checked).toMatchObject({ where: '1: invalid_type' });
  expect(JSON.stringify(checked)).not.toContain('secret');
});
