import type { Page } from 'playwright-core';

const LOST = `[...document.querySelectorAll('body *')].filter((element) => {
  if (element.closest('.told') !== null || element.checkVisibility() === false) return false;
  const { left, right } = element.getBoundingClientRect();
  const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
  return isCut || left < -1 || right > innerWidth + 1;
}).map((element) => element.className + ': ' + element.textContent)`;

/** What is cut off at a side, or reaches out of the window: a class and what is written there. */
export function lostParts(page: Page): Promise<string[]> {
  return page.evaluate(LOST);
}
