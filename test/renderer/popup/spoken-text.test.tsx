// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Snapshot } from '../../../src/preload/contract';
import { answer, stories } from './stories';
import { usePopup } from './use-popup';

const { all, button, calls, click, field, key, one, receive, show, type, unmount } = usePopup();

/** Ten words of one letter are a line of 25 pixels; twelve lines of a hundred are in view. */
const LINE = 20;
const LINE_PX = 25;
const VIEW_PX = 300;
const LONG = 'a '.repeat(10 * 100);

let contentPx: number;
/** Every scrolling by the page itself. */
let scrolls: { top: number; behavior: unknown }[];
let still: boolean;

const scroller = () => one('.answer-scroller', HTMLElement);
const said = (change: Partial<typeof answer> = {}): Snapshot => ({
  ...stories.speaking,
  answer: { ...answer, text: LONG, heardLength: 0, phase: 'speaking', ...change },
});
/** The end of a line, counted from 0. */
const line = (n: number) => (n + 1) * LINE;
const doesUser = (event: string) => act(() => void scroller().dispatchEvent(new Event(event)));
/** The user scrolls there by hand. */
const scrollsTo = async (top: number) => {
  await doesUser('wheel');
  scroller().scrollTop = top;
  await doesUser('scrollend');
};
const isFollowing = () => all('.answer-follow').length === 0;

beforeEach(() => {
  contentPx = 100 * LINE_PX;
  scrolls = [];
  still = false;
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(VIEW_PX);
  vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(() => contentPx);
  vi.spyOn(HTMLElement.prototype, 'scrollTo').mockImplementation(function (
    this: HTMLElement,
    to?: ScrollToOptions | number,
  ) {
    if (typeof to !== 'object') throw new Error('The page scrolls by options.');
    scrolls.push({ top: to.top ?? 0, behavior: to.behavior });
    this.scrollTop = to.top ?? 0;
  });
  // The scroller's top edge is 64 pixels down the page.
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 64, 640, VIEW_PX));
  vi.spyOn(Range.prototype, 'getBoundingClientRect').mockImplementation(function (this: Range) {
    const [first, last] = [this.startOffset, this.endOffset - 1].map((at) => Math.floor(at / LINE));
    const top = (first ?? 0) * LINE_PX;
    return new DOMRect(0, 64 + top - scroller().scrollTop, 10, ((last ?? 0) + 1) * LINE_PX - top);
  });
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: still && query.includes('reduce') }));
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal(
    'Highlight',
    class {
      readonly ranges: Range[];
      constructor(...ranges: Range[]) {
        this.ranges = ranges;
      }
    },
  );
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe('the words', () => {
  /** What is paler, or null. */
  const unheard = () => {
    const [range] =
      (CSS.highlights.get('unheard') as unknown as { ranges: Range[] } | undefined)?.ranges ?? [];
    return range === undefined ? null : String(range);
  };

  test('that were not heard yet are paler, from the word that sounds on', async () => {
    await show(said({ text: 'One two three', heardLength: 5 }));
    expect(unheard()).toBe(' three');
    await receive(said({ text: 'One two three four', heardLength: 9 }));
    expect(unheard()).toBe(' four');
  });

  test('are all in full ink once they were heard, or when it is over', async () => {
    await show(said({ text: 'One two', heardLength: 0 }));
    expect(unheard()).toBe('One two');
    await receive(said({ text: 'One two', heardLength: 7 }));
    expect(unheard()).toBeNull();
    await receive(said({ text: 'One two', heardLength: 3, phase: 'done' }));
    expect(unheard()).toBeNull();
    await receive(said({ text: 'One two', heardLength: 3, phase: 'stopped' }));
    expect(unheard()).toBe(' two');
  });

  test('are shown by browsers without highlights, too', async () => {
    vi.stubGlobal('CSS', {});
    await show(said({ text: 'One two', heardLength: 3 }));
    expect(one('.answer-text', HTMLElement).textContent).toBe('One two');
  });
});

