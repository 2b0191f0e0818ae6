// @vitest-environment happy-dom
import { expect, test } from 'vitest';
import { idle, stories } from './stories';
import { usePopup } from './use-popup';

const { all, button, calls, click, one, receive, show, showAgain } = usePopup();
const words = () => [...one('.status-words', HTMLElement).children].map((each) => each.textContent);
const told = () => [...all('.hint')].map((each) => each.textContent);

test('connection, voice and speed are told in this order, each with its own tone', async () => {
  await show(idle);
  expect(words()).toEqual(['Ready', 'Demo voice']);
  expect(one('.dot', HTMLElement).dataset.tone).toBe('good');
  await receive({ ...stories.done, muted: true });
  expect(words()).toEqual(['Ready', 'OpenAI', 'Muted', expect.stringMatching(/^first sound after 182 ms$/u)]);
  await receive({ ...stories.done, connection: 'failed' });
  expect(one('.dot', HTMLElement).dataset.tone).toBe('bad');
});

test('the keys are those of the moment', async () => {
  await show(idle);
  expect(told()).toEqual(['Enter ask', 'Esc hide']);
  await receive({ ...idle, recentPrompts: ['Why?'] });
  expect(told()).toEqual(['Esc hide', '↑ earlier']);
  await receive(stories.done);
  expect(told()).toEqual(['Esc hide', '↑ earlier', 'CtrlN new']);
  await showAgain('key');
  expect(told()).toEqual(['Esc back']);
});

test('the settings are behind a button that shows its key', async () => {
  await show(idle);
  expect(button('Settings').title).toBe('Settings (Ctrl+,)');
  await click('Settings');
  expect(calls()).toEqual([['openSettings', null]]);
});
