import { beforeEach, describe, expect, it, vi } from 'vitest';
import { SettingsWindow } from '../../../src/main/shell/settings-window';
import { FakeClock } from '../../fakes/clock';
import { BrowserWindow, screen } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';
import { settingsSnapshot } from '../../fakes/settings-snapshot';

vi.mock('electron', () => import('../../fakes/electron'));

let clock = new FakeClock();
const closed = vi.fn();
let volume = 1;

function newWindow(): SettingsWindow {
  return new SettingsWindow({
    preload: '/out/preload/index.cjs',
    schedule: clock.schedule,
    log: new FakeLog(),
    title: () => 'Aloud Settings',
    snapshot: () => settingsSnapshot({ volume }),
    closed,
  });
}

beforeEach(() => {
  BrowserWindow.all.length = 0;
  clock = new FakeClock();
  volume = 1;
  screen.cursor = { x: 100, y: 100 };
  vi.clearAllMocks();
});

describe('the settings window', () => {
  it('is an ordinary window with a title, closed in like every page of ours', () => {
    newWindow().open(null);
    const window = BrowserWindow.last;
    expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('app://aloud/settings/index.html');
    expect(window.options).toMatchObject({ title: 'Aloud Settings', show: false, minWidth: 560 });
    expect(window.options.frame).toBeUndefined();
    expect(window.options.webPreferences).toEqual({
      preload: '/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    });
  });

  it('opens in the middle of the display where the user is, once it is painted', () => {
    screen.cursor = { x: -100, y: 100 };
    newWindow().open(null);
    const window = BrowserWindow.last;
    expect(window.options).toMatchObject({ x: -1080, y: 80, width: 880, height: 640 });
    expect(window.visible).toBe(false);
    window.load();
    expect(window.log).toEqual(['show', 'focus']);
  });

  it('is brought to the front when it is open already, at the section that is wanted', () => {
    const settings = newWindow();
    settings.open('voice');
    const window = BrowserWindow.last;
    expect(window.webContents.messages('section')).toEqual([]);
    window.load();
    expect(window.webContents.messages('section')).toEqual(['voice']);
    settings.open('sound');
    settings.open(null);
    expect(BrowserWindow.all).toHaveLength(1);
    expect(window.webContents.messages('section')).toEqual(['voice', 'sound']);
    expect(window.log.filter((step) => step === 'focus')).toHaveLength(3);
  });

  it('is kept up to date while it is open, and no longer', () => {
    const settings = newWindow();
    settings.push();
    settings.open(null);
    const window = BrowserWindow.last;
    window.load();
    volume = 0.5;
    clock.advance(1000);
    settings.push();
    const volumes = window.webContents
      .messages('settings')
      .map((message) => (message as { volume: number }).volume);
    expect(volumes).toEqual([1, 0.5]);
    window.destroy();
    settings.push();
    expect(window.webContents.messages('settings')).toHaveLength(2);
  });

  it('is made anew after it was closed or its page crashed, and says each time that it is gone', () => {
    const settings = newWindow();
    settings.open(null);
    BrowserWindow.last.load();
    BrowserWindow.last.destroy();
    expect(closed).toHaveBeenCalledTimes(1);
    settings.open(null);
    BrowserWindow.last.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(closed).toHaveBeenCalledTimes(2);
    expect(BrowserWindow.last.destroyed).toBe(true);
    settings.open(null);
    expect(BrowserWindow.all).toHaveLength(3);
  });

  it('leaves nothing behind', () => {
    const settings = newWindow();
    settings.open(null);
    settings.dispose();
    settings.dispose();
    expect(BrowserWindow.last.destroyed).toBe(true);
    expect(closed).not.toHaveBeenCalled();
  });
});
