// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Popup } from '../../../src/renderer/popup/popup';
import { createPopupModel } from '../../../src/renderer/popup/popup-model';
import type { ReadLanguage } from '../../../src/renderer/ui/language';
import { en } from '../../../src/texts/en';
import { FakeApi } from './fake-api';
import { idle, stories } from './stories';

/** Tells of each element when it is first observed, as browsers do, and when a test says that it has another size. */
class Observer implements ResizeObserver {
  readonly #tell: () => void;
  readonly elements = new Set<Element | null>();

  constructor(callback: ResizeObserverCallback) {
    this.#tell = () => callback([], this);
    observers.add(this);
  }
  observe(element: Element): void {
    this.elements.add(element);
    this.#tell();
  }
  unobserve(): void {}
  disconnect(): void {
    observers.delete(this);
  }
  changed(): void {
    this.#tell();
  }
}
const observers = new Set<Observer>();
const changeSizeOf = (element: Element | null): void => {
  for (const each of observers) if (each.elements.has(element)) each.changed();
};

let root: HTMLElement;
const onHeight = vi.fn<(height: number) => void>();

beforeEach(() => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  onHeight.mockReset();
  vi.stubGlobal('ResizeObserver', Observer);
});
afterEach(() => {
  render(null, root);
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  expect(observers.size).toBe(0);
});

async function draw(read: ReadLanguage | null = { language: 'en', texts: en }) {
  const model = createPopupModel(new FakeApi(), () => {});
  const language = signal(read);
  await act(() => render(<Popup {...{ model, language, onHeight }} level={() => 0} />, root));
  return { model, language };
}

test('nothing is drawn before both the state and the language are there', async () => {
  const first = await draw();
  expect(root.innerHTML).toBe('');
  await act(() => first.model.receive(idle));
  expect(root.querySelector('textarea')).not.toBeNull();
  render(null, root);
  const second = await draw(null);
  await act(() => second.model.receive(idle));
  expect(root.innerHTML).toBe('');
  await act(() => {
    second.language.value = { language: 'en', texts: en };
  });
  expect(root.querySelector('textarea')).not.toBeNull();
});

test('the height is that of the top, the content and the bottom', async () => {
  const heights = new Map([
    ['top', 50],
    ['content', 200],
    ['status', 30],
  ]);
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockImplementation(function (this: HTMLElement) {
    const named = heights.get(this.className) ?? heights.get(this.firstElementChild?.className ?? '');
    return new DOMRect(0, 0, 640, named ?? 0);
  });
  const { model } = await draw();
  await act(() => model.receive(stories.done));
  expect(onHeight).toHaveBeenLastCalledWith(280);
});

test('the middle can be reached by the Tab key while there is more in it than it shows', async () => {
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(100);
  const scrollHeight = vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(101);
  const { model } = await draw();
  await act(() => model.receive(stories.long));
  const middle = root.querySelector('.middle');
  expect(middle?.getAttribute('tabindex')).toBe('0');
  scrollHeight.mockReturnValue(100);
  changeSizeOf(root.querySelector('.content'));
  expect(middle?.hasAttribute('tabindex')).toBe(false);
});
