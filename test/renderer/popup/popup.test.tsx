// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../../src/preload/contract';
import { Popup } from '../../../src/renderer/popup/popup';
import { createPopupModel, type PopupModel } from '../../../src/renderer/popup/popup-model';
import { FakeApi } from './fake-api';
import { idle, stories } from './stories';

let root: HTMLElement;
let api: FakeApi;
let model: PopupModel;

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  api = new FakeApi();
  model = createPopupModel(api, () => {});
});
afterEach(() => render(null, root));

async function show(snapshot: Snapshot, view: 'ask' | 'key' = 'ask'): Promise<void> {
  await act(() => {
    model.receive(snapshot);
    model.shown(view);
    render(<Popup model={model} level={() => 0} onHeight={() => {}} />, root);
  });
}
const receive = (snapshot: Snapshot) => act(() => model.receive(snapshot));

function one<E extends Element>(selector: string, type: new () => E): E {
  const found = root.querySelector(selector);
  if (!(found instanceof type)) throw new Error(`There is no ${selector}.`);
  return found;
}
const field = () => one('textarea', HTMLTextAreaElement);
const text = (selector: string) => one(selector, HTMLElement).textContent;
const button = (name: string): HTMLButtonElement => {
  const named = [...root.querySelectorAll('button')].find(
    (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
  );
  if (named === undefined) throw new Error(`There is no button “${name}”.`);
  return named;
};
const click = (name: string) => act(() => button(name).click());
const key = (name: string, init: KeyboardEventInit = {}) =>
  act(() => {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(
      new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init }),
    );
  });
const type = (words: string) =>
  act(() => {
    field().value = words;
    field().dispatchEvent(new Event('input', { bubbles: true }));
  });

