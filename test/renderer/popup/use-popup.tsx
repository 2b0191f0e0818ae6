import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach } from 'vitest';
import type { Snapshot } from '../../../src/preload/contract';
import { Popup } from '../../../src/renderer/popup/popup';
import { createPopupModel, type PopupModel } from '../../../src/renderer/popup/popup-model';
import { en } from '../../../src/texts/en';
import { FakeApi } from './fake-api';

const language = signal({ language: 'en' as const, texts: en });

/** The popup of one test file, new for each test, used as a user would. The file's environment has a DOM. */
export function usePopup() {
  let root: HTMLElement;
  let api: FakeApi;
  let model: PopupModel;

  beforeEach(() => {
    root = document.createElement('div');
    document.body.replaceChildren(root);
    api = new FakeApi();
    model = createPopupModel(api, () => {});
  });
  afterEach(() => render(null, root));

  function one<E extends Element>(selector: string, type: new () => E): E {
    const found = root.querySelector(selector);
    if (!(found instanceof type)) throw new Error(`There is no ${selector}.`);
    return found;
  }
  function button(name: string): HTMLButtonElement {
    const named = [...root.querySelectorAll('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent) === name,
    );
    if (named === undefined) throw new Error(`There is no button “${name}”.`);
    return named;
  }
  const field = () => one('textarea', HTMLTextAreaElement);
  const enter = (input: HTMLInputElement | HTMLTextAreaElement, value: string) =>
    act(() => {
      input.value = value;
      input.dispatchEvent(new Event('input', { bubbles: true }));
    });

  return {
    one,
    button,
    field,
    /** Types into any field, or moves a slider. */
    enter,
    all: (selector: string) => root.querySelectorAll(selector),
    html: () => root.innerHTML,
    calls: () => api.calls,
    answers: (answers: FakeApi['answers']) => {
      api.answers = answers;
    },
    /** Main is not reached. */
    breaks: () => {
      api.broken = true;
    },
    /** Main takes its time; the returned function lets it answer. */
    hold: () => {
      let release = (): void => {};
      api.held = new Promise((resolve) => {
        release = resolve;
      });
      return () =>
        act(async () => {
          release();
          // What waited for it has been done when this task is.
          await new Promise((resolve) => setTimeout(resolve));
        });
    },
    text: (selector: string) => one(selector, HTMLElement).textContent,
    show: (snapshot: Snapshot, view: 'ask' | 'key' = 'ask') =>
      act(() => {
        model.receive(snapshot);
        model.shown(view);
        render(<Popup model={model} language={language} level={() => 0} onHeight={() => {}} />, root);
      }),
    hide: () => act(() => model.hidden()),
    showAgain: (view: 'ask' | 'key' = 'ask') => act(() => model.shown(view)),
    unmount: () => render(null, root),
    receive: (snapshot: Snapshot) => act(() => model.receive(snapshot)),
    click: (name: string) => act(() => button(name).click()),
    type: (words: string) => enter(field(), words),
    /** Resolves with whether the key was left to the browser. */
    async key(name: string, init: KeyboardEventInit = {}): Promise<boolean> {
      let isLeft = false;
      await act(() => {
        const target = document.activeElement ?? document.body;
        isLeft = target.dispatchEvent(
          new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true, ...init }),
        );
      });
      return isLeft;
    },
  };
}
