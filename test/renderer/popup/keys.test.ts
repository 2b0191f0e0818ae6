import { describe, expect, test } from 'vitest';
import {
  type KeyContext,
  type KeyPress,
  keyMeaning,
  type PromptCaret,
} from '../../../src/renderer/popup/keys';

const press = (key: string, change: Partial<KeyPress> = {}): KeyPress => ({
  key,
  shift: false,
  alt: false,
  command: false,
  shortcut: false,
  composing: false,
  repeat: false,
  ...change,
});
const caret = (change: Partial<PromptCaret> = {}): PromptCaret => ({
  empty: false,
  oneLine: true,
  atStart: false,
  atEnd: true,
  recalled: false,
  ...change,
});
const context = (change: Partial<KeyContext> = {}): KeyContext => ({
  view: 'ask',
  answering: false,
  prompt: caret(),
  spaceTaken: false,
  ...change,
});
const lines = (change: Partial<PromptCaret> = {}) =>
  context({ prompt: caret({ oneLine: false, ...change }) });

describe('Enter', () => {
  test('asks', () => expect(keyMeaning(press('Enter'), context())).toBe('ask'));
  test('asks with Ctrl or Command too', () =>
    expect(keyMeaning(press('Enter', { command: true }), context())).toBe('ask'));
  test.each<Partial<KeyPress>>([{ shift: true }, { alt: true }, { composing: true }, { repeat: true }])(
    'is left to the browser with %o',
    (change) => expect(keyMeaning(press('Enter', change), context())).toBeNull(),
  );
  test('is left to the button that has the focus', () =>
    expect(keyMeaning(press('Enter'), context({ prompt: null }))).toBeNull());
});

describe('Esc', () => {
  test('stops an answer', () =>
    expect(keyMeaning(press('Escape'), context({ answering: true }))).toBe('stop'));
  test('hides when there is none', () => expect(keyMeaning(press('Escape'), context())).toBe('hide'));
  test('works wherever the focus is', () =>
    expect(keyMeaning(press('Escape'), context({ prompt: null }))).toBe('hide'));
  test('leaves the key view first', () =>
    expect(keyMeaning(press('Escape'), context({ view: 'key', answering: true }))).toBe('back'));
  test('held down does not stop and then hide', () =>
    expect(keyMeaning(press('Escape', { repeat: true }), context())).toBeNull());
  test('belongs to the input method while it composes', () =>
    expect(keyMeaning(press('Escape', { composing: true }), context())).toBeNull());
});

describe('the space bar', () => {
  const empty = (change: Partial<KeyContext> = {}) =>
    context({ answering: true, prompt: caret({ empty: true }), spaceTaken: true, ...change });

  test('pauses from an empty prompt, also beside the key view', () => {
    expect(keyMeaning(press(' '), empty())).toBe('pause');
    expect(keyMeaning(press(' '), empty({ view: 'key' }))).toBe('pause');
  });
  test('pauses when the focus is on the page', () =>
    expect(keyMeaning(press(' '), empty({ prompt: null, spaceTaken: false }))).toBe('pause'));
  test('is left to the button or field that has the focus', () =>
    expect(keyMeaning(press(' '), empty({ prompt: null }))).toBeNull());
  test('is typed where there is text', () =>
    expect(keyMeaning(press(' '), empty({ prompt: caret() }))).toBeNull());
  test('is typed when nothing sounds', () => {
    expect(keyMeaning(press(' '), empty({ answering: false }))).toBeNull();
    expect(keyMeaning(press(' ', { repeat: true }), empty({ answering: false }))).toBeNull();
  });
  test.each<Partial<KeyPress>>([{ shift: true }, { alt: true }, { command: true }, { composing: true }])(
    'is left to the browser with %o',
    (change) => {
      expect(keyMeaning(press(' ', change), empty())).toBeNull();
      expect(keyMeaning(press(' ', change), empty({ prompt: null, spaceTaken: false }))).toBeNull();
    },
  );
  test('held down pauses once, and types nothing', () =>
    expect(keyMeaning(press(' ', { repeat: true }), empty())).toBe('nothing'));
});

