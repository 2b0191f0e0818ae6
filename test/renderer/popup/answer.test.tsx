// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { stories } from './stories';
import { usePopup } from './use-popup';

const { all, button, calls, click, key, one, receive, show, text } = usePopup();

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
