import { describe, expect, it } from 'vitest';
import { trayIconNames } from '../../../src/main/shell/tray-icon';
import type { TrayCommand, TrayItem } from '../../../src/main/shell/tray-menu';
import { trayMenu, trayState, trayTooltip } from '../../../src/main/shell/tray-menu';
import type { AnswerPhase, AnswerView, Problem, Snapshot } from '../../../src/preload/contract';
import { snapshot } from '../../fakes/snapshot';

function answer(phase: AnswerPhase): AnswerView {
  return { turn: 1, prompt: 'my prompt', text: 'my answer', heardLength: 0, phase, firstSoundMs: null };
}

const problem: Problem = {
  code: 'offline',
  title: 'There is no internet.',
  advice: 'Try again later.',
  actions: ['retry'],
  details: null,
};

function item(id: TrayCommand, changes: Partial<Snapshot> = {}): TrayItem | undefined {
  return trayMenu(snapshot(changes)).find(
    (candidate) => candidate.kind !== 'separator' && candidate.id === id,
  );
}

describe('the menu', () => {
  it('holds every action, in this order', () => {
    const labels = trayMenu(snapshot()).map((entry) => (entry.kind === 'separator' ? '-' : entry.label));
    expect(labels).toEqual([
      'Ask…',
      'Stop speaking',
      'Mute',
      '-',
      'API key…',
      'Use demo voice',
      '-',
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
    expect(item('mute', { muted: true })).toMatchObject({ checked: true });
    expect(item('mute')).toMatchObject({ checked: false });
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
    [{ problem, connection: 'connecting' }, 'error', 'Aloud: There is no internet.'],
    [{ connection: 'failed' }, 'error', 'Aloud: not connected'],
  ])('of %j', (changes, state, tooltip) => {
    expect(trayState(snapshot(changes))).toBe(state);
    expect(trayTooltip(snapshot(changes))).toBe(tooltip);
  });

  it('never shows what was asked or answered', () => {
    for (const phase of ['waiting', 'speaking', 'done', 'stopped', 'failed'] as const) {
      const model = snapshot({ answer: answer(phase), problem });
      expect(JSON.stringify([trayMenu(model), trayTooltip(model)])).not.toMatch(/my prompt|my answer/u);
    }
  });
});

it('wants the kind of icon that each system takes', () => {
  expect(trayIconNames('darwin', 'speaking', true)[0]).toBe('trayTemplate-speaking.png');
  expect(trayIconNames('win32', 'error', false)[0]).toBe('tray-error.ico');
  expect(trayIconNames('linux', 'idle', true)).toEqual([
    'tray-idle-dark.png',
    'tray-idle.png',
    'tray-idle.png',
  ]);
});