describe('the shortcut with N', () => {
  const shortcut = { command: true, shortcut: true };

  test.each(['n', 'N'])('begins a new conversation, wherever the focus is: %s', (key) => {
    expect(keyMeaning(press(key, shortcut), context())).toBe('new-conversation');
    expect(keyMeaning(press(key, shortcut), lines({ atEnd: false }))).toBe('new-conversation');
    expect(keyMeaning(press(key, shortcut), context({ prompt: null, answering: true }))).toBe(
      'new-conversation',
    );
  });
  test('held down does it once', () =>
    expect(keyMeaning(press('n', { ...shortcut, repeat: true }), context())).toBe('nothing'));
  test('is left alone with another key, and beside the key view', () => {
    expect(keyMeaning(press('n', { command: true }), context())).toBeNull();
    expect(keyMeaning(press('m', shortcut), context())).toBeNull();
    expect(keyMeaning(press('n', shortcut), context({ view: 'key' }))).toBeNull();
  });
});

describe('the key of the settings', () => {
  const shortcut = { command: true, shortcut: true };

  test('opens them, wherever the focus is, and held down once', () => {
    expect(keyMeaning(press(',', shortcut), context())).toBe('settings');
    expect(keyMeaning(press(',', shortcut), context({ prompt: null, view: 'key' }))).toBe('settings');
    expect(keyMeaning(press(',', { ...shortcut, repeat: true }), context())).toBe('nothing');
  });
  test('is a sign like others with another key or none', () => {
    expect(keyMeaning(press(','), context())).toBeNull();
    expect(keyMeaning(press(',', { command: true }), context())).toBeNull();
    expect(keyMeaning(press('.', shortcut), context())).toBeNull();
  });
});

describe('the arrows', () => {
  test('go through earlier prompts on a single line', () => {
    expect(keyMeaning(press('ArrowUp'), context())).toBe('earlier');
    expect(keyMeaning(press('ArrowDown'), context({ prompt: caret({ recalled: true }) }))).toBe('later');
  });
  test('move the caret inside several lines', () => {
    expect(keyMeaning(press('ArrowUp'), lines())).toBeNull();
    expect(keyMeaning(press('ArrowDown'), lines({ recalled: true, atEnd: false }))).toBeNull();
  });
  test('leave several lines at their edges', () => {
    expect(keyMeaning(press('ArrowUp'), lines({ atStart: true, atEnd: false }))).toBe('earlier');
    expect(keyMeaning(press('ArrowDown'), lines({ recalled: true }))).toBe('later');
  });
  test('go on past a recalled prompt of several lines', () =>
    expect(keyMeaning(press('ArrowUp'), lines({ recalled: true }))).toBe('earlier'));
  test('do nothing of ours with nothing recalled', () =>
    expect(keyMeaning(press('ArrowDown'), context())).toBeNull());
  test.each<Partial<KeyPress>>([{ shift: true }, { alt: true }, { command: true }])(
    'are left to the browser with %o',
    (change) => expect(keyMeaning(press('ArrowUp', change), context())).toBeNull(),
  );
});

test('Page Up and Page Down scroll the answer from a prompt of one line', () => {
  expect(keyMeaning(press('PageUp'), context())).toBe('page-up');
  expect(keyMeaning(press('PageDown'), context())).toBe('page-down');
  expect(keyMeaning(press('PageDown'), lines())).toBeNull();
});

describe('letters', () => {
  test('are typed', () => expect(keyMeaning(press('a'), context())).toBeNull());
  test.each(['a', 'é', '彩', '🌈', '/'])('go to the prompt when the focus is elsewhere: %s', (key) =>
    expect(keyMeaning(press(key), context({ prompt: null }))).toBe('type'),
  );
  test('so does what is pasted, but not what is copied', () => {
    expect(keyMeaning(press('v', { command: true }), context({ prompt: null }))).toBe('type');
    expect(keyMeaning(press('c', { command: true }), context({ prompt: null }))).toBeNull();
  });
  test.each([' ', 'Enter', 'Tab', 'ArrowUp', 'F5'])('%j stays with the button that has the focus', (key) =>
    expect(keyMeaning(press(key), context({ prompt: null, spaceTaken: true }))).toBeNull(),
  );
  test('stay in the field for the key', () =>
    expect(keyMeaning(press('a'), context({ view: 'key', prompt: null }))).toBeNull());
});
