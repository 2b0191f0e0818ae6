// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import { idle, stories } from './stories';
import { usePopup } from './use-popup';

const { all, breaks, button, calls, click, field, key, one, receive, show, showAgain, text, type, unmount } =
  usePopup();

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
    expect(await key('Enter')).toBe(false);
    expect(calls()).toEqual([['ask', 'Why?']]);
    expect(field().value).toBe('');
  });

  test('takes what is typed after a click elsewhere', async () => {
    await show(idle);
    button('Mute').focus();
    // The key itself goes there, too.
    expect(await key('w')).toBe(true);
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
    expect(await key('ArrowDown')).toBe(false);
    expect(field().value).toBe('Half');
    // From there on it is the caret's.
    expect(await key('ArrowDown')).toBe(true);
  });

  test('leaves the caret where the user has it, and puts it behind what it is given', async () => {
    await show(stories.idle);
    const write = vi.spyOn(HTMLTextAreaElement.prototype, 'value', 'set');
    await type('Half');
    // By the user alone.
    expect(write).toHaveBeenCalledOnce();
    write.mockRestore();
    field().setSelectionRange(1, 1);
    await act(() => void field().dispatchEvent(new Event('input', { bubbles: true })));
    await receive({ ...stories.idle, volume: 0.1 });
    expect(field().selectionStart).toBe(1);
    await key('ArrowUp');
    expect(field().selectionStart).toBe(field().value.length);
    expect(field().selectionEnd).toBe(field().value.length);
  });

  test('has the direction of what is typed, and that of the page while it only says what it is for', async () => {
    await show(idle);
    expect(field().placeholder).toBe('Ask anything, hear the answer');
    expect(field().dir).toBe('');
    await type('לשון');
    expect(field().dir).toBe('auto');
    await type('');
    expect(field().dir).toBe('');
  });

  test('says beforehand how much room is left, and then that there is none', async () => {
    await show(idle);
    await type('x'.repeat(31_999));
    expect(text('.prompt-room')).toBe('1 character left');
    // Nobody is interrupted for it.
    expect(one('.prompt-room', HTMLElement).hasAttribute('role')).toBe(false);
    expect(text(`#${field().getAttribute('aria-describedby')}`)).toBe('1 character left');
    await type('x'.repeat(32_010));
    expect(one('.prompt-room', HTMLElement).dataset.fit).toBe('over');
    expect(text('.prompt-room[role=alert]')).toMatch(/^Too long by 10 characters/u);
    expect(field().getAttribute('aria-invalid')).toBe('true');
  });

  test('is back in the field when its answer failed', async () => {
    await show(stories.waiting);
    await receive(stories.failed);
    expect(all('.answer')).toHaveLength(0);
    expect(field().value).toBe('Why do rainbows have an arc?');
    expect(text('.problem [role=alert]')).toContain('Your question is back in the field.');
    await type('Something else');
    expect(text('.problem [role=alert]')).not.toContain('back in the field');
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
    expect([...all('.welcome kbd')].map((each) => each.textContent)).toEqual(['Ctrl', 'Shift', 'Space']);
    await click('Add my OpenAI key');
    expect(document.activeElement).toBe(one('.key-field', HTMLInputElement));
    await key('Escape');
    await click('Stay with the demo voice');
    expect(calls()).toEqual([['useDemo']]);
    await receive({ ...stories.firstRun, platform: 'darwin' });
    expect([...all('.welcome kbd')].map((each) => each.textContent)).toEqual(['⌘', '⇧', 'Space']);
    await receive(idle);
    expect(all('.welcome')).toHaveLength(0);
  });

  test('keeps out of the way of an answer, and of a problem', async () => {
    await show({ ...stories.firstRun, problem: stories.offline.problem });
    expect(text('.welcome')).not.toContain('Welcome');
    await receive(stories.firstRunAnswered);
    expect(text('.welcome')).not.toContain('Welcome');
    expect(text('.answer-text')).toContain('rainbow');
  });
});

test('notices can be closed', async () => {
  await show(stories.notices);
  expect(all('.notice')).toHaveLength(2);
  expect(text('.notice')).toMatch(/^Your settings were damaged/u);
  const first = one('.notice button', HTMLButtonElement);
  await act(() => first.click());
  expect(all('.notice')).toHaveLength(1);
});

test('a question that did not reach main is remarked on where the answer would be', async () => {
  breaks();
  await show(idle);
  await type('Why?');
  await key('Enter');
  expect(text('.notice')).toContain('back in the field');
  expect(text('[role=status]')).toContain('back in the field');
});

test('the mark shows what goes on, and speech is controlled while there is some', async () => {
  const mood = () => one('.mark', SVGElement).dataset.mood;
  await show(idle);
  expect(mood()).toBe('calm');
  expect(() => button('Stop speaking')).toThrow();
  await receive(stories.speaking);
  expect(mood()).toBe('speaking');
  await click('Stop speaking');
  expect(calls()).toEqual([['stop']]);
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
