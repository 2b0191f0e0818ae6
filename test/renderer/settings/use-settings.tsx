import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach } from 'vitest';
import type { SettingsSection, SettingsSnapshot } from '../../../src/preload/settings-contract';
import { Settings } from '../../../src/renderer/settings/settings';
import { createSettingsModel, type SettingsModel } from '../../../src/renderer/settings/settings-model';
import { en } from '../../../src/texts/en';
import { settings } from '../../../src/texts/en/settings';
import { FakeClock } from '../../fakes/clock';
import { FakeSettingsApi } from './fake-settings-api';

const language = signal({ language: 'en' as const, texts: { ...en, settings } });

/** The settings window of one test file, new for each test, used as a user would. The file's environment has a DOM. */
export function useSettings() {
  let root: HTMLElement;
  let api: FakeSettingsApi;
  let model: SettingsModel;
  let clock: FakeClock;

  beforeEach(() => {
    root = document.createElement('div');
    document.body.replaceChildren(root);
    api = new FakeSettingsApi();
    clock = new FakeClock();
    model = createSettingsModel(api, clock.schedule);
  });
  afterEach(() => render(null, root));

  /** What main answers has come when this is done. */
  const settle = () => act(() => new Promise<void>((resolve) => setTimeout(resolve)));

  function named<E extends HTMLElement>(selector: string, name: string, type: new () => E): E {
    const found = [...root.querySelectorAll(selector)].find((each) => nameOf(each) === name);
    if (!(found instanceof type)) throw new Error(`There is no ${selector} “${name}”.`);
    return found;
  }
  /** A field, switch or slider by what its label says. */
  const field = (name: string) => named('input, textarea, select', name, HTMLElement) as HTMLInputElement;

  return {
    api: () => api,
    calls: () => api.calls,
    settle,
    field,
    button: (name: string) => named('button', name, HTMLButtonElement),
    all: (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)],
    text: () => root.textContent ?? '',
    html: () => root.innerHTML,
    nameOf,
    async show(snapshot: SettingsSnapshot, section: SettingsSection): Promise<void> {
      await act(() => {
        model.receive(snapshot);
        model.show(section);
        render(<Settings model={model} language={language} />, root);
      });
    },
    /** So many ms go by. */
    wait: (ms: number) => act(() => clock.advance(ms)),
    /** Main says that the hotkey was pressed. */
    hotkeyPressed: () => act(() => model.shortcut.pressed()),
    receive: (snapshot: SettingsSnapshot) => act(() => model.receive(snapshot)),
    async click(name: string): Promise<void> {
      await act(() => named('button', name, HTMLButtonElement).click());
      await settle();
    },
    /** Ticks a radio button or a switch. */
    async tick(name: string): Promise<void> {
      await act(() => field(name).click());
      await settle();
    },
    async type(name: string, value: string): Promise<void> {
      const input = field(name);
      await act(() => {
        input.focus();
        input.value = value;
        input.dispatchEvent(new Event('input', { bubbles: true }));
      });
    },
    /** Leaves the field: what was typed is applied. */
    async leave(name: string): Promise<void> {
      await act(() => field(name).blur());
      await settle();
    },
    /** Resolves with whether the key was left to the browser. */
    async key(name: string, key: string, init: KeyboardEventInit = {}): Promise<boolean> {
      let isLeft = false;
      const press = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init });
      await act(() => {
        isLeft = field(name).dispatchEvent(press);
      });
      await settle();
      return isLeft;
    },
    /** The sentence at a field, or '' where nothing is wrong. */
    problemAt(name: string): string {
      const ids = field(name).getAttribute('aria-describedby')?.split(' ') ?? [];
      return ids.map((id) => root.querySelector(`[id="${id}"][role=alert]`)?.textContent ?? '').join('');
    },
  };
}

/** What a screen reader calls it: its own label, the label of its field, or its words. */
function nameOf(element: Element): string {
  const own = element.getAttribute('aria-label');
  if (own !== null) return own;
  const label = element.id === '' ? null : element.ownerDocument.querySelector(`label[for="${element.id}"]`);
  return (label ?? element.closest('label') ?? element).textContent?.trim() ?? '';
}
