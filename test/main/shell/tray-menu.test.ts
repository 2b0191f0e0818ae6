import { describe, expect, it } from 'vitest';
import { LONGEST_LABEL } from '../../../src/main/shell/menu-label';
import { MOST_RECENT } from '../../../src/main/shell/tray-choices';
import { trayIconNames, trayPictures } from '../../../src/main/shell/tray-icon';
import type { TrayItem, TrayModel, TrayOption } from '../../../src/main/shell/tray-menu';
import { trayMenu, trayState, trayTooltip } from '../../../src/main/shell/tray-menu';
import type { AnswerPhase, AnswerView, Problem, Snapshot } from '../../../src/preload/contract';
import type { UpdateView } from '../../../src/preload/update-contract';
import { en } from '../../../src/texts/en';
import { trayModel } from '../../fakes/snapshot';

function answer(phase: AnswerPhase): AnswerView {
  return {
    turn: 1,
    prompt: 'my prompt',
    text: 'my answer',
    heardLength: 0,
    phase,
    firstSoundMs: null,
    replay: 'none',
    cutOff: false,
  };
}

const problem: Problem = {
  code: 'offline',
  source: 'openai',
  retryAfterMs: null,
  command: null,
  actions: ['retry'],
  details: null,
};

function item(id: string, changes: Partial<TrayModel> = {}): TrayItem | undefined {
  return trayMenu(trayModel(changes), en).find(
    (candidate) => candidate.kind !== 'separator' && candidate.id === id,
  );
}

function options(id: 'volume' | 'output' | 'voice' | 'recent', changes: Partial<TrayModel>): TrayOption[] {
  const found = item(id, changes);
  if (found?.kind !== 'choice') throw new Error(`${id} is no choice`);
  return found.options;
}

