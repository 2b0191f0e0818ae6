// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../../src/preload/contract';
import { answer, stories } from './stories';
import { usePopup } from './use-popup';

const { all, button, calls, click, enter, field, hide, key, one, receive, show, text, type } = usePopup();

describe('what sounds', () => {
  test('is paused and goes on by its button and by Space', async () => {
    await show(stories.speaking);
    expect(button('Pause').getAttribute('aria-pressed')).toBe('false');
    await click('Pause');
    await receive(stories.paused);
    expect(button('Pause').getAttribute('aria-pressed')).toBe('true');
    // In the header, which does not scroll with the words.
    expect(text('.top .speech-paused')).toBe('Paused');
    expect(all('.meter')).toHaveLength(0);
    expect(text('[role=status]')).toBe('Paused');
    expect(text('.status-hints')).toContain('Space resume');
    await key(' ');
    expect(calls()).toEqual([
      ['setPaused', true],
      ['setPaused', false],
    ]);
    await receive(stories.speaking);
    expect(text('[role=status]')).toBe('Going on');
    expect(all('.speech-paused')).toHaveLength(0);
    expect(all('.meter')).toHaveLength(1);
    expect(text('.status-hints')).toContain('Space pause');
  });

  test('is not paused by a space that is typed or that presses a button', async () => {
    await show(stories.speaking);
    await type('And');
    expect(await key(' ')).toBe(true);
    expect(text('.status-hints')).not.toContain('Space');
    await type('');
    button('Mute').focus();
    await key(' ');
    expect(calls()).toEqual([]);
    // On the slider and on the page, it has nothing else to do.
    one('.slider', HTMLInputElement).focus();
    expect(await key(' ')).toBe(false);
    one('.slider', HTMLInputElement).blur();
    expect(await key(' ')).toBe(false);
    expect(calls()).toEqual([
      ['setPaused', true],
      ['setPaused', true],
    ]);
  });

  test('is not paused and resumed by turns while Space is held, and no space is typed', async () => {
    await show(stories.speaking);
    expect(await key(' ')).toBe(false);
    for (let times = 0; times < 3; times += 1) expect(await key(' ', { repeat: true })).toBe(false);
    expect(calls()).toEqual([['setPaused', true]]);
  });

  test('moves its meter while it sounds and can be seen, and not else', async () => {
    const request = vi.spyOn(globalThis, 'requestAnimationFrame').mockReturnValue(1);
    try {
      await show(stories.waiting);
      await receive(stories.paused);
      expect(request).not.toHaveBeenCalled();
      await receive(stories.speaking);
      expect(request).toHaveBeenCalled();
      await hide();
      request.mockClear();
      await receive({ ...stories.speaking, paused: true });
      await receive(stories.speaking);
      expect(request).not.toHaveBeenCalled();
    } finally {
      request.mockRestore();
    }
  });

  test('can be heard again when it is over, and the focus goes back to the prompt', async () => {
    await show(stories.speaking);
    expect(all('.answer-again')).toHaveLength(0);
    await receive(stories.done);
    button('Hear it again').focus();
    await click('Hear it again');
    expect(calls()).toEqual([['replay']]);
    expect(document.activeElement).toBe(field());
    one('.answer-scroller', HTMLElement).scrollTop = 40;
    await receive(stories.replaying);
    expect(one('.answer-scroller', HTMLElement).scrollTop).toBe(0);
    expect(all('.answer-again')).toHaveLength(0);
    expect(text('.answer-state')).toBe('Hearing it again');
    await key('Escape');
    expect(calls().at(-1)).toEqual(['stop']);
  });

  test('that failed and is heard again leaves the question in the field alone', async () => {
    const failed: Snapshot = {
      ...stories.stopped,
      answer: { ...answer, phase: 'failed' },
    };
    await show(stories.speaking);
    await receive(failed);
    expect(field().value).toBe(answer.prompt);
    await receive(stories.replaying);
    expect(field().value).toBe(answer.prompt);
    await type('');
    await receive(failed);
    expect(field().value).toBe('');
  });
});

describe('the volume', () => {
  const slider = () => one('.slider', HTMLInputElement);
  const slide = (percent: number) => enter(slider(), String(percent));

  test('is shown in per cent, and set by the slider', async () => {
    await show(stories.idle);
    expect(slider().value).toBe('75');
    expect(slider().getAttribute('aria-label')).toBe('Volume');
    expect(slider().getAttribute('aria-valuetext')).toBe('75%');
    await slide(40);
    expect(calls()).toEqual([['setVolume', 0.4]]);
    expect(slider().getAttribute('aria-valuetext')).toBe('40%');
    await receive({ ...stories.idle, volume: 0.4 });
    await receive({ ...stories.idle, volume: 0.25 });
    expect(slider().value).toBe('25');
  });

  test('is drawn beside the slider: waves while there is sound', async () => {
    const waves = () => button('Mute').querySelectorAll('path').length - 1;
    await show({ ...stories.idle, volume: 1 });
    expect(waves()).toBe(2);
    await receive({ ...stories.idle, volume: 0.5 });
    expect(waves()).toBe(1);
    await receive({ ...stories.idle, volume: 0 });
    expect(waves()).toBe(0);
  });

  test('moves by steps with the arrows, which stay the slider’s; letters go to the prompt', async () => {
    await show(stories.idle);
    slider().focus();
    expect(await key('ArrowUp')).toBe(false);
    expect(await key('ArrowUp', { ctrlKey: true })).toBe(true);
    expect(calls()).toEqual([['setVolume', 0.8]]);
    expect(field().value).toBe('');
    await key('w');
    expect(document.activeElement).toBe(field());
  });

  test('ends a mute when it is moved', async () => {
    await show(stories.muted);
    await slide(80);
    expect(calls()).toEqual([
      ['setVolume', 0.8],
      ['setMuted', false],
    ]);
  });
});
