// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import type { KeyView } from '../../../src/preload/contract';
import { en } from '../../../src/texts/en';
import { idle, stories } from './stories';
import { usePopup } from './use-popup';

const {
  all,
  answers,
  breaks,
  button,
  calls,
  click,
  enter,
  field,
  hold,
  html,
  key,
  one,
  show,
  showAgain,
  text,
} = usePopup();

const keyField = () => one('.key-field', HTMLInputElement);
const submit = () => one('button[type=submit]', HTMLButtonElement);
const save = () =>
  act(async () => {
    submit().click();
    // Main's answer has come when this task is done.
    await new Promise((resolve) => setTimeout(resolve));
  });
/** What a screen reader says with the field. */
const described = () =>
  (keyField().getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => text(`#${id}`))
    .join('');

describe('the card', () => {
  test('has a name, and the focus in its field, each time that it is wanted', async () => {
    await show(idle, 'key');
    const form = one('form', HTMLFormElement);
    expect(text(`#${form.getAttribute('aria-labelledby')}`)).toBe('Your OpenAI key');
    expect(keyField().getAttribute('aria-label')).toBe('API key');
    expect(keyField().placeholder).toBe('sk-…');
    expect(document.activeElement).toBe(keyField());
    keyField().blur();
    await showAgain('key');
    expect(document.activeElement).toBe(keyField());
  });

  test.each<[KeyView, string]>([
    [{ kind: 'none' }, en.key.whence],
    [{ kind: 'stored' }, en.key.now.stored],
    [{ kind: 'this-run' }, en.key.now['this-run']],
    [{ kind: 'environment' }, en.key.now.environment],
  ])('says where the key is: %j', async (now, told) => {
    await show({ ...idle, key: now }, 'key');
    expect(text('.key .card-text')).toBe(told);
  });

  test('leads back to the prompt, by its button as by Esc', async () => {
    await show(idle, 'key');
    await click('Back');
    expect(all('.key')).toHaveLength(0);
    expect(document.activeElement).toBe(field());
    await show(idle, 'key');
    await key('Escape');
    expect(all('.key')).toHaveLength(0);
    expect(calls()).toEqual([]);
  });

  test('offers the demo voice to whoever does not hear it already', async () => {
    await show(idle, 'key');
    expect(() => button('Use the demo voice')).toThrow();
    await show(stories.idle, 'key');
    await click('Use the demo voice');
    expect(calls()).toEqual([['useDemo']]);
    expect(all('.key')).toHaveLength(0);
  });
});

describe('a key', () => {
  test('is handed over trimmed, and is then gone from the page', async () => {
    await show(idle, 'key');
    keyField().value = ' sk-test-1 \n';
    await save();
    expect(calls()).toEqual([['setKey', 'sk-test-1', true]]);
    expect(all('.key-field')).toHaveLength(0);
    expect(html()).not.toContain('sk-test-1');
    expect(text('[role=status]')).toBe('Your key is kept, encrypted. Ask away.');
  });

  test('is hidden until the user wants to see it, from every program that remembers fields', async () => {
    await show(idle, 'key');
    expect(keyField().type).toBe('password');
    const eye = button('Show the key').innerHTML;
    await click('Show the key');
    expect(keyField().type).toBe('text');
    expect(button('Hide the key').innerHTML).not.toBe(eye);
    await click('Hide the key');
    expect(keyField().type).toBe('password');
    expect(button('Show the key').innerHTML).toBe(eye);
    expect(keyField().getAttribute('autocomplete')).toBe('off');
    expect(keyField().getAttribute('autocapitalize')).toBe('off');
  });

  test('is checked once, however often it is sent meanwhile', async () => {
    const answer = hold();
    await show(idle, 'key');
    expect(submit().textContent).toBe('Use this key');
    expect(submit().getAttribute('aria-disabled')).toBe('false');
    keyField().value = 'sk-test-1';
    await save();
    expect(submit().textContent).toBe('Checking…');
    expect(submit().getAttribute('aria-disabled')).toBe('true');
    // What is changed meanwhile is not what is checked.
    await enter(keyField(), 'sk-test-2');
    expect(submit().textContent).toBe('Checking…');
    await save();
    await answer();
    expect(calls()).toEqual([['setKey', 'sk-test-1', true]]);
    expect(all('.key')).toHaveLength(0);
  });

  test('stays in the field when it is refused, with the reason, until it is changed', async () => {
    answers({ setKey: { kind: 'refused', fault: 'too-short' } });
    await show(idle, 'key');
    expect(keyField().getAttribute('aria-invalid')).toBe('false');
    keyField().value = 'nonsense';
    await save();
    expect(text('.key-refused[role=alert]')).toBe('This is too short for a key. Copy the whole of it.');
    expect(described()).toContain('too short for a key');
    expect(keyField().value).toBe('nonsense');
    expect(keyField().getAttribute('aria-invalid')).toBe('true');
    expect(submit().textContent).toBe('Use this key');
    await enter(keyField(), 'nonsense and more');
    expect(text('.key-refused')).toBe('');
    expect(keyField().getAttribute('aria-invalid')).toBe('false');
    await save();
    expect(calls()).toHaveLength(2);
  });

  test('stays in the field when main is not reached', async () => {
    breaks();
    await show(idle, 'key');
    keyField().value = 'sk-test-1';
    await save();
    expect(text('.key-refused')).toBe('Aloud could not take the key. Try again.');
    expect(keyField().value).toBe('sk-test-1');
  });

  test('that is empty is not handed over, and the field has the focus', async () => {
    await show(idle, 'key');
    keyField().value = ' ';
    submit().focus();
    await save();
    expect(calls()).toEqual([]);
    expect(text('.key-refused')).toBe('Paste your key first.');
    expect(document.activeElement).toBe(keyField());
  });

  test('is sent by the page itself nowhere', async () => {
    await show(idle, 'key');
    keyField().value = 'sk-test-1';
    const submitted = new Event('submit', { bubbles: true, cancelable: true });
    await act(() => void one('form', HTMLFormElement).dispatchEvent(submitted));
    expect(submitted.defaultPrevented).toBe(true);
  });

  test('is kept for this run only when the user wants that', async () => {
    await show(idle, 'key');
    expect(text('label')).toBe('Keep it encrypted on this computer');
    expect(described()).toBe('Keep it encrypted on this computer');
    const box = one('label input[type=checkbox]', HTMLInputElement);
    expect(box.checked).toBe(true);
    await act(() => box.click());
    keyField().value = 'sk-1';
    await save();
    expect(calls()).toEqual([['setKey', 'sk-1', false]]);
  });

  test.each([
    [false, /^This computer offers no safe place for keys/u, false],
    [null, /encrypted where this computer allows that/u, true],
  ])('is promised no encryption that there may not be: %s', async (canEncrypt, told, remember) => {
    await show({ ...idle, canEncrypt }, 'key');
    expect(all('input[type=checkbox]')).toHaveLength(0);
    expect(described()).toMatch(told);
    keyField().value = 'sk-1';
    await save();
    expect(calls()).toEqual([['setKey', 'sk-1', remember]]);
  });
});
