import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Store } from '../../../src/main/assistant/store';
import { createStore } from '../../../src/main/assistant/store';
import type { Updating } from '../../../src/main/composition/updating';
import { createUpdating } from '../../../src/main/composition/updating';
import type { SettingsStore } from '../../../src/main/settings/store';
import { openSettings } from '../../../src/main/settings/store';
import type { Updater } from '../../../src/main/shell/auto-updater';
import { FakeClock } from '../../fakes/clock';
import { app, dialog } from '../../fakes/electron';
import { freshState } from '../../fakes/fresh-state';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

const updater = {
  look: vi.fn<Updater['look']>(),
  download: vi.fn<Updater['download']>(() => ({ done: Promise.resolve(), cancel: () => undefined })),
  install: vi.fn<Updater['install']>(),
};
vi.mock('../../../src/main/shell/auto-updater', () => ({ createUpdater: () => updater }));

let dir = '';
let store: Store;
let clock: FakeClock;
let settings: SettingsStore;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-updating-'));
  mkdirSync(join(dir, 'resources'));
  mkdirSync(join(dir, 'mount'));
  writeFileSync(join(dir, 'Aloud.AppImage'), '');
  writeFileSync(join(dir, 'resources/app-update.yml'), 'provider: generic\n');
  Reflect.set(process, 'resourcesPath', join(dir, 'resources'));
  store = createStore(freshState());
  clock = new FakeClock();
  settings = openSettings({
    dir,
    schedule: clock.schedule,
    date: () => new Date(0),
    onWriteError: () => undefined,
  });
  app.isPackaged = true;
  vi.clearAllMocks();
  updater.look.mockResolvedValue('2.0.0');
});

afterEach(() => {
  Reflect.deleteProperty(process, 'resourcesPath');
  rmSync(dir, { recursive: true });
});

function create(environment: Record<string, string> = {}): Updating {
  return createUpdating({
    platform: 'linux',
    execPath: join(dir, 'mount/aloud'),
    environment: { APPIMAGE: join(dir, 'Aloud.AppImage'), APPDIR: join(dir, 'mount'), ...environment },
    version: '1.2.3',
    store,
    settings,
    schedule: clock.schedule,
    now: clock.now,
    chance: () => 0.5,
    log: new FakeLog(),
  });
}

const told = (): unknown => dialog.showMessageBox.mock.lastCall?.[0].message;

describe('who asks', () => {
  it('is offered the update, and gets it with a new start', async () => {
    create().ask();
    await vi.waitFor(() => expect(told()).toBe('Aloud 2.0.0 is ready.'));
    await vi.waitFor(() => expect(updater.install).toHaveBeenCalledExactlyOnceWith(true));
  });

  it('may do it later: then it is installed at the end', async () => {
    dialog.showMessageBox.mockResolvedValueOnce({ response: 1, checkboxChecked: false });
    const updating = create();
    updating.ask();
    await vi.waitFor(() => expect(told()).toBe('Aloud 2.0.0 is ready.'));
    expect(updater.install).not.toHaveBeenCalled();
    updating.quit();
    expect(updater.install).toHaveBeenCalledExactlyOnceWith(false);
    expect(app.quit).not.toHaveBeenCalled();
  });

  it('is told once that there is nothing, and again when asking again', async () => {
    updater.look.mockResolvedValue(null);
    const updating = create();
    updating.ask();
    await vi.waitFor(() => expect(told()).toBe('Aloud is up to date.'));
    clock.advance(24 * 3_600_000);
    await vi.waitFor(() => expect(updater.look).toHaveBeenCalledTimes(2));
    expect(dialog.showMessageBox).toHaveBeenCalledOnce();
    updating.ask();
    await vi.waitFor(() => expect(dialog.showMessageBox).toHaveBeenCalledTimes(2));
  });

  it('is told what is in the way', () => {
    create({ APPDIR: '/elsewhere' }).ask();
    expect(told()).toBe('Aloud does not update itself here.');
    expect(store.state.update).toEqual({ kind: 'unavailable', obstacle: 'owned' });
  });

  it('is answered when Aloud has finished speaking', async () => {
    const updating = create();
    store.dispatch({ type: 'asked', turn: 1, prompt: 'Hello', at: 0 });
    updating.ask();
    expect(store.state.update).toEqual({ kind: 'waiting' });
    expect(updater.look).not.toHaveBeenCalled();
    store.dispatch({ type: 'stopped', turn: 1 });
    await vi.waitFor(() => expect(told()).toBe('Aloud 2.0.0 is ready.'));
  });
});

describe('the setting', () => {
  const DAY = 24 * 3_600_000;

  it('off means that nobody looks, but for who asks', async () => {
    settings.set({ updates: false });
    const updating = create();
    clock.advance(2 * DAY);
    expect(updater.look).not.toHaveBeenCalled();
    updating.look();
    await vi.waitFor(() => expect(store.state.update).toEqual({ kind: 'ready', version: '2.0.0' }));
    expect(dialog.showMessageBox).not.toHaveBeenCalled();
  });

  it('on takes effect at once', async () => {
    settings.set({ updates: false });
    create();
    clock.advance(DAY);
    settings.set({ updates: true });
    await vi.waitFor(() => expect(updater.look).toHaveBeenCalledOnce());
  });
});

it('quits where nothing is to be installed', () => {
  create().quit();
  expect(app.quit).toHaveBeenCalledOnce();
});

it('is not there for what was not installed', () => {
  app.isPackaged = false;
  create();
  expect(store.state.update).toEqual({ kind: 'unavailable', obstacle: 'not-installed' });
});
