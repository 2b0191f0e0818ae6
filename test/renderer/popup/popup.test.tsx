// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { idle, stories } from './stories';
import { usePopup } from './use-popup';

const {
  all,
  answers,
  button,
  calls,
  click,
  field,
  html,
  key,
  one,
  receive,
  show,
  showAgain,
  text,
  type,
  unmount,
} = usePopup();

describe('the prompt', () => {
  test('has the focus when the popup is shown, each time', async () => {
    await show(idle);
    expect(document.activeElement).toBe(field());
    field().blur();
    await showAgain();
    expect(document.activeElement).toBe(field());
  });

  test('is asked with Enter and leaves the field empty', async () => {
    await show(idle);
    await type('Why?');
    await key('Enter');
    expect(calls()).toEqual([['ask', 'Why?']]);
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
    expect(calls()).toEqual([]);
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
    expect(all('img, script, b')).toHaveLength(0);
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
    expect(calls()).toEqual([['stop'], ['stop'], ['hide']]);
    expect(text('.answer-state')).toBe('Stopped');
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
    expect(calls()).toEqual([['setMuted', false]]);
  });
});

describe('a problem', () => {
  test('is an alert with what to do, and its buttons do it', async () => {
    await show(stories.offline);
    expect(text('.problem [role=alert]')).toBe(
      'The server does not answer.Check that it is running and that nothing blocks the way to it.',
    );
    expect(text('.details code')).toBe('ECONNREFUSED 127.0.0.1:8787');
    await click('Try again');
    await click('Open the log');
    await click('Dismiss');
    expect(calls()).toEqual([['retry'], ['openLog'], ['dismissProblem']]);
  });

  test('with the key leads to the key', async () => {
    await show(stories.failed);
    await click('Enter a key');
    expect(document.activeElement).toBe(one('.key-field', HTMLInputElement));
    await key('Escape');
    expect(document.activeElement).toBe(field());
    expect(calls()).toEqual([]);
  });
});

describe('the first run', () => {
  test('offers key and demo voice under a prompt that works at once', async () => {
    await show(stories.firstRun);
    expect(document.activeElement).toBe(field());
    expect(text('.welcome')).toContain('Welcome to Aloud');
    await click('Stay with the demo voice');
    expect(calls()).toEqual([['useDemo']]);
    await receive(idle);
    expect(all('.welcome')).toHaveLength(0);
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
    expect(calls()).toEqual([['setKey', 'sk-test-1', true]]);
    expect(all('.key-field')).toHaveLength(0);
    expect(html()).not.toContain('sk-test-1');
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
    answers({ setKey: { kind: 'refused', fault: 'too-short' } });
    await show(idle, 'key');
    keyField().value = 'nonsense';
    await save();
    expect(text('.key-refused')).toBe('This is too short for a key. Copy the whole of it.');
    expect(keyField().value).toBe('nonsense');
  });

  test('that is empty is not handed over', async () => {
    await show(idle, 'key');
    await save();
    expect(calls()).toEqual([]);
    expect(text('.key-refused')).toBe('Paste your key first.');
  });

  test('is kept for this run only when the user wants that', async () => {
    await show(idle, 'key');
    await act(() => one('input[type=checkbox]', HTMLInputElement).click());
    keyField().value = 'sk-1';
    await save();
    expect(calls()).toEqual([['setKey', 'sk-1', false]]);
  });

  test('is never promised encryption where there is none', async () => {
    await show(stories.noEncryption, 'key');
    expect(all('input[type=checkbox]')).toHaveLength(0);
    expect(text('#key-keeping')).toMatch(/only until you quit/u);
    keyField().value = 'sk-1';
    await save();
    expect(calls()).toEqual([['setKey', 'sk-1', false]]);
  });
});

test('notices can be closed', async () => {
  await show(stories.notices);
  expect(all('.notice')).toHaveLength(2);
  const first = one('.notice button', HTMLButtonElement);
  await act(() => first.click());
  expect(all('.notice')).toHaveLength(1);
});

test('everything that can be pressed has a name', async () => {
  for (const story of Object.values(stories)) {
    await show(story);
    for (const each of all('button, input, textarea')) {
      expect(each.getAttribute('aria-label') ?? each.textContent?.trim(), each.outerHTML).not.toBe('');
    }
    unmount();
  }
});