describe('the line being spoken', () => {
  test('is kept in view, gently', async () => {
    await show(said({ heardLength: line(2) }));
    expect(scrolls).toEqual([]);
    await receive(said({ heardLength: line(9) }));
    expect(scrolls).toEqual([{ top: 9 * LINE_PX - VIEW_PX * 0.35, behavior: 'smooth' }]);
    await receive(said({ heardLength: line(10) }));
    expect(scrolls).toHaveLength(1);
  });

  test('is the one of the last word, be it the first in its line', async () => {
    await show(said({ heardLength: line(2) }));
    await receive(said({ heardLength: line(29) + 1 }));
    expect(scrolls).toMatchObject([{ top: 30 * LINE_PX - VIEW_PX * 0.35 }]);
  });

  test('is jumped to where the user wants no motion', async () => {
    still = true;
    await show(said({ heardLength: line(30) }));
    expect(scrolls).toMatchObject([{ behavior: 'instant' }]);
  });

  test('is not followed where all fits, nor once the answer is over', async () => {
    contentPx = VIEW_PX;
    await show(said({ heardLength: line(30) }));
    contentPx = 100 * LINE_PX;
    await receive(said({ heardLength: line(60), phase: 'stopped' }));
    expect(scrolls).toEqual([]);
  });

  test.each(['wheel', 'touchmove', 'keydown', 'pointerdown'])(
    'is left by the user with %s, and gone back to by a button',
    async (event) => {
      await show(said({ heardLength: line(2) }));
      expect(isFollowing()).toBe(true);
      await doesUser(event);
      await receive(said({ heardLength: line(30) }));
      expect(scrolls).toEqual([]);
      field().blur();
      await click('Back to the spoken words');
      expect(scrolls).toMatchObject([{ top: 30 * LINE_PX - VIEW_PX * 0.35 }]);
      expect(isFollowing()).toBe(true);
      // The button is gone with the focus that it had.
      expect(document.activeElement).toBe(field());
      await receive(said({ heardLength: line(60) }));
      expect(scrolls).toHaveLength(2);
    },
  );

  test('is left by nobody where there is nothing to scroll', async () => {
    contentPx = VIEW_PX;
    await show(said());
    await doesUser('wheel');
    expect(isFollowing()).toBe(true);
  });

  test('is followed again by whoever scrolls back to it', async () => {
    await show(said({ heardLength: line(2) }));
    await scrollsTo(1_000);
    expect(isFollowing()).toBe(false);
    await scrollsTo(0);
    expect(isFollowing()).toBe(true);
  });

  test('is not asked for by a button once the answer is over', async () => {
    await show(said({ heardLength: line(2) }));
    await doesUser('wheel');
    expect(button('Back to the spoken words')).toBeDefined();
    await receive(said({ heardLength: line(2), phase: 'stopped' }));
    expect(isFollowing()).toBe(true);
  });

  test.each<[string, Partial<typeof answer>]>([
    ['another answer', { turn: 2 }],
    ['a repetition', { replay: 'sounding' }],
  ])('is followed from the top in %s', async (_, change) => {
    await show(said({ heardLength: line(50) }));
    await doesUser('wheel');
    await receive(said({ ...change, heardLength: 0 }));
    expect(scroller().scrollTop).toBe(0);
    expect(isFollowing()).toBe(true);
    await receive(said({ ...change, heardLength: line(30) }));
    expect(scrolls.at(-1)).toMatchObject({ top: 30 * LINE_PX - VIEW_PX * 0.35 });
  });
});

test('the end of a repetition leaves the words where they are', async () => {
  await show(said({ replay: 'sounding', heardLength: line(30) }));
  const { scrollTop } = scroller();
  expect(scrollTop).toBeGreaterThan(0);
  await receive(said({ replay: 'finished', phase: 'done', heardLength: LONG.length }));
  expect(scroller().scrollTop).toBe(scrollTop);
});

test('every listener goes with the answer', async () => {
  const listening: string[] = [];
  vi.spyOn(HTMLElement.prototype, 'addEventListener').mockImplementation(function (this: HTMLElement, type) {
    if (this.className === 'answer-scroller') listening.push(type);
  });
  vi.spyOn(HTMLElement.prototype, 'removeEventListener').mockImplementation((type) => {
    const at = listening.indexOf(type);
    if (at >= 0) listening.splice(at, 1);
  });
  await show(said());
  const once = [...listening].sort();
  expect(once).toContain('scrollend');
  await receive(said({ heardLength: 9 }));
  await receive(said({ heardLength: 19 }));
  expect([...listening].sort()).toEqual(once);
  await act(() => unmount());
  expect(listening).toEqual([]);
});

describe('the pages of a long answer', () => {
  test('are turned by keys from the prompt, and not turned back by the speech', async () => {
    await show(said());
    expect(await key('PageDown')).toBe(false);
    expect(scrolls).toEqual([{ top: VIEW_PX * 0.85, behavior: 'smooth' }]);
    expect(isFollowing()).toBe(false);
    await key('PageDown');
    await key('PageUp');
    expect(scrolls.map(({ top }) => top)).toEqual([0.85, 1.7, 0.85].map((views) => views * VIEW_PX));
    await receive(said({ heardLength: line(60) }));
    expect(scrolls).toHaveLength(3);
  });

  test('are none where all fits, or where nothing was asked', async () => {
    contentPx = VIEW_PX;
    await show(said());
    await key('PageDown');
    expect(isFollowing()).toBe(true);
    await receive(stories.idle);
    await key('PageDown');
    expect(scrolls).toEqual([]);
  });

  test('stay where they are while a prompt of several lines is gone through', async () => {
    await show(said());
    await type('One\nTwo');
    expect(await key('PageDown')).toBe(true);
    expect(scrolls).toEqual([]);
    expect(calls()).toEqual([]);
  });
});
