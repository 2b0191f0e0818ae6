// @vitest-environment happy-dom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isHotkey } from '../../../src/main/shell/hotkey-choice';
import { chordOf, type KeyDown } from '../../../src/renderer/settings/chord';
import { PROOF_MS } from '../../../src/renderer/settings/shortcut-model';
import { settingsSnapshot } from '../../fakes/settings-snapshot';
import { useSettings } from './use-settings';

const none = { ctrl: false, alt: false, shift: false, meta: false };

describe('what is pressed', () => {
  test.each([
    [{ ...none, key: 'Control', code: 'ControlLeft', ctrl: true }, 'linux', 'partial', 'CommandOrControl'],
    [{ ...none, key: 'Shift', code: 'ShiftLeft' }, 'linux', 'partial', ''],
    [{ ...none, key: 'k', code: 'KeyK', ctrl: true, alt: true }, 'linux', 'whole', 'CommandOrControl+Alt+K'],
    [{ ...none, key: 'k', code: 'KeyK', meta: true }, 'win32', 'whole', 'Super+K'],
    [
      { ...none, key: 'k', code: 'KeyK', meta: true, ctrl: true },
      'darwin',
      'whole',
      'CommandOrControl+Control+K',
    ],
    // On a French keyboard the key that is A elsewhere is Q.
    [{ ...none, key: 'q', code: 'KeyA', ctrl: true }, 'linux', 'whole', 'CommandOrControl+Q'],
    [{ ...none, key: 'å', code: 'KeyA', alt: true }, 'darwin', 'whole', 'Alt+A'],
    [
      { ...none, key: '!', code: 'Digit1', ctrl: true, shift: true },
      'linux',
      'whole',
      'CommandOrControl+Shift+1',
    ],
    [{ ...none, key: ' ', code: 'Space', ctrl: true }, 'linux', 'whole', 'CommandOrControl+Space'],
    [{ ...none, key: 'F5', code: 'F5' }, 'linux', 'whole', 'F5'],
    [{ ...none, key: 'ArrowUp', code: 'ArrowUp', alt: true }, 'linux', 'whole', 'Alt+Up'],
    [{ ...none, key: 'ß', code: 'Minus', alt: true }, 'linux', 'unknown', 'Alt'],
    [{ ...none, key: 'Dead', code: 'BracketLeft', alt: true }, 'linux', 'unknown', 'Alt'],
  ] as const)('%j on %s is %s %s', (press, platform, kind, accelerator) => {
    expect(chordOf(press, platform)).toEqual({ kind, accelerator });
  });

  test('is written as Electron reads it, whatever it is', () => {
    const press: fc.Arbitrary<KeyDown> = fc.record({
      key: fc.oneof(
        fc.string({ minLength: 1, maxLength: 3 }),
        fc.constantFrom('a', 'Z', ' ', 'F24', 'F25', 'Enter'),
      ),
      code: fc.oneof(fc.string(), fc.constantFrom('KeyA', 'Digit0', 'Minus')),
      ctrl: fc.constant(true),
      alt: fc.boolean(),
      shift: fc.boolean(),
      meta: fc.boolean(),
    });
    fc.assert(
      fc.property(press, fc.constantFrom('darwin', 'win32', 'linux'), (down, platform) => {
        const chord = chordOf(down, platform);
        if (chord.kind === 'whole') expect(isHotkey(chord.accelerator)).toBe(true);
      }),
    );
  });
});

