import { describe, expect, it } from 'vitest';
import type { ToggleSource, Visibility } from '../../../src/main/shell/popup-toggle';
import {
  HOTKEY_GRAB_MS,
  HOTKEY_GUARD_MS,
  TRAY_CLICK_GUARD_MS,
  toggleMeaning,
} from '../../../src/main/shell/popup-toggle';

const HOTKEY: ToggleSource = { kind: 'hotkey' };
const COMMAND: ToggleSource = { kind: 'command' };
const tray = (pressedAt: number): ToggleSource => ({ kind: 'tray', pressedAt });
const SINCE = 5000;
const lost: Visibility = { kind: 'hidden', since: SINCE, by: 'focus' };
const wished: Visibility = { kind: 'hidden', since: SINCE, by: 'wish' };
const visible: Visibility = { kind: 'visible', since: SINCE };

describe('a hidden popup', () => {
  it.each<[string, Visibility, ToggleSource, number, 'show' | 'nothing']>([
    ['is not reopened by the click that closed it', lost, tray(SINCE + 5), SINCE + 5, 'nothing'],
    ['is not reopened by it, told before', lost, tray(SINCE - 5), SINCE + 5, 'nothing'],
    ['is not reopened by a click held for long', lost, tray(SINCE + 5), SINCE + 900, 'nothing'],
    ['is opened by the next click', lost, tray(SINCE + TRAY_CLICK_GUARD_MS), SINCE + 999, 'show'],
    ['is opened by a click right after Esc', wished, tray(SINCE + 5), SINCE + 5, 'show'],
    ['is not reopened by the key that took its focus', lost, HOTKEY, SINCE + HOTKEY_GRAB_MS - 1, 'nothing'],
    ['is opened by the next key', lost, HOTKEY, SINCE + HOTKEY_GRAB_MS, 'show'],
    ['is opened by a key right after Esc', wished, HOTKEY, SINCE, 'show'],
    ['is opened by a command at any time', lost, COMMAND, SINCE, 'show'],
  ])('%s', (_name, state, source, now, meaning) => {
    expect(toggleMeaning(state, source, now, false)).toBe(meaning);
  });
});

describe('an open popup', () => {
  it.each<[string, ToggleSource, number, boolean, 'hide' | 'show' | 'nothing']>([
    ['is closed by the tray, which has its focus', tray(SINCE + 1), SINCE + 1, false, 'hide'],
    [
      'is not closed by the key that opened it, held down',
      HOTKEY,
      SINCE + HOTKEY_GUARD_MS - 1,
      true,
      'nothing',
    ],
    ['is closed by the next key', HOTKEY, SINCE + HOTKEY_GUARD_MS, true, 'hide'],
    ['is closed by a command at once', COMMAND, SINCE, true, 'hide'],
    ['is brought to the focus first by a key', HOTKEY, SINCE + HOTKEY_GUARD_MS, false, 'show'],
    ['is brought to the focus first by a command', COMMAND, SINCE, false, 'show'],
  ])('%s', (_name, source, now, isFocused, meaning) => {
    expect(toggleMeaning(visible, source, now, isFocused)).toBe(meaning);
  });

  it('that is still on its way comes', () => {
    for (const source of [HOTKEY, COMMAND, tray(0)])
      expect(toggleMeaning({ kind: 'waiting' }, source, SINCE, false)).toBe('nothing');
  });
});
