import { beforeEach, describe, expect, it, vi } from 'vitest';
import { PageWindow } from '../../../src/main/shell/page-window';
import { BrowserWindow } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

let log: FakeLog;
const told = { loading: vi.fn(), loaded: vi.fn(), closed: vi.fn() };

const newWindow = () =>
  new PageWindow({
    page: 'about',
    size: { width: 560, height: 640 },
    least: { width: 360, height: 320 },
    preload: '/preload.cjs',
    log,
    title: () => 'About Aloud',
    ...told,
  });

beforeEach(() => {
  BrowserWindow.all.length = 0;
  BrowserWindow.loading = Promise.resolve();
  log = new FakeLog();
  vi.clearAllMocks();
});

describe('a window with a frame', () => {
  it('is shown once it is painted, and brought to the front when it is asked for again', () => {
    const window = newWindow();
    expect(window.isOpen).toBe(false);
    window.open();
    expect(window.isOpen).toBe(true);
    expect(BrowserWindow.last.loadURL).toHaveBeenCalledExactlyOnceWith('app://aloud/about/index.html');
    expect(BrowserWindow.last.options).toMatchObject({
      title: 'About Aloud',
      show: false,
      width: 560,
      minHeight: 320,
    });
    expect(BrowserWindow.last.visible).toBe(false);
    BrowserWindow.last.load();
    expect(told.loading).toHaveBeenCalledBefore(told.loaded);
    BrowserWindow.last.minimized = true;
    window.open();
    expect(BrowserWindow.last.log).toEqual(['show', 'focus', 'restore', 'show', 'focus']);
    expect(BrowserWindow.all).toHaveLength(1);
  });

  it('is made anew after it was closed', () => {
    const window = newWindow();
    window.open();
    window.close();
    expect(told.closed).toHaveBeenCalledOnce();
    window.open();
    expect(BrowserWindow.all).toHaveLength(2);
    window.dispose();
    expect(BrowserWindow.last.isDestroyed()).toBe(true);
    expect(told.closed).toHaveBeenCalledOnce();
  });

  it('whose page crashes is gone, and can be opened again', () => {
    const window = newWindow();
    window.open();
    BrowserWindow.last.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(log.text).toContain('crashed');
    expect(BrowserWindow.last.isDestroyed()).toBe(true);
    expect(told.closed).toHaveBeenCalledOnce();
    window.open();
    expect(BrowserWindow.all).toHaveLength(2);
  });

  it('whose page cannot be loaded is gone, and can be opened again', async () => {
    const window = newWindow();
    BrowserWindow.loading = Promise.reject(new Error('ERR_FAILED'));
    window.open();
    await expect(BrowserWindow.loading).rejects.toThrow('ERR_FAILED');
    expect(BrowserWindow.last.isDestroyed()).toBe(true);
    expect(log.text).toContain('ERR_FAILED');
    expect(told.closed).toHaveBeenCalledOnce();
    BrowserWindow.loading = Promise.resolve();
    window.open();
    expect(BrowserWindow.all).toHaveLength(2);
  });

  it('that is closed before its page was loaded is no failure', async () => {
    const window = newWindow();
    BrowserWindow.loading = Promise.reject(new Error('ERR_ABORTED'));
    window.open();
    window.close();
    await expect(BrowserWindow.loading).rejects.toThrow('ERR_ABORTED');
    expect(log.lines).toEqual([]);
    expect(told.closed).toHaveBeenCalledOnce();
  });

  it('tells its page what it is told, while there is one', () => {
    const window = newWindow();
    window.send('language', 'de');
    window.open();
    window.send('language', 'fr');
    expect(BrowserWindow.last.webContents.messages('language')).toEqual(['fr']);
  });
});
