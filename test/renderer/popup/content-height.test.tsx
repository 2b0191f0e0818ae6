// @vitest-environment happy-dom
import { render } from 'preact';
import { useRef } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { useContentHeight } from '../../../src/renderer/popup/content-height';

/** What the layout would say, in CSS pixels, by the element's id. */
let heights: Record<string, number>;
let told: number[];
let root: HTMLElement;
let observers: FakeObserver[];

class FakeObserver implements ResizeObserver {
  readonly observed: Element[] = [];
  readonly changed: () => void;
  isOff = false;

  constructor(changed: () => void) {
    this.changed = changed;
    observers.push(this);
  }
  observe(element: Element): void {
    this.observed.push(element);
    // As a browser does, once the element is laid out.
    this.changed();
  }
  unobserve(): void {}
  disconnect(): void {
    this.isOff = true;
  }
}

const tell = (height: number): void => void told.push(height);

function Parts({ hasBottom }: { hasBottom: boolean }) {
  const top = useRef<HTMLElement>(null);
  const bottom = useRef<HTMLElement>(null);
  useContentHeight([top, bottom], tell);
  return (
    <>
      <header id="top" ref={top} />
      {hasBottom && <footer id="bottom" ref={bottom} />}
    </>
  );
}

const show = (hasBottom = true) => act(() => render(<Parts hasBottom={hasBottom} />, root));
const observer = () => observers.at(-1);

beforeEach(() => {
  heights = { top: 64, bottom: 40 };
  told = [];
  observers = [];
  root = document.createElement('div');
  document.body.replaceChildren(root);
  vi.stubGlobal('ResizeObserver', FakeObserver);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(function (this: Element) {
    return new DOMRect(0, 0, 640, heights[this.id] ?? 0);
  });
});
afterEach(() => {
  render(null, root);
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

test('the height of all parts together is told, and every change of it', async () => {
  await show();
  expect(told.at(-1)).toBe(104);
  heights.bottom = 60;
  observer()?.changed();
  expect(told.at(-1)).toBe(124);
});

test('what is the same is not told again', async () => {
  await show();
  const before = told.length;
  observer()?.changed();
  observer()?.changed();
  expect(told).toHaveLength(before);
});

test('a part of a pixel is a whole one: nothing is cut off', async () => {
  heights = { top: 64.2, bottom: 40.1 };
  await show();
  expect(told.at(-1)).toBe(105);
});

test('a part that is not there has no height', async () => {
  await show(false);
  expect(observer()?.observed.map(({ id }) => id)).toEqual(['top']);
  expect(told.at(-1)).toBe(64);
});

test('nothing is watched once the page is gone', async () => {
  await show();
  expect(observer()?.isOff).toBe(false);
  await act(() => render(null, root));
  expect(observers.every(({ isOff }) => isOff)).toBe(true);
});
