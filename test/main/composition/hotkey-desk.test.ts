import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import type { HotkeyDesk } from '../../../src/main/composition/hotkey-desk';
import { createHotkeyDesk } from '../../../src/main/composition/hotkey-desk';
import type { Settings } from '../../../src/main/settings/schema';
import { DEFAULT_SETTINGS } from '../../../src/main/settings/schema';
import type { SettingsStore } from '../../../src/main/settings/store';
import { FakeClock } from '../../fakes/clock';
import { globalShortcut } from '../../fakes/electron';
import { freshState } from '../../fakes/fresh-state';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

const USUAL = DEFAULT_SETTINGS.hotkey;
const onPress = vi.fn();
const onProved = vi.fn();
let settings: Settings;
let listeners: ((value: Settings, former: Settings) => void)[];
let store: Store;
let desk: HotkeyDesk;
let clock: FakeClock;

function set(change: Partial<Settings>): void {
  const former = settings;
  settings = { ...settings, ...change };
  for (const listener of listeners) listener(settings, former);
}

const registered = () => [...globalShortcut.registered.keys()];
const press = (accelerator: string) => {
  clock.advance(1000);
  globalShortcut.registered.get(accelerator)?.();
};

beforeEach(() => {
  vi.clearAllMocks();
  globalShortcut.registered.clear();
  globalShortcut.taken.clear();
  settings = DEFAULT_SETTINGS;
  listeners = [];
  clock = new FakeClock();
  store = createStore(freshState());
  desk = createHotkeyDesk({
    platform: 'linux',
    store,
    settings: {
      get value() {
        return settings;
      },
      set,
      subscribe: (listener) => {
        listeners.push(listener);
        return () => undefined;
      },
    } satisfies Pick<SettingsStore, 'value' | 'set' | 'subscribe'>,
    log: new FakeLog(),
    now: clock.now,
    onPress,
    onProved,
  });
});

describe('another hotkey', () => {
  it('takes the place of the former at once, and is remembered', async () => {
    expect(await desk.calls.changeHotkey('Alt+K', false)).toEqual({ kind: 'set' });
    expect(registered()).toEqual(['Alt+K']);
    expect(settings.hotkey).toBe('Alt+K');
    expect(store.state.hotkey).toEqual({ kind: 'active', accelerator: 'Alt+K', wanted: 'Alt+K' });
    press('Alt+K');
    expect(onPress).toHaveBeenCalledOnce();
  });

  it('that another program holds leaves the former where it was', async () => {
    globalShortcut.taken.add('Alt+K');
    expect(await desk.calls.changeHotkey('Alt+K', false)).toEqual({ kind: 'taken' });
    expect(registered()).toEqual([USUAL]);
    expect(settings.hotkey).toBe(USUAL);
  });

  it('that cannot work is refused, and one that is used already is taken by who is sure', async () => {
    expect(await desk.calls.changeHotkey('Shift+K', true)).toEqual({ kind: 'refused', why: 'shift-alone' });
    expect(await desk.calls.changeHotkey('F5', false)).toEqual({ kind: 'used', by: 'programs' });
    expect(registered()).toEqual([USUAL]);
    expect(await desk.calls.changeHotkey('F5', true)).toEqual({ kind: 'set' });
    expect(registered()).toEqual(['F5']);
  });

  it('comes with a reset', () => {
    void desk.calls.changeHotkey('Alt+K', false);
    set({ hotkey: USUAL });
    expect(registered()).toEqual([USUAL]);
  });
});

describe('while keys are recorded', () => {
  it('none is registered, and afterwards the former is again', async () => {
    await desk.calls.recordHotkey(true);
    expect(registered()).toEqual([]);
    await desk.calls.recordHotkey(false);
    expect(registered()).toEqual([USUAL]);
  });

  it('one that is taken by another leaves the keyboard to the page', async () => {
    await desk.calls.recordHotkey(true);
    globalShortcut.taken.add('Alt+K');
    await desk.calls.changeHotkey('Alt+K', false);
    expect(registered()).toEqual([]);
    await desk.calls.changeHotkey('Alt+L', false);
    await desk.calls.recordHotkey(false);
    expect(registered()).toEqual(['Alt+L']);
  });

  it('a window that goes away gives it back', async () => {
    await desk.calls.recordHotkey(true);
    desk.leave();
    desk.leave();
    expect(registered()).toEqual([USUAL]);
  });
});

describe('a proof', () => {
  it('is a press that opens nothing, until it is over', async () => {
    await desk.calls.proveHotkey(true);
    press(USUAL);
    expect(onProved).toHaveBeenCalledOnce();
    expect(onPress).not.toHaveBeenCalled();
    await desk.calls.proveHotkey(false);
    press(USUAL);
    expect(onPress).toHaveBeenCalledOnce();
    await desk.calls.proveHotkey(true);
    desk.leave();
    press(USUAL);
    expect(onPress).toHaveBeenCalledTimes(2);
  });
});

it('leaves nothing registered behind', () => {
  desk.dispose();
  expect(registered()).toEqual([]);
});
