import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PopupPageListener } from '../../../src/main/shell/popup-page';
import { PopupPage } from '../../../src/main/shell/popup-page';
import type { Snapshot } from '../../../src/preload/contract';
import { FakeClock } from '../../fakes/clock';
import { BrowserWindow, nativeTheme } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';
import { snapshot } from '../../fakes/snapshot';

vi.mock('electron', () => import('../../fakes/electron'));

/** What the page told, oldest first. */
let told: string[] = [];
/** The windows that were told as made. */
let made: unknown[] = [];
/** Whether the window is to stay when the user closes it. */
let stays = true;
let log = new FakeLog();

function newPage(platform: Snapshot['platform'] = 'linux'): PopupPage {
  const listener: PopupPageListener = {
    made: (window) => made.push(window),
    painted: () => told.push('painted'),
    loaded: () => told.push('loaded'),
    reloading: () => told.push('reloading'),
    blurred: () => told.push('blurred'),
    closing: () => {
      told.push('closing');
      return stays;
    },
    closed: () => told.push('closed'),
    crashed: () => told.push('crashed'),
  };
  const schedule = new FakeClock().schedule;
  return new PopupPage({ platform, preload: '/out/preload/index.cjs', log, schedule }, listener);
}

beforeEach(() => {
  BrowserWindow.all.length = 0;
  nativeTheme.removeAllListeners();
  told = [];
  made = [];
  stays = true;
  log = new FakeLog();
});

describe('the window', () => {
  it('is made once, hidden, without a frame, and closed in', () => {
    const page = newPage();
    expect(page.window).toBeNull();
    expect(page.ensure()).toBe(page.ensure());
    const window = BrowserWindow.last;
    expect(made).toEqual([window]);
    expect(window.loadURL).toHaveBeenCalledExactlyOnceWith('app://aloud/popup/index.html');
    expect(window.options).toMatchObject({ show: false, frame: false, skipTaskbar: true, alwaysOnTop: true });
    expect(window.options.webPreferences).toMatchObject({
      preload: '/out/preload/index.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      backgroundThrottling: false,
    });
  });

  it('is a panel over full screens on macOS', () => {
    newPage('darwin').ensure();
    expect(BrowserWindow.last.options.type).toBe('panel');
    expect(BrowserWindow.last.setVisibleOnAllWorkspaces).toHaveBeenCalledWith(true, {
      visibleOnFullScreen: true,
      skipTransformProcessType: true,
    });
  });

  it.each([true, false])('stays when the user closes it, if that is wanted (%s)', (wanted) => {
    stays = wanted;
    newPage().ensure();
    const event = { preventDefault: vi.fn() };
    BrowserWindow.last.emit('close', event);
    expect(told).toEqual(['closing']);
    expect(event.preventDefault).toHaveBeenCalledTimes(wanted ? 1 : 0);
  });

  it('is made anew once it is gone', () => {
    const page = newPage();
    page.ensure();
    BrowserWindow.last.load();
    expect(page.painted).toBe(true);
    BrowserWindow.last.destroyed = true;
    expect(page.window).toBeNull();
    page.ensure();
    expect(BrowserWindow.all).toHaveLength(2);
    expect(page.painted).toBe(false);
  });
});

describe('the page', () => {
  it('is brought up to date once it is loaded', () => {
    const page = newPage();
    const latest = snapshot({ volume: 0.5 });
    page.push(snapshot());
    page.ensure();
    page.push(latest);
    expect(BrowserWindow.last.webContents.messages('snapshot')).toEqual([]);
    BrowserWindow.last.load();
    expect(BrowserWindow.last.webContents.messages('snapshot')).toEqual([latest]);
    expect(told).toEqual(['loaded', 'painted']);
  });

  it('gets an audio port', () => {
    const page = newPage();
    expect(page.openAudioPort()).toBeNull();
    page.ensure();
    expect(page.openAudioPort()).not.toBeNull();
    expect(BrowserWindow.last.webContents.ports).toMatchObject([{ channel: 'audio-port' }]);
  });

  it('is told when it is loaded anew, not when it is loaded first', () => {
    newPage().ensure();
    BrowserWindow.last.load();
    expect(told).not.toContain('reloading');
    BrowserWindow.last.webContents.emit('did-start-loading');
    expect(told).toContain('reloading');
  });

  it('that has crashed is told, and the reason is logged', () => {
    newPage().ensure();
    BrowserWindow.last.webContents.emit('render-process-gone', {}, { reason: 'oom' });
    expect(told).toEqual(['crashed']);
    expect(log.text).toContain('oom');
  });
});

describe('a discarded window', () => {
  it('is destroyed, and nothing that it still reports is heard', () => {
    const page = newPage();
    page.ensure();
    const window = BrowserWindow.last;
    page.discard();
    expect(window.destroyed).toBe(true);
    expect(page.window).toBeNull();
    window.load();
    window.emit('blur');
    window.emit('close', { preventDefault: vi.fn() });
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(told).toEqual([]);
    expect(page.painted).toBe(false);
    page.push(snapshot());
    page.notify('hidden', null);
    expect(window.webContents.sent).toEqual([]);
  });
});
