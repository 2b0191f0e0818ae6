import { describe, expect, it, vi } from 'vitest';
import { checkInvocation } from '../../../src/main/shell/ipc-check';
import { ARGUMENT_SCHEMAS, LONGEST_TEXT } from '../../../src/main/shell/ipc-schemas';
import type { InvocationChannel } from '../../../src/preload/contract';

const ours = { isTopFrame: true, origin: 'app://aloud' };
const always = (): boolean => true;

const RIGHT: { readonly [C in InvocationChannel]: readonly (readonly unknown[])[] } = {
  getSnapshot: [[]],
  ask: [[''], ['Count to five'], ['\u0000\u202e \u0645\u0631\u062d 👋🏽 \ud800'], ['x'.repeat(LONGEST_TEXT)]],
  stop: [[]],
  retry: [[]],
  newConversation: [[]],
  hide: [[]],
  setKey: [['sk-123', true]],
  useDemo: [[]],
  setPaused: [[true], [false]],
  replay: [[]],
  setMuted: [[false]],
  setVolume: [[0], [0.5], [1]],
  setOutput: [[null], ['a3f1']],
  dismissProblem: [[]],
  openLog: [[]],
  openSettings: [[]],
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
};

const WRONG: { readonly [C in InvocationChannel]: readonly (readonly unknown[])[] } = {
  getSnapshot: [[1], [undefined]],
  ask: [[], [1], ['a', 'b'], [null], [['a']], [{ toString: 'a' }], ['x'.repeat(LONGEST_TEXT + 1)]],
  stop: [[true]],
  retry: [['again']],
  newConversation: [[1]],
  hide: [[null]],
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
    [null],
    ['Headset'],
    [[{ id: 'a3f1' }]],
    [[{ id: '', name: 'Headset' }]],
    [[{ id: 'a3f1', name: 'x'.repeat(257) }]],
    [[{ id: 'a3f1', name: 'Headset', more: 1 }]],
    [Array.from({ length: 257 }, (_, id) => ({ id: String(id), name: 'Headset' }))],
  ],
};

const channels = Object.keys(ARGUMENT_SCHEMAS) as InvocationChannel[];

describe.each(channels)('the call %s', (channel) => {
  it('passes with right arguments, unchanged', () => {
    for (const args of RIGHT[channel]) {
      expect(checkInvocation(channel, ours, args, always)).toEqual({ kind: 'accepted', args });
    }
  });

  it('is refused with wrong ones', () => {
    for (const args of WRONG[channel]) {
      const checked = checkInvocation(channel, ours, args, always);
      expect(checked).toMatchObject({ kind: 'refused', refusal: 'wrong-arguments' });
    }
  });
});

describe('the sender', () => {
  it.each([
    ['a frame within the page', { isTopFrame: false, origin: 'app://aloud' }],
    ['a page of the web', { isTopFrame: true, origin: 'https://example.com' }],
    ['a page whose host begins like ours', { isTopFrame: true, origin: 'app://aloud.example.com' }],
    ['an opaque origin', { isTopFrame: true, origin: 'null' }],
    ['a file', { isTopFrame: true, origin: 'file://' }],
    ['a frame that is gone', null],
  ])('is refused when it is %s, and costs our page no token', (_name, sender) => {
    const admit = vi.fn(always);
    const checked = checkInvocation('stop', sender, [], admit);
    expect(checked).toEqual({ kind: 'refused', refusal: 'foreign-sender', where: null });
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