describe('the prompt', () => {
  test('has the focus when the popup is shown, each time', async () => {
    await show(idle);
    expect(document.activeElement).toBe(field());
    field().blur();
    await act(() => model.shown('ask'));
    expect(document.activeElement).toBe(field());
  });

  test('is asked with Enter and leaves the field empty', async () => {
    await show(idle);
    await type('Why?');
    await key('Enter');
    expect(api.calls).toEqual([['ask', 'Why?']]);
    expect(field().value).toBe('');
  });

  test('takes what is typed after a click elsewhere', async () => {
    await show(idle);
    button('Mute').focus();
    await key('w');
    expect(document.activeElement).toBe(field());
  });

  test('is not asked while an input method composes', async () => {
    await show(idle);
    await type('にほん');
    await key('Enter', { isComposing: true });
    expect(api.calls).toEqual([]);
    expect(field().value).toBe('にほん');
  });

  test('brings earlier prompts with ↑ and the draft back with ↓', async () => {
    await show(stories.idle);
    await type('Half');
    await key('ArrowUp');
    await key('ArrowUp');
    expect(field().value).toBe('Count to five');
    await key('ArrowDown');
    await key('ArrowDown');
    expect(field().value).toBe('Half');
  });

  test('says beforehand how much room is left, and then that there is none', async () => {
    await show(idle);
    await type('x'.repeat(31_999));
    expect(text('.prompt-room')).toBe('1 character left');
    await type('x'.repeat(32_010));
    expect(text('.prompt-room[role=alert]')).toMatch(/^Too long by 10 characters/u);
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  test('is back in the field when its answer failed', async () => {
    await show(stories.waiting);
    await receive(stories.failed);
    expect(field().value).toBe('Why do rainbows have an arc?');
    expect(text('.problem [role=alert]')).toContain('Your question is back in the field.');
    await type('Something else');
    expect(text('.problem [role=alert]')).not.toContain('back in the field');
  });
});

describe('the answer', () => {
  test('shows what the server sent as text, never as markup', async () => {
    await show(stories.markup);
    expect(text('.answer-text')).toBe(stories.markup.answer?.text);
    expect(text('.answer-prompt')).toBe('<b>bold</b>');
    expect(root.querySelector('img, script, b')).toBeNull();
  });

  test('grows inside one text node, so that a selection in it stays', async () => {
    const grown = stories.speaking.answer;
    if (grown === null) throw new Error('The story has an answer.');
    await show({ ...stories.speaking, answer: { ...grown, text: 'A rainbow' } });
    const node = one('.answer-text', HTMLElement).firstChild;
    if (!(node instanceof Text)) throw new Error('The answer has a text node.');
    // Appending moves no selection; setting the data would.
    const append = vi.spyOn(node, 'appendData');
    await receive(stories.speaking);
    expect(one('.answer-text', HTMLElement).firstChild).toBe(node);
    expect(text('.answer-text')).toBe(grown.text);
    expect(append).toHaveBeenCalledWith(grown.text.slice('A rainbow'.length));
  });

  test('is replaced by the next one, which is text just the same', async () => {
    const first = stories.speaking.answer;
    if (first === null) throw new Error('The story has an answer.');
    await show(stories.speaking);
    await receive({ ...stories.speaking, answer: { ...first, turn: 2, text: '<i>Another</i>' } });
    expect(text('.answer-text')).toBe('<i>Another</i>');
  });

  test('can be stopped by its button and by Esc; the next Esc hides', async () => {
    await show(stories.speaking);
    await click('Stop speaking');
    await key('Escape');
    await receive(stories.stopped);
    await key('Escape');
    expect(api.calls).toEqual([['stop'], ['stop'], ['hide']]);
    expect(text('.answer-end')).toBe('Stopped');
  });

  test('tells a screen reader its start and end, and none of its words', async () => {
    await show(stories.waiting);
    const told = () => text('[role=status]');
    await receive(stories.speaking);
    expect(told()).toBe('Answering');
    await receive(stories.done);
    expect(told()).toBe('Answer finished');
    expect(one('.answer-text', HTMLElement).closest('[aria-live], [role=status], [role=alert]')).toBeNull();
  });

  test('says how soon it sounded, whose voice it is, and that it is muted', async () => {
    await show(stories.muted);
    expect(text('.status-words')).toBe('ReadyOpenAIMutedfirst sound after 182 ms');
    expect(button('Mute').getAttribute('aria-pressed')).toBe('true');
    await click('Mute');
    expect(api.calls).toEqual([['setMuted', false]]);
  });
});

describe('a problem', () => {
  test('is an alert with what to do, and its buttons do it', async () => {
    await show(stories.offline);
    expect(text('.problem [role=alert]')).toBe(
      'There is no answer from the server.Check that the network is up, then try again.',
    );
    expect(text('.details code')).toBe('ECONNREFUSED 127.0.0.1:8787');
    await click('Try again');
    await click('Open the log');
    await click('Dismiss');
    expect(api.calls).toEqual([['retry'], ['openLog'], ['dismissProblem']]);
  });

  test('with the key leads to the key', async () => {
    await show(stories.failed);
    await click('Enter a key');
    expect(document.activeElement).toBe(one('.key-field', HTMLInputElement));
    await key('Escape');
    expect(document.activeElement).toBe(field());
    expect(api.calls).toEqual([]);
  });
});

describe('the first run', () => {
  test('offers key and demo voice under a prompt that works at once', async () => {
    await show(stories.firstRun);
    expect(document.activeElement).toBe(field());
    expect(text('.welcome')).toContain('Welcome to Aloud');
    await click('Stay with the demo voice');
    expect(api.calls).toEqual([['useDemo']]);
    await receive(idle);
    expect(root.querySelector('.welcome')).toBeNull();
  });

  test('keeps out of the way of an answer', async () => {
    await show(stories.firstRunAnswered);
    expect(text('.welcome')).not.toContain('Welcome');
    expect(text('.answer-text')).toContain('rainbow');
  });
});

describe('the key', () => {
  const keyField = () => one('.key-field', HTMLInputElement);
  const save = () =>
    act(async () => {
      one('form', HTMLFormElement).requestSubmit();
      // Main's answer has come when this task is done.
      await new Promise((resolve) => setTimeout(resolve));
    });

  test('is handed over trimmed, and is then gone from the page', async () => {
    await show(idle, 'key');
    keyField().value = ' sk-test-1 \n';
    await save();
    expect(api.calls).toEqual([['setKey', 'sk-test-1', true]]);
    expect(root.querySelector('.key-field')).toBeNull();
    expect(root.innerHTML).not.toContain('sk-test-1');
    expect(text('[role=status]')).toBe('Your key is kept, encrypted. Ask away.');
  });

  test('is hidden until the user wants to see it', async () => {
    await show(idle, 'key');
    expect(keyField().type).toBe('password');
    await click('Show the key');
    expect(keyField().type).toBe('text');
    await click('Hide the key');
    expect(keyField().type).toBe('password');
  });

  test('stays in the field when it is refused, with the reason', async () => {
    api.answers.setKey = { kind: 'refused', reason: 'This is no key.' };
    await show(idle, 'key');
    keyField().value = 'nonsense';
    await save();
    expect(text('.key-refused')).toBe('This is no key.');
    expect(keyField().value).toBe('nonsense');
  });

  test('that is empty is not handed over', async () => {
    await show(idle, 'key');
    await save();
    expect(api.calls).toEqual([]);
    expect(text('.key-refused')).toBe('Paste your key first.');
  });

  test('is kept for this run only when the user wants that', async () => {
    await show(idle, 'key');
    await act(() => one('input[type=checkbox]', HTMLInputElement).click());
    keyField().value = 'sk-1';
    await save();
    expect(api.calls).toEqual([['setKey', 'sk-1', false]]);
  });

  test('is never promised encryption where there is none', async () => {
    await show(stories.noEncryption, 'key');
    expect(root.querySelector('input[type=checkbox]')).toBeNull();
    expect(text('#key-keeping')).toMatch(/only until you quit/u);
    keyField().value = 'sk-1';
    await save();
    expect(api.calls).toEqual([['setKey', 'sk-1', false]]);
  });
});

test('notices can be closed', async () => {
  await show(stories.notices);
  expect(root.querySelectorAll('.notice').length).toBe(2);
  const first = one('.notice button', HTMLButtonElement);
  await act(() => first.click());
  expect(root.querySelectorAll('.notice').length).toBe(1);
});

test('everything that can be pressed has a name', async () => {
  for (const story of Object.values(stories)) {
    await show(story);
    for (const each of root.querySelectorAll('button, input, textarea')) {
      expect(each.getAttribute('aria-label') ?? each.textContent?.trim(), each.outerHTML).not.toBe('');
    }
    render(null, root);
  }
});
