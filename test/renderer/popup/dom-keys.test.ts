// @vitest-environment happy-dom
import { beforeEach, describe, expect, test } from 'vitest';
import type { Snapshot } from '../../../src/preload/contract';
import { keyPress, promptCaret, takesSpace } from '../../../src/renderer/popup/dom-keys';

const press = (init: KeyboardEventInit, platform: Snapshot['platform'] = 'linux') =>
  keyPress(new KeyboardEvent('keydown', { key: 'n', ...init }), platform);

describe('keyPress', () => {
  test('tells the key and what is held with it', () => {
    expect(press({ key: 'Enter', shiftKey: true, altKey: true, repeat: true, isComposing: true })).toEqual({
      key: 'Enter',
      shift: true,
      alt: true,
      command: false,
      shortcut: false,
      composing: true,
      repeat: true,
    });
  });

  test.each([{ ctrlKey: true }, { metaKey: true }])('%j is a command on every system', (init) => {
    for (const platform of ['linux', 'darwin', 'win32'] as const) {
      expect(press(init, platform).command).toBe(true);
    }
  });

  test.each<[KeyboardEventInit, boolean, boolean]>([
    [{ ctrlKey: true }, true, false],
    [{ metaKey: true }, false, true],
    [{ ctrlKey: true, metaKey: true }, false, false],
    [{ ctrlKey: true, altKey: true }, false, false],
    [{ ctrlKey: true, shiftKey: true }, false, false],
    [{ metaKey: true, altKey: true }, false, false],
    [{ metaKey: true, shiftKey: true }, false, false],
    [{}, false, false],
  ])('%j begins a shortcut: %s, and on a Mac: %s', (init, elsewhere, mac) => {
    expect(press(init, 'linux').shortcut).toBe(elsewhere);
    expect(press(init, 'win32').shortcut).toBe(elsewhere);
    expect(press(init, 'darwin').shortcut).toBe(mac);
  });
});

describe('promptCaret', () => {
  let field: HTMLTextAreaElement;

  /** `lines`: as many as the text takes on the screen. */
  const caret = (text: string, start: number, end = start, lines = 1) => {
    field.value = text;
    field.setSelectionRange(start, end);
    Object.defineProperty(field, 'scrollHeight', { value: lines * 20, configurable: true });
    return promptCaret(field, false);
  };

  beforeEach(() => {
    field = document.createElement('textarea');
    field.style.lineHeight = '20px';
    document.body.replaceChildren(field);
  });

  test('stands at the start, at the end, at both or between', () => {
    expect(caret('Why?', 0)).toMatchObject({ atStart: true, atEnd: false });
    expect(caret('Why?', 4)).toMatchObject({ atStart: false, atEnd: true });
    expect(caret('Why?', 2)).toMatchObject({ atStart: false, atEnd: false });
    expect(caret('', 0)).toMatchObject({ atStart: true, atEnd: true });
  });

  test('is at neither end while something is selected', () => {
    expect(caret('Why?', 0, 2)).toMatchObject({ atStart: false, atEnd: false });
    expect(caret('Why?', 2, 4)).toMatchObject({ atStart: false, atEnd: false });
    expect(caret('Why?', 0, 4)).toMatchObject({ atStart: false, atEnd: false });
  });

  test('knows one line from two, be they typed or wrapped', () => {
    expect(caret('Why?', 0).oneLine).toBe(true);
    expect(caret('Why?\nHow?', 0, 0, 2).oneLine).toBe(false);
    // Not yet measured, a line break alone tells.
    expect(caret('Why?\nHow?', 0, 0, 1).oneLine).toBe(false);
    expect(caret('A long question', 0, 0, 2).oneLine).toBe(false);
    expect(caret('A long question', 0, 0, 1.9).oneLine).toBe(true);
  });

  test('is in an empty field only where not even a space stands', () => {
    expect(caret('', 0).empty).toBe(true);
    expect(caret(' ', 0).empty).toBe(false);
  });

  test('says whether an earlier prompt was recalled', () => {
    expect(promptCaret(field, true).recalled).toBe(true);
    expect(promptCaret(field, false).recalled).toBe(false);
  });
});

describe('takesSpace', () => {
  test.each([
    ['<button></button>', true],
    ['<button><i id="focus"></i></button>', true],
    ['<input>', true],
    ['<input type="checkbox">', true],
    ['<input type="range">', false],
    ['<textarea></textarea>', true],
    ['<select></select>', true],
    ['<a href="#"></a>', true],
    ['<a></a>', false],
    ['<div tabindex="0"></div>', false],
  ])('%s: %s', (html, takes) => {
    document.body.innerHTML = html;
    const focus = document.querySelector('#focus') ?? document.body.firstElementChild;
    expect(takesSpace(focus)).toBe(takes);
  });

  test('nobody does where nothing has the focus', () => {
    expect(takesSpace(null)).toBe(false);
    expect(takesSpace(document)).toBe(false);
  });
});
