import type { Page } from 'playwright-core';

/** What is cut on purpose, or scrolls: it can be read otherwise. */
const MAY_BE_CUT = 'code, .answer-prompt, .status-hints, .status-hints *, textarea, input, select';

/**
 * What of the page does not fit: words that are cut off, that stick out of the window or of the button that they are on.
 * Each by its class and its words.
 */
export function misfits(page: Page): Promise<string[]> {
  return page.evaluate((mayBeCut) => {
    const found: string[] = [];
    const holdsWords = (element: Element): boolean =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
      );
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (!holdsWords(element) || element.matches(mayBeCut) || element.closest('.told') !== null) continue;
      if (!element.checkVisibility()) continue;
      const range = document.createRange();
      range.selectNodeContents(element);
      const words = range.getBoundingClientRect();
      const box = (element.closest('button, kbd') ?? element).getBoundingClientRect();
      const isOut = words.left < -0.5 || words.right > innerWidth + 0.5;
      const isOver =
        words.left < box.left - 1 || words.right > box.right + 1 || words.bottom > box.bottom + 1;
      if (isOut || isOver) found.push(`${element.tagName}.${element.className}: ${element.textContent}`);
    }
    if (document.documentElement.scrollWidth > innerWidth) found.push('the page is wider than its window');
    return found;
  }, MAY_BE_CUT);
}
