import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';

/** Lets the Tab key reach `scroller` while `content` is more than it shows: a stop where nothing can be done is none. */
export function useTabStop(
  scroller: RefObject<HTMLElement | null>,
  content: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const look = (): void => {
      if (element.scrollHeight > element.clientHeight) element.tabIndex = 0;
      else element.removeAttribute('tabindex');
    };
    const observer = new ResizeObserver(look);
    for (const part of [scroller, content]) if (part.current !== null) observer.observe(part.current);
    return () => observer.disconnect();
  }, [scroller, content]);
}