describe('the menu', () => {
  it('holds every action, in this order', () => {
    const labels = trayMenu(trayModel(), en).map((entry) => (entry.kind === 'separator' ? '-' : entry.label));
    expect(labels).toEqual([
      'Ask…',
      'Stop speaking',
      'Pause',
      'Hear the last answer again',
      '-',
      'Mute',
      'Volume',
      'Output',
      'Voice',
      '-',
      'Recent',
      'New conversation',
      '-',
      'API key…',
      'Use demo voice',
      '-',
      'Settings…',
      'Check for updates…',
      'Open log',
      'About Aloud',
      '-',
      'Quit Aloud',
    ]);
  });

  it.each([
    ['waiting', true],
    ['speaking', true],
    ['done', false],
    ['stopped', false],
    ['failed', false],
  ] as const)('can stop an answer that is %s: %s', (phase, enabled) => {
    expect(item('stop', { answer: answer(phase) })).toMatchObject({ enabled });
  });

  it.each<[UpdateView, string, boolean]>([
    [{ kind: 'idle' }, 'Check for updates…', true],
    [{ kind: 'none' }, 'Check for updates…', true],
    [{ kind: 'failed', failure: 'network' }, 'Check for updates…', true],
    [{ kind: 'unavailable', obstacle: 'deb' }, 'Check for updates…', true],
    [{ kind: 'waiting' }, 'Checking for updates after this answer…', false],
    [{ kind: 'looking' }, 'Checking for updates…', false],
    [{ kind: 'downloading', version: '2.0.0', percent: 40 }, 'Fetching Aloud 2.0.0… 40%', false],
    [{ kind: 'ready', version: '2.0.0' }, 'Start anew with Aloud 2.0.0', true],
  ])('says of updates, %o: %s', (update, label, enabled) => {
    expect(item('update', { update })).toMatchObject({ label, enabled });
  });

  it('starts nothing anew while Aloud speaks', () => {
    const update: UpdateView = { kind: 'ready', version: '2.0.0' };
    expect(item('update', { update, answer: answer('speaking') })).toMatchObject({ enabled: false });
    expect(item('update', { update, answer: answer('done') })).toMatchObject({
      enabled: true,
      command: { kind: 'install-update' },
    });
  });

  it('has an id of its own for every item, whatever the devices are called', () => {
    const devices = ['volume-100', 'stop', ''].map((id) => ({ id, name: 'Headset' }));
    const recentPrompts = ['stop', 'stop', ''];
    const output = { devices, chosen: null, active: null };
    const ids = trayMenu(trayModel({ output, recentPrompts }), en).flatMap((entry) => {
      if (entry.kind === 'separator') return [];
      return entry.kind === 'choice' ? [entry.id, ...entry.options.map(({ id }) => id)] : [entry.id];
    });
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.each([
    ['waiting', true],
    ['speaking', true],
    ['done', false],
    ['stopped', false],
    ['failed', false],
  ] as const)('can pause an answer that is %s: %s', (phase, enabled) => {
    expect(item('pause', { answer: answer(phase) })).toMatchObject({
      label: 'Pause',
      enabled,
      command: { kind: 'pause', paused: true },
    });
  });

  it('resumes what is paused', () => {
    expect(item('pause', { answer: answer('speaking'), paused: true })).toMatchObject({
      label: 'Resume',
      enabled: true,
      command: { kind: 'pause', paused: false },
    });
  });

  it.each([true, false])('offers the last answer again when it can be heard again: %s', (canReplay) => {
    expect(item('replay', { canReplay })).toMatchObject({ enabled: canReplay });
  });

  it('begins a new conversation where there is one', () => {
    expect(item('new-conversation')).toMatchObject({ enabled: false });
    expect(item('new-conversation', { answer: answer('failed') })).toMatchObject({ enabled: true });
  });

  it.each([
    [1, '100%'],
    [0.9, '100%'],
    [0.875, '100%'],
    [0.8, '75%'],
    [0.5, '50%'],
    [0.3, '25%'],
    [0, '25%'],
  ])('checks the nearest step of the volume %d: %s', (volume, label) => {
    const checked = options('volume', { volume }).filter((option) => option.checked);
    expect(checked.map((option) => option.label)).toEqual([label]);
  });

  it('offers steps of the volume and the devices as commands', () => {
    expect(options('volume', {}).map(({ label, command }) => [label, command])).toEqual([
      ['100%', { kind: 'volume', volume: 1 }],
      ['75%', { kind: 'volume', volume: 0.75 }],
      ['50%', { kind: 'volume', volume: 0.5 }],
      ['25%', { kind: 'volume', volume: 0.25 }],
    ]);
    const devices = [{ id: 'a1', name: 'Loudspeakers' }];
    const chosen = { id: 'b2', name: 'Headset' };
    expect(
      options('output', { output: { devices, chosen, active: null } }).map(({ label, command }) => [
        label,
        command,
      ]),
    ).toEqual([
      ['System’s own', { kind: 'output', id: null }],
      ['Loudspeakers', { kind: 'output', id: 'a1' }],
      ['Headset (not connected)', null],
    ]);
  });

  it('offers the voices, the present one checked, also one that was typed in', () => {
    const names = ['marin', 'cedar'];
    const shown = (chosen: string) =>
      options('voice', { voice: { names, chosen } }).map(({ label, checked, command }) => [
        label,
        checked,
        command,
      ]);
    expect(shown('cedar')).toEqual([
      ['Marin', false, { kind: 'voice', voice: 'marin' }],
      ['Cedar', true, { kind: 'voice', voice: 'cedar' }],
    ]);
    expect(shown('my-own').at(-1)).toEqual(['My-own', true, { kind: 'voice', voice: 'my-own' }]);
  });

  it('offers the newest earlier prompts in one line each, and asks the whole of one again', () => {
    const long = `Why\n${'is that so '.repeat(20)}?`;
    const recentPrompts = [long, ...Array.from({ length: 30 }, (_, index) => `Prompt ${index}`)];
    const shown = options('recent', { recentPrompts });
    expect(shown).toHaveLength(MOST_RECENT);
    expect(shown[0]).toMatchObject({ checked: null, command: { kind: 'ask-again', prompt: long } });
    expect(shown[0]?.label).toMatch(/^Why is that so .*…$/u);
    expect(shown[0]?.label.length).toBeLessThanOrEqual(LONGEST_LABEL);
    expect(options('recent', {})).toEqual([]);
  });

  it('shows the hotkey that really works', () => {
    const accelerator = 'Alt+Shift+Space';
    expect(item('ask', { hotkey: { kind: 'active', accelerator, wanted: 'X' } })).toMatchObject({
      accelerator,
    });
    expect(item('ask', { hotkey: { kind: 'unavailable', wanted: 'X' } })).toMatchObject({
      accelerator: null,
    });
  });

  it('checks what is on', () => {
    expect(item('mute', { muted: true })).toMatchObject({ checked: true, command: { muted: false } });
    expect(item('mute')).toMatchObject({ checked: false, command: { muted: true } });
    expect(item('demo', { source: 'demo' })).toMatchObject({ checked: true });
    expect(item('demo', { source: 'custom' })).toMatchObject({ checked: false });
    expect(item('key', { key: { kind: 'stored' } })).toMatchObject({ label: 'Change API key…' });
  });
});

describe('state and tooltip', () => {
  it.each<[Partial<Snapshot>, string, string]>([
    [{}, 'idle', 'Aloud'],
    [{ connection: 'ready', answer: answer('done') }, 'idle', 'Aloud'],
    [{ muted: true }, 'idle', 'Aloud (muted)'],
    [{ connection: 'connecting' }, 'connecting', 'Aloud: connecting'],
    [{ connection: 'ready', answer: answer('waiting') }, 'connecting', 'Aloud: connecting'],
    [{ answer: answer('speaking'), problem }, 'speaking', 'Aloud: speaking'],
    [{ answer: answer('speaking'), muted: true }, 'speaking', 'Aloud: speaking (muted)'],
    [{ answer: answer('speaking'), paused: true, muted: true }, 'paused', 'Aloud: paused'],
    [{ answer: answer('waiting'), paused: true }, 'paused', 'Aloud: paused'],
    [{ problem, connection: 'connecting' }, 'error', 'Aloud: There is no network.'],
    [{ connection: 'failed' }, 'error', 'Aloud: not connected'],
    [{ connection: 'offline' }, 'error', 'Aloud: no network'],
    [{ connection: 'offline', answer: answer('speaking') }, 'speaking', 'Aloud: speaking'],
    [{ connection: 'retrying' }, 'connecting', 'Aloud: connecting'],
    [{ connection: 'retrying', problem }, 'error', 'Aloud: There is no network.'],
  ])('of %j', (changes, state, tooltip) => {
    expect(trayState(trayModel(changes))).toBe(state);
    expect(trayTooltip(trayModel(changes), en)).toBe(tooltip);
  });

  it('never show what was answered, and what was asked in the list of earlier prompts alone', () => {
    for (const phase of ['waiting', 'speaking', 'done', 'stopped', 'failed'] as const) {
      const model = trayModel({ answer: answer(phase), problem, recentPrompts: ['my prompt'] });
      const menu = trayMenu(model, en).filter((entry) => entry.kind === 'separator' || entry.id !== 'recent');
      expect(JSON.stringify([menu, trayTooltip(model, en)])).not.toMatch(/my prompt|my answer/u);
    }
  });
});

describe('the icon', () => {
  it('is of the kind that each system takes', () => {
    expect(trayIconNames('darwin', 'speaking', true, null)[0]).toBe('trayTemplate-speaking.png');
    expect(trayIconNames('win32', 'error', false, null)[0]).toBe('tray-error.ico');
    expect(trayIconNames('linux', 'idle', true, null)).toEqual([
      'tray-idle-dark.png',
      'tray-idle.png',
      'tray-idle.png',
    ]);
  });

  it('has a picture for each step of a movement, and the one that stands still where that is missing', () => {
    expect(trayIconNames('darwin', 'speaking', true, 0).slice(0, 2)).toEqual([
      'trayTemplate-speaking-1.png',
      'trayTemplate-speaking.png',
    ]);
    expect(trayIconNames('win32', 'connecting', true, 2)[0]).toBe('tray-connecting-3.ico');
    expect(trayIconNames('linux', 'speaking', false, 1).slice(0, 3)).toEqual([
      'tray-speaking-2-light.png',
      'tray-speaking-2.png',
      'tray-speaking-light.png',
    ]);
  });

  it('moves while Aloud speaks or connects, and not while it waits, fails or rests', () => {
    expect(trayPictures('speaking', 'ready')).toBe(3);
    expect(trayPictures('connecting', 'connecting')).toBe(3);
    expect(trayPictures('connecting', 'ready')).toBe(3);
    expect(trayPictures('connecting', 'retrying')).toBe(0);
    for (const state of ['idle', 'paused', 'error'] as const) expect(trayPictures(state, 'ready')).toBe(0);
  });
});
