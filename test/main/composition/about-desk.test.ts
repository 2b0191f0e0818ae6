import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import type { AboutDesk } from '../../../src/main/composition/about-desk';
import { createAboutDesk } from '../../../src/main/composition/about-desk';
import { BrowserWindow, shell } from '../../fakes/electron';
import { freshState } from '../../fakes/fresh-state';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

let store: Store;
let desk: AboutDesk;
const { getSystemVersion } = process;

beforeEach(() => {
  BrowserWindow.all.length = 0;
  process.getSystemVersion = () => '6.8.0';
  store = createStore(freshState());
  desk = createAboutDesk({
    platform: 'linux',
    execPath: '/opt/Aloud/aloud',
    licences: { own: 'LICENSE', bundled: [] },
    desktopNames: null,
    wayland: false,
    preload: '/preload.cjs',
    store,
    log: new FakeLog(),
  });
});

afterEach(() => {
  process.getSystemVersion = getSystemVersion;
});

it('opens one window, from wherever it is asked for', () => {
  desk.open();
  desk.calls.openAbout();
  expect(BrowserWindow.all).toHaveLength(1);
  expect(BrowserWindow.last.options.title).toBe('About Aloud');
  desk.calls.closeAbout();
  expect(BrowserWindow.last.isDestroyed()).toBe(true);
});

it('speaks the user’s language, also when that becomes another one', async () => {
  desk.open();
  expect(await desk.calls.getAbout()).toMatchObject({ language: 'en', parts: [{ name: 'Aloud' }] });
  store.dispatch({ type: 'muted', muted: true });
  expect(BrowserWindow.last.webContents.sent).toEqual([]);
  store.dispatch({ type: 'language', language: 'fr' });
  expect(BrowserWindow.last.webContents.messages('language')).toEqual(['fr']);
  expect(await desk.calls.getAbout()).toMatchObject({ language: 'fr' });
});

it('opens the licences of Chromium, which lie beside the program', async () => {
  await desk.calls.openChromiumLicences();
  expect(shell.openPath).toHaveBeenLastCalledWith('/opt/Aloud/LICENSES.chromium.html');
});

it('leaves nothing behind', () => {
  desk.open();
  desk.dispose();
  expect(BrowserWindow.last.isDestroyed()).toBe(true);
  store.dispatch({ type: 'language', language: 'fr' });
  desk.dispose();
});
