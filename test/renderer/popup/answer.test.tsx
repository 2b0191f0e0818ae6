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
    // Appending moves no selection; setting the data or putting the node in again would.
    const append = vi.spyOn(node, 'appendData');
    const replace = vi.spyOn(one('.answer-text', HTMLElement), 'replaceChildren');
    await receive(stories.speaking);
    expect(one('.answer-text', HTMLElement).firstChild).toBe(node);
    expect(text('.answer-text')).toBe(grown.text);
    expect(append).toHaveBeenCalledWith(grown.text.slice('A rainbow'.length));
    expect(replace).not.toHaveBeenCalled();
  });

  test('is replaced by the next one, which is text just the same', async () => {
    const first = stories.speaking.answer;
    if (first === null) throw new Error('The story has an answer.');
    await show(stories.speaking);
    await receive({ ...stories.speaking, answer: { ...first, turn: 2, text: '<i>Another</i>' } });
    expect(text('.answer-text')).toBe('<i>Another</i>');
  });

  test('has a name, and each of its texts the direction of its own script', async () => {
    await show(stories.arabic);
    expect(one('.answer', HTMLElement).getAttribute('aria-label')).toBe('Answer');
    expect(one('.answer-prompt', HTMLElement).closest('[dir]')?.getAttribute('dir')).toBe('auto');
    expect(one('.answer-text', HTMLElement).getAttribute('dir')).toBe('auto');
  });

  test('is waited for in words until its own come, and nothing stands beside it without a reason', async () => {
    await show(stories.waiting);
    expect(text('.answer-waiting')).toBe('Waiting for the answer');
    expect(one('.answer-text', HTMLElement).hidden).toBe(true);
    await receive(stories.speaking);
    expect(all('.answer-waiting, .answer-state, .answer-ask-again')).toHaveLength(0);
    expect(one('.answer-text', HTMLElement).hidden).toBe(false);
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
