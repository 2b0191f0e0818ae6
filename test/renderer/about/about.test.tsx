// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AboutView } from '../../../src/preload/about-contract';
import { About } from '../../../src/renderer/about/about';
import type { ReadLanguage } from '../../../src/renderer/ui/language';
import { de } from '../../../src/texts/de';
import { en } from '../../../src/texts/en';
import { aboutView } from './about-view';

const onChromiumLicences = vi.fn();
const onClose = vi.fn();
const view = signal<AboutView | null>(null);
const language = signal<ReadLanguage | null>(null);
let root: HTMLElement;

async function show(changes: Partial<AboutView> = {}): Promise<void> {
  await act(() => {
    view.value = aboutView(changes);
    language.value = { language: 'en', texts: en };
  });
}

const all = (selector: string) => [...root.querySelectorAll<HTMLElement>(selector)];
const button = (name: string) => all('button').find(({ textContent }) => textContent === name);
const search = () => root.querySelector('input') as HTMLInputElement;
const names = () => all('details b').map(({ textContent }) => textContent);
const status = () => all('.search [role=status]')[0]?.textContent;
const press = (target: EventTarget, key: string, init: KeyboardEventInit = {}) =>
  act(
    () =>
      void target.dispatchEvent(
        new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
      ),
  );

async function type(query: string): Promise<void> {
  await act(() => {
    search().value = query;
    search().dispatchEvent(new Event('input', { bubbles: true }));
  });
}

beforeEach(async () => {
  root = document.createElement('div');
  document.body.replaceChildren(root);
  vi.clearAllMocks();
  view.value = null;
  language.value = null;
  await act(() =>
    render(
      <About view={view} language={language} onChromiumLicences={onChromiumLicences} onClose={onClose} />,
      root,
    ),
  );
});
afterEach(() => act(() => render(null, root)));

test('draws nothing before it knows what, and in which language', async () => {
  expect(root.textContent).toBe('');
  await show();
  await act(() => {
    language.value = { language: 'de', texts: de };
  });
  expect(root.textContent).toContain('Lizenzen');
});

test('says what Aloud is and what it runs on', async () => {
  await show();
  expect(root.querySelector('h1')?.textContent).toBe('Aloud 1.2.3');
  expect(all('dt').map(({ textContent }) => textContent)).toEqual([
    'Electron',
    'Chromium',
    'Node.js',
    'System',
  ]);
  expect(all('dd').map(({ textContent }) => textContent)).toEqual([
    '45.4.1',
    '156.0.8078.5',
    '24.9.0',
    'Ubuntu 24.04 LTS, Linux 6.8.0 (x64)',
  ]);
});

test('copies the versions for a report, and says so', async () => {
  const writeText = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await show();
  await act(async () => button('Copy versions')?.click());
  expect(writeText).toHaveBeenCalledExactlyOnceWith(expect.stringMatching(/^Aloud 1\.2\.3\nElectron 45/u));
  expect(button('Copied')).toBeDefined();
});

test('holds the licence of every part, closed at first, as text', async () => {
  await show();
  expect(all('summary').map(({ textContent }) => textContent)).toEqual([
    'preact 11.2.0MIT',
    'semver 7.8.6ISC',
  ]);
  expect(all('details[open]')).toEqual([]);
  expect(all('pre')[0]?.textContent).toContain('Permission is <b>hereby</b> granted');
  expect(root.querySelector('pre b')).toBeNull();
});

test('opens the licences of Chromium where they are there', async () => {
  await show();
  button('Licences of Chromium…')?.click();
  expect(onChromiumLicences).toHaveBeenCalledOnce();
  await show({ hasChromiumLicences: false });
  expect(button('Licences of Chromium…')).toBeUndefined();
});

test('is searched by name and licence, and says what it found', async () => {
  await show();
  expect(status()).toBe('');
  await type('isc');
  expect(names()).toEqual(['semver']);
  expect(status()).toBe('1 of 2');
  await type('nowhere');
  expect(names()).toEqual([]);
  expect(status()).toBe('Nothing of this name or licence ships with Aloud.');
});

test('goes to the search by its key, and back to all by Escape, before that closes', async () => {
  await show();
  await press(document.body, 'f', { ctrlKey: true });
  expect(document.activeElement).toBe(search());
  await type('isc');
  await press(search(), 'Escape');
  expect(names()).toEqual(['preact', 'semver']);
  expect(onClose).not.toHaveBeenCalled();
  await press(search(), 'Escape');
  expect(onClose).toHaveBeenCalledOnce();
});

test('goes with Escape from elsewhere and with the key of commands and W, and hears nothing any more when it is gone', async () => {
  await show();
  await type('isc');
  await press(document.body, 'Escape');
  await press(document.body, 'w', { ctrlKey: true });
  expect(onClose).toHaveBeenCalledTimes(2);
  await act(() => render(null, root));
  await press(document.body, 'Escape');
  expect(onClose).toHaveBeenCalledTimes(2);
});
