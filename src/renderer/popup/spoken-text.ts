import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AnswerView } from '../../preload/contract';
import { type FollowGeometry, followScrollTop, isLineInView } from './follow';
import { heardEnd } from './heard';

export interface SpokenText {
  /** The line being spoken is kept in view. */
  following: boolean;
  /** Goes back to it. */
  follow: () => void;
  /** Scrolls by most of a view, up (-1) or down (1), as the user wishes. */
  page: (direction: 1 | -1) => void;
}

/** The name of the CSS highlight (`::highlight(unheard)`) that pales the words not heard yet. */
const UNHEARD = 'unheard';

/**
 * Writes the answer's words into `words` and keeps the line being spoken in view, until the user scrolls away from it.
 *
 * The words are one text node that only grows, and the unheard ones are a CSS highlight over it: no element is ever
 * rebuilt, so what the user has selected stays selected while the answer goes on, and a word that is heard costs a
 * repaint and no layout.
 */
export function useSpokenText(
  scroller: RefObject<HTMLElement | null>,
  words: RefObject<HTMLElement | null>,
  answer: AnswerView,
): SpokenText {
  const { turn, text, phase } = answer;
  const replaying = answer.replay === 'sounding';
  const heard = phase === 'done' ? text.length : heardEnd(text, answer.heardLength);
  const [following, setFollowing] = useState(true);
  const scrollsAlone = useRef(true);

  const setFollow = (follow: boolean): void => {
    scrollsAlone.current = follow;
    setFollowing(follow);
  };

  const begin = (): void => {
    setFollow(true);
    if (scroller.current !== null) scroller.current.scrollTop = 0;
  };

  // A new turn begins at its top, and so does one that is heard once more.
  useLayoutEffect(begin, [turn]);
  useLayoutEffect(() => {
    if (replaying) begin();
  }, [replaying]);

  useLayoutEffect(() => {
    if (words.current === null) return;
    const node = writeText(words.current, text);
    highlightFrom(node, heard);
    if (phase === 'speaking' && scrollsAlone.current) scrollToLine(scroller.current, node, heard);
  }, [scroller, words, text, heard, phase]);

  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const line = (): FollowGeometry | null => {
      const node = words.current?.firstChild;
      return node instanceof Text ? geometry(element, node, heard) : null;
    };
    const leave = (): void => {
      if (element.scrollHeight > element.clientHeight) setFollow(false);
    };
    const settle = (): void => {
      const place = line();
      if (!scrollsAlone.current && place !== null && isLineInView(place)) setFollow(true);
    };
    // What the user scrolls with; our own scrolling sends none of these.
    const intents = ['wheel', 'touchmove', 'keydown', 'pointerdown'] as const;
    for (const intent of intents) element.addEventListener(intent, leave, { passive: true });
    element.addEventListener('scrollend', settle);
    return () => {
      for (const intent of intents) element.removeEventListener(intent, leave);
      element.removeEventListener('scrollend', settle);
    };
  });

  return {
    following,
    follow: () => {
      setFollow(true);
      const node = words.current?.firstChild;
      if (node instanceof Text) scrollToLine(scroller.current, node, heard);
    },
    page: (direction) => {
      const element = scroller.current;
      if (element === null || element.scrollHeight <= element.clientHeight) return;
      setFollow(false);
      scrollGently(element, element.scrollTop + direction * element.clientHeight * 0.85);
    },
  };
}

/** Server text goes in as the data of a text node: markup in it is never read as markup. */
function writeText(parent: HTMLElement, text: string): Text {
  const first = parent.firstChild;
  const node = first instanceof Text ? first : document.createTextNode('');
  if (node !== first) parent.replaceChildren(node);
  if (text.startsWith(node.data)) node.appendData(text.slice(node.length));
  else node.data = text;
  return node;
}

function highlightFrom(node: Text, heard: number): void {
  if (!('highlights' in CSS)) return;
  if (heard >= node.length) {
    CSS.highlights.delete(UNHEARD);
    return;
  }
  const range = new Range();
  range.setStart(node, heard);
  range.setEnd(node, node.length);
  CSS.highlights.set(UNHEARD, new Highlight(range));
}

function geometry(scroller: HTMLElement, node: Text, heard: number): FollowGeometry {
  const range = new Range();
  range.setStart(node, Math.max(0, heard - 1));
  range.setEnd(node, heard);
  const line = range.getBoundingClientRect();
  const offset = scroller.scrollTop - scroller.getBoundingClientRect().top;
  return {
    scrollTop: scroller.scrollTop,
    viewHeight: scroller.clientHeight,
    contentHeight: scroller.scrollHeight,
    lineTop: line.top + offset,
    lineBottom: line.bottom + offset,
  };
}

function scrollToLine(scroller: HTMLElement | null, node: Text, heard: number): void {
  if (scroller === null || scroller.scrollHeight <= scroller.clientHeight) return;
  const top = followScrollTop(geometry(scroller, node, heard));
  if (Math.abs(top - scroller.scrollTop) < 1) return;
  scrollGently(scroller, top);
}

function scrollGently(scroller: HTMLElement, top: number): void {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollTo({ top, behavior: still ? 'instant' : 'smooth' });
}
