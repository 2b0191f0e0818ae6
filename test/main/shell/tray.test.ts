import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { TrayIcon } from '../../../src/main/shell/tray';
import { PICTURE_MS } from '../../../src/main/shell/tray-motion';
import type { AnswerView, Snapshot } from '../../../src/preload/contract';
import { FakeClock } from '../../fakes/clock';
import { nativeTheme, systemPreferences, Tray } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';
import { snapshot, trayModel } from '../../fakes/snapshot';

vi.mock('electron', () => import('../../fakes/electron'));

let iconDir = '';
let clock = new FakeClock();
let time = 0;
const now = () => time;
const onClick = vi.fn<(pressedAt: number) => void>();
const onCommand = vi.fn();

beforeEach(() => {
  iconDir = mkdtempSync(join(tmpdir(), 'aloud-tray-'));
  for (const state of ['idle', 'connecting', 'error']) writeFileSync(join(iconDir, `tray-${state}.png`), '');
  writeFileSync(join(iconDir, 'tray-idle-dark.png'), '');
  Tray.all.length = 0;
  nativeTheme.removeAllListeners();
  nativeTheme.shouldUseDarkColors = false;
  systemPreferences.reducedMotion = false;
  clock = new FakeClock();
  vi.clearAllMocks();
});

afterEach(() => rmSync(iconDir, { recursive: true }));

function open(platform: Snapshot['platform'] = 'linux'): { icon: TrayIcon; tray: Tray } {
  const isDesktopDark = (): boolean => nativeTheme.shouldUseDarkColors;
  const { schedule } = clock;
  const options = { platform, iconDir, log: new FakeLog(), schedule, isDesktopDark, now, onClick, onCommand };
  const icon = new TrayIcon(trayModel(), options);
  const tray = Tray.all.at(-1);
  if (tray === undefined) throw new Error('No tray was made');
  return { icon, tray };
}

function lastIcon(tray: Tray): string | undefined {
  return tray.images.at(-1)?.path.slice(iconDir.length + 1);
}

describe('drawing', () => {
  it('sends only what has changed', () => {
    const { icon, tray } = open();
    for (let round = 0; round < 5; round += 1) icon.render(trayModel());
    icon.render({ ...trayModel(), ...snapshot({ connection: 'ready', notices: [{ kind: 'outgrown' }] }) });
    expect(tray.images).toHaveLength(1);
    expect(tray.menus).toHaveLength(1);
    expect(tray.tooltips).toEqual(['Aloud']);
    icon.render(trayModel({ connection: 'connecting' }));
    expect(tray.images).toHaveLength(2);
    expect(tray.menus).toHaveLength(1);
    expect(tray.tooltips).toEqual(['Aloud', 'Aloud: connecting']);
    icon.render(trayModel({ muted: true }));
    expect(tray.menus).toHaveLength(2);
  });

  it('shows the state, and the plain icon where there is none for it', () => {
    const { icon, tray } = open();
    icon.render(trayModel({ connection: 'failed' }));
    expect(lastIcon(tray)).toBe('tray-error.png');
    const answer = {
      turn: 1,
      prompt: '',
      text: '',
      heardLength: 0,
      firstSoundMs: null,
      replay: 'none',
      cutOff: false,
    } satisfies Omit<AnswerView, 'phase'>;
    icon.render(trayModel({ answer: { ...answer, phase: 'speaking' } }));
    expect(lastIcon(tray)).toBe('tray-idle.png');
  });

  it('follows the theme', () => {
    const { tray } = open();
    nativeTheme.shouldUseDarkColors = true;
    nativeTheme.emit('updated');
    expect(lastIcon(tray)).toBe('tray-idle-dark.png');
  });

  it('makes templates on macOS', () => {
    const { tray } = open('darwin');
    expect(tray.images[0]?.setTemplateImage).toHaveBeenCalledWith(true);
  });
});

