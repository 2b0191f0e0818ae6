import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Hotkey } from '../../../src/main/shell/hotkey';
import {
  chooseHotkey,
  DEFAULT_HOTKEY,
  FALLBACK_HOTKEYS,
  isHotkey,
} from '../../../src/main/shell/hotkey-choice';
import { FakeClock } from '../../fakes/clock';
import { globalShortcut } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

describe('chooseHotkey', () => {
  it('takes the wanted one when it is free', () => {
    const view = chooseHotkey('Control+Alt+K', () => true);
    expect(view).toEqual({ kind: 'active', accelerator: 'Control+Alt+K', wanted: 'Control+Alt+K' });
  });

  it('takes the first free one of the others, and says what was wanted', () => {
    const view = chooseHotkey(DEFAULT_HOTKEY, (accelerator) => accelerator === 'CommandOrControl+Alt+Space');
    expect(view).toEqual({
      kind: 'active',
      accelerator: 'CommandOrControl+Alt+Space',
      wanted: DEFAULT_HOTKEY,
    });
  });

  it('tries each once', () => {
    const register = vi.fn(() => false);
    expect(chooseHotkey(DEFAULT_HOTKEY, register)).toEqual({ kind: 'unavailable', wanted: DEFAULT_HOTKEY });
    expect(register.mock.calls.map(([accelerator]: string[]) => accelerator)).toEqual(FALLBACK_HOTKEYS);
  });

  it('goes on when registering throws, or the wanted one is nonsense', () => {
    const view = chooseHotkey('Hello', (accelerator) => {
      if (accelerator === DEFAULT_HOTKEY) throw new TypeError('conversion failure');
      return true;
    });
    expect(view).toEqual({ kind: 'active', accelerator: 'Alt+Shift+Space', wanted: 'Hello' });
  });
});

describe('isHotkey', () => {
  it.each(['CommandOrControl+Shift+Space', 'Alt+A', 'F12', 'Shift+F5', 'Super+1', ...FALLBACK_HOTKEYS])(
    'takes %s',
    (text) => {
      expect(isHotkey(text)).toBe(true);
    },
  );

  it.each([
    '',
    'A',
    'Shift+A',
    'Space',
    'Control',
    'Control+',
    '+',
    'Control+Control+A',
    'Hyper+A',
    'F25',
    'Control+a',
  ])('refuses %j', (text) => {
    expect(isHotkey(text)).toBe(false);
  });
});

describe('Hotkey', () => {
  const onPress = vi.fn();
  let clock = new FakeClock();
  let hotkey: Hotkey;

  beforeEach(() => {
    globalShortcut.registered.clear();
    globalShortcut.taken.clear();
    onPress.mockClear();
    clock = new FakeClock();
    hotkey = new Hotkey({ log: new FakeLog(), now: clock.now, onPress });
  });

  it('takes another when the wanted one belongs to another program', () => {
    globalShortcut.taken.add(DEFAULT_HOTKEY);
    expect(hotkey.activate(DEFAULT_HOTKEY)).toMatchObject({ kind: 'active', accelerator: 'Alt+Shift+Space' });
    globalShortcut.registered.get('Alt+Shift+Space')?.();
    expect(onPress).toHaveBeenCalledOnce();
  });

  it('lets the former one go when it changes, and the last one at the end', () => {
    hotkey.activate(DEFAULT_HOTKEY);
    hotkey.activate('Control+Alt+K');
    expect([...globalShortcut.registered.keys()]).toEqual(['Control+Alt+K']);
    hotkey.dispose();
    expect(globalShortcut.registered.size).toBe(0);
  });

  it('takes the repetition of a held key for no further press', () => {
    hotkey.activate(DEFAULT_HOTKEY);
    const press = globalShortcut.registered.get(DEFAULT_HOTKEY);
    for (let held = 0; held < 20; held += 1) {
      press?.();
      clock.advance(33);
    }
    expect(onPress).toHaveBeenCalledOnce();
    clock.advance(100);
    press?.();
    expect(onPress).toHaveBeenCalledTimes(2);
  });
});