describe('the shortcut', () => {
  const page = useSettings();
  const { api, calls, click, show, receive, text, wait, hotkeyPressed } = page;
  const snapshot = settingsSnapshot();
  const keys = () => page.all('.chord kbd').map((each) => each.textContent);
  const box = () => page.all('.recorder-box')[0];
  const press = async (key: string, code: string, init: KeyboardEventInit = {}, type = 'keydown') => {
    const event = new KeyboardEvent(type, { key, code, bubbles: true, cancelable: true, ...init });
    box()?.dispatchEvent(event);
    await page.settle();
    return event.defaultPrevented;
  };

  test('is shown with the keys of the keyboard, and what became of it', async () => {
    await show(snapshot, 'shortcut');
    expect(keys()).toEqual(['Ctrl', 'Shift', 'Space']);
    await show({ ...snapshot, platform: 'darwin' }, 'shortcut');
    expect(keys()).toEqual(['⌘', '⇧', 'Space']);
    const wanted = 'CommandOrControl+Shift+Space';
    await receive({ ...snapshot, hotkey: { kind: 'active', accelerator: 'Alt+Shift+Space', wanted } });
    expect(text()).toContain('Ctrl+Shift+Space is held by another program');
    await receive({ ...snapshot, hotkey: { kind: 'unavailable', wanted } });
    expect(text()).toContain('could not be set up');
    expect(text()).not.toContain('Try it');
  });

  test('is recorded as it is pressed, set, and then proved', async () => {
    await show(snapshot, 'shortcut');
    await click('Change…');
    expect(calls()).toEqual([['recordHotkey', true]]);
    expect(document.activeElement).toBe(box());
    expect(box()?.textContent).toBe('Press the new shortcut');
    await press('Control', 'ControlLeft', { ctrlKey: true });
    expect(keys()).toEqual(['Ctrl']);
    // Its name holds what it shows.
    expect(box()?.textContent).toBe('Press the new shortcutCtrl');
    await press('Control', 'ControlLeft', {}, 'keyup');
    expect(keys()).toEqual([]);
    await press('k', 'KeyK', { ctrlKey: true, altKey: true });
    expect(calls().slice(1)).toEqual([
      ['changeHotkey', 'CommandOrControl+Alt+K', false],
      ['recordHotkey', false],
      ['proveHotkey', true],
    ]);
    const accelerator = 'CommandOrControl+Alt+K';
    await receive({ ...snapshot, hotkey: { kind: 'active', accelerator, wanted: accelerator } });
    expect(text()).toContain('Press Ctrl+Alt+K now');
    await wait(PROOF_MS);
    expect(text()).toContain('Nothing has come.');
    await hotkeyPressed();
    expect(text()).toContain('Ctrl+Alt+K works.');
    expect(calls().at(-1)).toEqual(['proveHotkey', false]);
  });

  test('that cannot be is told so, and the recording goes on', async () => {
    await show(snapshot, 'shortcut');
    await click('Change…');
    api().answers = { changeHotkey: { kind: 'refused', why: 'editing' } };
    await press('c', 'KeyC', { ctrlKey: true });
    expect(text()).toContain('nobody could copy, paste or undo');
    api().answers = { changeHotkey: { kind: 'taken' } };
    await press('l', 'KeyL', { ctrlKey: true, altKey: true });
    expect(text()).toContain('Ctrl+Alt+L is held by another program.');
    // It stays to be seen while the keys come up again.
    await press('l', 'KeyL', { ctrlKey: true }, 'keyup');
    expect(keys()).toEqual(['Ctrl', 'Alt', 'L']);
    await press('ß', 'Minus', { altKey: true });
    expect(text()).toContain('This key cannot open Aloud.');
    await press('Alt', 'AltLeft', { ctrlKey: true }, 'keyup');
    expect(text()).toContain('This key cannot open Aloud.');
    // What was said goes with the next beginning, not with the end of the last.
    await press('Alt', 'AltLeft', { altKey: true });
    expect(text()).not.toContain('This key cannot');
  });

  test('that is used already is taken by who insists', async () => {
    await show(snapshot, 'shortcut');
    await click('Change…');
    api().answers = { changeHotkey: { kind: 'used', by: 'terminal' } };
    await press('t', 'KeyT', { ctrlKey: true, altKey: true });
    expect(text()).toContain('Ctrl+Alt+T opens a terminal. Aloud would take it away.');
    api().answers = {};
    await click('Use it anyway');
    expect(calls()).toContainEqual(['changeHotkey', 'CommandOrControl+Alt+T', true]);
    expect(text()).toContain('now');
  });

  test('keeps every key while it is recorded, and lets go with Esc, a button, or another section', async () => {
    await show(snapshot, 'shortcut');
    api().answers = { changeHotkey: { kind: 'taken' } };
    await click('Change…');
    expect(await press('w', 'KeyW', { ctrlKey: true })).toBe(true);
    expect(calls()).not.toContainEqual(['closeSettings']);
    expect(await press('Tab', 'Tab')).toBe(true);
    await press('Escape', 'Escape');
    expect(calls().at(-1)).toEqual(['recordHotkey', false]);
    await click('Change…');
    await click('Keep the present one');
    expect(calls().at(-1)).toEqual(['recordHotkey', false]);
    await click('Try it');
    await show(snapshot, 'sound');
    await page.settle();
    expect(calls().at(-1)).toEqual(['proveHotkey', false]);
  });

  test('of a desktop is a line to copy, of the running one first', async () => {
    const commands = [
      { desktop: 'sway', command: 'echo sway' },
      { desktop: 'gnome', command: 'echo gnome' },
    ] as const;
    await show({ ...snapshot, desktopShortcuts: { wayland: true, desktop: 'sway', commands } }, 'shortcut');
    expect(text()).toContain('Under Wayland programs get a shortcut only through the desktop');
    expect(page.all('.command code')[0]?.textContent).toBe('echo sway');
    const select = page.field('Desktop');
    select.value = 'gnome';
    select.dispatchEvent(new Event('change', { bubbles: true }));
    await page.settle();
    expect(page.all('.command code')[0]?.textContent).toBe('echo gnome');
    await click('Try it');
    await wait(PROOF_MS);
    expect(text()).toContain('Under Wayland the desktop decides');
  });
});