describe('movement', () => {
  function connecting(): { icon: TrayIcon; tray: Tray; shown: () => (string | undefined)[] } {
    for (const picture of [1, 2, 3]) writeFileSync(join(iconDir, `tray-connecting-${picture}.png`), '');
    const { icon, tray } = open();
    const model = trayModel({ connection: 'connecting' });
    icon.render(model);
    icon.render(model);
    return { icon, tray, shown: () => tray.images.map(({ path }) => path.slice(iconDir.length + 1, -4)) };
  }

  it('goes through the pictures of its state, round and round, and sets nothing else', () => {
    const { tray, shown } = connecting();
    clock.advance(3 * PICTURE_MS);
    expect(shown()).toEqual([
      'tray-idle',
      'tray-connecting-1',
      'tray-connecting-2',
      'tray-connecting-3',
      'tray-connecting-1',
    ]);
    expect(tray.menus).toHaveLength(1);
    expect(tray.tooltips).toHaveLength(2);
    expect(clock.waiting).toBe(1);
  });

  it('ends with the state, and nothing runs then', () => {
    const { icon, shown } = connecting();
    icon.render(trayModel());
    expect(clock.waiting).toBe(0);
    expect(shown().at(-1)).toBe('tray-idle');
  });

  it('is not there where the user wants nothing to move', () => {
    systemPreferences.reducedMotion = true;
    const { shown } = connecting();
    expect(shown()).toEqual(['tray-idle', 'tray-connecting']);
    expect(clock.waiting).toBe(0);
  });

  it('stands still while nobody can see it', () => {
    const { icon, shown } = connecting();
    icon.setSeen(false);
    expect(shown().at(-1)).toBe('tray-connecting');
    expect(clock.waiting).toBe(0);
    icon.render(trayModel({ connection: 'connecting', muted: true }));
    expect(clock.waiting).toBe(0);
    icon.setSeen(true);
    expect(shown().at(-1)).toBe('tray-connecting-1');
    expect(clock.waiting).toBe(1);
  });

  it('goes with the icon', () => {
    const { icon } = connecting();
    icon.dispose();
    expect(clock.waiting).toBe(0);
  });
});

describe('clicks', () => {
  it('on an item ask for its command', () => {
    const { tray } = open();
    tray.menus[0]?.click('about');
    tray.menus[0]?.click('quit');
    expect(onCommand.mock.calls).toEqual([[{ kind: 'about' }], [{ kind: 'quit' }]]);
  });

  it('on one of several choose it, and a name keeps its "&"', () => {
    const { icon, tray } = open();
    const devices = [{ id: 'a1', name: 'Bass & Brass' }];
    const chosen = { id: 'b2', name: 'Headset' };
    icon.render(trayModel({ output: { devices, chosen, active: null } }));
    const menu = tray.menus.at(-1);
    const output = menu?.template.find(({ id }) => id === 'output')?.submenu;
    expect(output).toMatchObject([
      { label: 'System’s own', type: 'radio', checked: false },
      { label: 'Bass && Brass', type: 'radio', checked: false },
      { label: 'Headset (not connected)', type: 'radio', checked: true, enabled: false },
    ]);
    menu?.click('output-1');
    menu?.click('volume-50');
    expect(onCommand.mock.calls).toEqual([[{ kind: 'output', id: 'a1' }], [{ kind: 'volume', volume: 0.5 }]]);
  });

  it('on an earlier prompt ask it again, and its "&" is shown; without any there is nothing to open', () => {
    const { icon, tray } = open();
    expect(tray.menus[0]?.template.find(({ id }) => id === 'recent')).toMatchObject({ enabled: false });
    icon.render(trayModel({ recentPrompts: ['Salt & pepper?'] }));
    const menu = tray.menus.at(-1);
    const recent = menu?.template.find(({ id }) => id === 'recent');
    expect(recent).toMatchObject({ enabled: true, submenu: [{ label: 'Salt && pepper?' }] });
    expect(recent?.submenu).not.toMatchObject([{ type: 'radio' }]);
    menu?.click('recent-0');
    expect(onCommand.mock.calls).toEqual([[{ kind: 'ask-again', prompt: 'Salt & pepper?' }]]);
  });

  it('turn a check mark back when the state did not follow', () => {
    const { tray } = open();
    tray.menus[0]?.click('mute');
    expect(tray.menus).toHaveLength(2);
    expect(tray.menus[1]?.template.find((item) => item.id === 'mute')).toMatchObject({ checked: false });
  });

  it('on the icon open the popup', () => {
    const { tray } = open();
    time = 70;
    tray.emit('click');
    expect(onClick).toHaveBeenCalledExactlyOnceWith(70);
  });

  it('on macOS are told with the moment at which the button went down', () => {
    const { tray } = open('darwin');
    time = 100;
    tray.emit('mouse-down');
    time = 900;
    tray.emit('click');
    tray.emit('click');
    expect(onClick.mock.calls).toEqual([[100], [900]]);
  });

  it('on macOS open the menu with the other button, which leaves the first to the popup', () => {
    const { tray } = open('darwin');
    expect(tray.menus).toEqual([]);
    tray.emit('right-click');
    expect(tray.popUpContextMenu).toHaveBeenCalledOnce();
  });
});

it('leaves nothing behind', () => {
  const { icon, tray } = open();
  icon.dispose();
  icon.dispose();
  expect(tray.destroyed).toBe(true);
  expect(nativeTheme.listenerCount('updated')).toBe(0);
});
