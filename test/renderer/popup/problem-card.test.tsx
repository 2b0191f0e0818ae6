// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stories } from './stories';
import { usePopup } from './use-popup';

const { all, click, one, receive, show, text } = usePopup();
const buttons = () => [...all('.problem .card-actions button')].map((each) => each.getAttribute('data-kind'));

test('the card has the name of what went wrong, and its first button is the one to press', async () => {
  await show(stories.offline);
  expect(one('.problem', HTMLElement).getAttribute('aria-label')).toBe('The server does not answer.');
  expect(buttons()).toEqual(['primary', 'plain']);
});

describe('the details', () => {
  const { problem } = stories.offline;
  const link = () => text('.details .link');
  const pass = (ms: number) =>
    act(async () => {
      await vi.advanceTimersByTimeAsync(ms);
    });
  const copy = async () => {
    await click('Copy');
    // The clipboard has answered then.
    await pass(0);
  };
  const writeText = vi.fn<Clipboard['writeText']>();

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(writeText);
    writeText.mockReset().mockResolvedValue();
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });

  test('are left out where there are none', async () => {
    await show({ ...stories.offline, problem: { ...problem, details: null } });
    expect(all('.details')).toHaveLength(0);
  });

  test('are copied, and the button says so for two seconds', async () => {
    await show(stories.offline);
    // All of it is to be read where there is no room for it.
    expect(one('.details code', HTMLElement).title).toBe('ECONNREFUSED 127.0.0.1:8787');
    expect(text('.details')).toBe('Details: ECONNREFUSED 127.0.0.1:8787Copy');
    expect(vi.getTimerCount()).toBe(0);
    await copy();
    expect(writeText).toHaveBeenCalledExactlyOnceWith('ECONNREFUSED 127.0.0.1:8787');
    expect(link()).toBe('Copied');
    await pass(1_999);
    expect(link()).toBe('Copied');
    await pass(1);
    expect(link()).toBe('Copy');
    expect(vi.getTimerCount()).toBe(0);
  });

  test('are selected where the clipboard is not to be had, so that one key copies them', async () => {
    writeText.mockRejectedValue(new DOMException('no', 'NotAllowedError'));
    await show(stories.offline);
    await copy();
    expect(link()).toBe('Selected');
    expect(getSelection()?.toString()).toBe('ECONNREFUSED 127.0.0.1:8787');
  });

  test('of another problem were not copied yet, and nothing of the old ones is left when it is gone', async () => {
    await show(stories.offline);
    await copy();
    expect(link()).toBe('Copied');
    await receive({ ...stories.offline, problem: { ...problem, details: 'ETIMEDOUT' } });
    expect(link()).toBe('Copy');
    await copy();
    expect(vi.getTimerCount()).toBe(1);
    await receive({ ...stories.offline, problem: null });
    expect(vi.getTimerCount()).toBe(0);
  });
});
