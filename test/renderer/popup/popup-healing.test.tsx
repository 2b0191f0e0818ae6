// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { stories } from './stories';
import { usePopup } from './use-popup';

const { all, button, calls, click, field, hide, key, one, receive, show, text } = usePopup();
const told = () => text('[role=status]');

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  vi.setSystemTime(stories.retrying.retryAt - 8_000);
});
afterEach(() => vi.useRealTimers());

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

describe('an answer that was cut off', () => {
  test('is marked, and is asked again by its button', async () => {
    await show(stories.cutOff);
    expect(text('.answer-state')).toBe('Cut off');
    await click('Ask again');
    expect(calls()).toEqual([['retry']]);
    expect(document.activeElement).toBe(field());
  });

  test('offers that once: the problem has the button until it is dismissed', async () => {
    await show(stories.brokeOff);
    expect(text('.answer-state')).toBe('Cut off');
    expect(all('.answer .link')).toHaveLength(0);
    await click('Ask again');
    expect(calls()).toEqual([['retry']]);
  });

  test('is not told as stopped or unanswered', async () => {
    await show(stories.speaking);
    await receive(stories.cutOff);
    expect(told()).toBe('The answer was cut off');
  });
});

describe('the wait for the next attempt', () => {
  const wait = () => text('.status-retry');

  test('is counted down, second by second, until it is over', async () => {
    await show(stories.retrying);
    expect(text('.status-connection')).toBe('No connection');
    expect(wait()).toMatch(/^next attempt in 8 s/u);
    // It appears late: what stands after it would be seen behind a hole.
    expect(one('.status-words', HTMLElement).lastElementChild?.className).toBe('status-retry');
    await pass(999);
    expect(wait()).toMatch(/in 8 s/u);
    await pass(1);
    expect(wait()).toMatch(/in 7 s/u);
    await pass(6_000);
    expect(wait()).toMatch(/in 1 s/u);
    expect(vi.getTimerCount()).toBe(0);
    await receive({ ...stories.retrying, connection: 'connecting', retryAt: null });
    expect(all('.status-retry')).toHaveLength(0);
  });

  test('goes on where a timer fired early', async () => {
    await show(stories.retrying);
    vi.setSystemTime(stories.retrying.retryAt - 8_001);
    await act(() => void vi.runOnlyPendingTimers());
    expect(wait()).toMatch(/in \d s/u);
    expect(vi.getTimerCount()).toBe(1);
  });

  test('is not counted for nobody, and is right when the popup is seen again', async () => {
    await show(stories.retrying);
    expect(vi.getTimerCount()).toBe(1);
    await hide();
    expect(vi.getTimerCount()).toBe(0);
    await pass(5_000);
    await show(stories.retrying);
    expect(wait()).toMatch(/in 3 s/u);
    await receive(stories.idle);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('is cut short by its button, or by that of the problem', async () => {
    await show(stories.retrying);
    await click('Try now');
    expect(calls()).toEqual([['retry']]);
    expect(document.activeElement).toBe(field());
    await receive(stories.unreachable);
    expect(() => button('Try now')).toThrow();
    await click('Try again');
    expect(calls()).toHaveLength(2);
  });

  test('says so where the words of the answer will be', async () => {
    await show(stories.waitingToRetry);
    expect(text('.answer-waiting')).toBe('Waiting for a connection');
  });
});

test('a network that is away is told at once, and its return too', async () => {
  await show(stories.idle);
  await receive(stories.noNetwork);
  expect(text('.status-connection')).toBe('No network');
  expect(told()).toMatch(/^No network\./u);
  await receive(stories.idle);
  expect(text('.status-connection')).toBe('Ready');
  expect(told()).toBe('The network is back');
});

describe('a new conversation', () => {
  test('is begun by its button, which has a name and shows the key', async () => {
    await show(stories.done);
    expect(button('New conversation').title).toBe('New conversation (Ctrl+N)');
    await click('New conversation');
    expect(calls()).toEqual([['newConversation']]);
    expect(document.activeElement).toBe(field());
    await receive({ ...stories.done, answer: null, canReplay: false });
    expect(told()).toBe('New conversation');
    expect(() => button('New conversation')).toThrow();
  });

  test('is begun by Ctrl+N, also while an answer sounds, and by ⌘N on a Mac alone', async () => {
    await show(stories.speaking);
    expect(await key('n', { ctrlKey: true })).toBe(false);
    await key('n', { metaKey: true });
    await key('N', { ctrlKey: true, shiftKey: true });
    expect(calls()).toHaveLength(1);
    await receive({ ...stories.speaking, platform: 'darwin' });
    // The caret's way down.
    expect(await key('n', { ctrlKey: true })).toBe(true);
    await key('n', { metaKey: true });
    expect(calls()).toEqual([['newConversation'], ['newConversation']]);
  });

  test('is nothing where there is no old one', async () => {
    await show(stories.idle);
    expect(await key('n', { ctrlKey: true })).toBe(false);
    expect(calls()).toEqual([]);
  });
});
