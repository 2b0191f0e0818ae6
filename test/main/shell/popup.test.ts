import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { PopupListener } from '../../../src/main/shell/popup';
import { FIRST_PAINT_TIMEOUT_MS, Popup, SHOW_SETTLE_MS } from '../../../src/main/shell/popup';
import { HOTKEY_GUARD_MS, TRAY_CLICK_GUARD_MS } from '../../../src/main/shell/popup-toggle';
import { VEIL_MS, VEILED } from '../../../src/main/shell/popup-veil';
import type { Snapshot } from '../../../src/preload/contract';
import { FakeClock } from '../../fakes/clock';
import { app, BrowserWindow, DISPLAYS, nativeTheme, screen } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';
import { snapshot } from '../../fakes/snapshot';

vi.mock('electron', () => import('../../fakes/electron'));

let clock = new FakeClock();
let staysOpen = false;
let listener: { [K in keyof PopupListener]: ReturnType<typeof vi.fn<PopupListener[K]>> };

function newPopup(platform: Snapshot['platform'] = 'linux'): Popup {
  const options = { platform, preload: '/out/preload/index.cjs', log: new FakeLog(), listener };
  const place = { placing: () => ({ kind: 'cursor' as const }), onMoved: () => undefined, knowsPlaces: true };
  return new Popup({
    ...options,
    ...place,
    staysOpen: () => staysOpen,
    schedule: clock.schedule,
    now: clock.now,
  });
}

/** A popup whose page is loaded, at rest for a while. */
function readyPopup(platform?: Snapshot['platform']): { popup: Popup; window: BrowserWindow } {
  const popup = newPopup(platform);
  popup.prepare();
  BrowserWindow.last.load();
  clock.advance(10_000);
  return { popup, window: BrowserWindow.last };
}

/** Shown, and past the time in which the focus may flicker. */
function shownPopup(platform?: Snapshot['platform']): { popup: Popup; window: BrowserWindow } {
  const ready = readyPopup(platform);
  ready.popup.show();
  clock.advance(10_000);
  ready.window.log.length = 0;
  return ready;
}

beforeEach(() => {
  BrowserWindow.all.length = 0;
  app.removeAllListeners();
  clock = new FakeClock();
  listener = { shown: vi.fn(), hidden: vi.fn(), pageLost: vi.fn() };
  staysOpen = false;
  nativeTheme.removeAllListeners();
  nativeTheme.shouldUseDarkColors = false;
  screen.removeAllListeners();
  screen.displays = DISPLAYS;
  screen.cursor = { x: 100, y: 100 };
  vi.clearAllMocks();
});

describe('the window', () => {
  it('is made once and kept', () => {
    const { popup } = readyPopup();
    popup.prepare();
    popup.show();
    popup.hide();
    popup.show();
    expect(BrowserWindow.all).toHaveLength(1);
  });

  it('has the colour of its page behind it, in each theme, until it is gone', () => {
    const { popup, window } = shownPopup();
    expect(window.options.backgroundColor).toBe('#fffefb');
    nativeTheme.shouldUseDarkColors = true;
    nativeTheme.emit('updated');
    expect(window.setBackgroundColor).toHaveBeenLastCalledWith('#17171f');
    popup.dispose();
    expect(nativeTheme.listenerCount('updated')).toBe(0);
  });

  it('is hidden, not destroyed, when the user closes it', () => {
    const { popup, window } = shownPopup();
    const event = { preventDefault: vi.fn() };
    window.emit('close', event);
    expect(event.preventDefault).toHaveBeenCalled();
    expect(popup.isVisible).toBe(false);
  });

  it('does not stand in the way of quitting', () => {
    const { popup, window } = shownPopup();
    app.emit('before-quit');
    const event = { preventDefault: vi.fn() };
    window.emit('close', event);
    expect(event.preventDefault).not.toHaveBeenCalled();
    window.destroy();
    expect(popup.isVisible).toBe(false);
    popup.setContentHeight(300);
    popup.hide();
    expect(window.log).toEqual([]);
  });
});

describe('showing', () => {
  it('places it before it is seen, takes the focus and tells the page', () => {
    const { popup, window } = readyPopup();
    popup.show('key');
    expect(window.log).toEqual(['setBounds', 'show', 'focus']);
    expect(window.webContents.messages('shown')).toEqual([{ view: 'key' }]);
    expect(listener.shown).toHaveBeenCalledOnce();
  });

  it("opens on the cursor's display", () => {
    screen.cursor = { x: -500, y: 300 };
    const { popup, window } = readyPopup();
    popup.show();
    expect(window.bounds).toMatchObject({ x: -960, y: 176, width: 640 });
  });

  it('tells the page ahead of the window, so that it draws first', () => {
    const { popup, window } = readyPopup();
    let told = 0;
    window.on('move', () => {
      told = window.webContents.messages('shown').length;
    });
    popup.show('key');
    expect(told).toBe(1);
  });

  it.each(['darwin', 'win32'] as const)('is not seen before its page has drawn on %s', (platform) => {
    const { popup, window } = readyPopup(platform);
    popup.show();
    expect(window.log).toEqual([`opacity ${VEILED}`, 'setBounds', 'show', 'focus']);
    popup.pagePainted();
    popup.pagePainted();
    clock.advance(VEIL_MS);
    expect(window.log.slice(4)).toEqual(['opacity 1']);
    expect(clock.waiting).toBe(0);
  });

  it('is seen a little later when its page does not draw', () => {
    const { popup, window } = readyPopup('darwin');
    popup.show();
    clock.advance(VEIL_MS);
    expect(window.log.at(-1)).toBe('opacity 1');
  });

  it('stays unseen when it is hidden before its page has drawn', () => {
    const { popup, window } = readyPopup('darwin');
    popup.show();
    popup.hide();
    popup.pagePainted();
    clock.advance(VEIL_MS);
    expect(window.log).not.toContain('opacity 1');
  });

  it('waits for the first paint, so that nothing white is seen', () => {
    const popup = newPopup();
    popup.show();
    const window = BrowserWindow.last;
    expect(popup.isVisible).toBe(true);
    expect(window.log).toEqual([]);
    window.load();
    expect(window.log).toEqual(['setBounds', 'show', 'focus']);
    clock.advance(FIRST_PAINT_TIMEOUT_MS);
    expect(window.log).toHaveLength(3);
  });

  it('does not wait for ever', () => {
    newPopup().show();
    clock.advance(FIRST_PAINT_TIMEOUT_MS);
    expect(BrowserWindow.last.visible).toBe(true);
  });

  it('tells a page that was shown before it could listen', () => {
    newPopup().show('key');
    clock.advance(FIRST_PAINT_TIMEOUT_MS);
    const window = BrowserWindow.last;
    const before = window.webContents.messages('shown').length;
    window.load();
    expect(window.webContents.messages('shown').slice(before)).toEqual([{ view: 'key' }]);
  });

  it('is not shown any more if it was hidden while it waited', () => {
    const popup = newPopup();
    popup.show();
    popup.hide();
    BrowserWindow.last.load();
    clock.advance(FIRST_PAINT_TIMEOUT_MS);
    expect(BrowserWindow.last.log).toEqual([]);
    expect(listener.hidden).not.toHaveBeenCalled();
  });

  it('only takes the focus and changes the view when it is open already', () => {
    const { popup, window } = shownPopup();
    popup.show('key');
    expect(window.log).toEqual(['focus']);
    expect(window.webContents.messages('shown').at(-1)).toEqual({ view: 'key' });
  });
});

describe('hiding', () => {
  it.each([
    ['linux', ['hide', 'blur'], 0],
    ['win32', ['opacity 0', 'minimize', 'blur', 'hide'], 0],
    ['darwin', ['hide', 'blur'], 1],
  ] as const)('gives the focus back on %s', (platform, steps, appHidden) => {
    const { popup, window } = shownPopup(platform);
    popup.hide();
    popup.hide();
    expect(window.log).toEqual(steps);
    expect(app.hide).toHaveBeenCalledTimes(appHidden);
    expect(window.webContents.messages('hidden')).toEqual([null]);
    expect(listener.hidden).toHaveBeenCalledOnce();
  });

  it.each(['linux', 'win32', 'darwin'] as const)(
    'happens when the focus goes elsewhere, and leaves it there on %s',
    (platform) => {
      const { popup, window } = shownPopup(platform);
      window.blur();
      expect(popup.isVisible).toBe(false);
      expect(window.log).toEqual(['blur', 'hide']);
      expect(app.hide).not.toHaveBeenCalled();
    },
  );

  it('leaves another window of ours on macOS', () => {
    const { popup } = shownPopup('darwin');
    const settings = new BrowserWindow();
    settings.show();
    popup.hide();
    expect(app.hide).not.toHaveBeenCalled();
  });

  it('is undone by showing it, on Windows out of the minimised state and before it is placed', () => {
    const { popup, window } = shownPopup('win32');
    popup.hide();
    window.log.length = 0;
    popup.show();
    popup.pagePainted();
    expect(window.log).toEqual([`opacity ${VEILED}`, 'restore', 'setBounds', 'show', 'focus', 'opacity 1']);
  });

  it('does not happen by the loss of the focus where the user wants it to stay', () => {
    staysOpen = true;
    const { popup, window } = shownPopup();
    window.blur();
    expect(popup.isVisible).toBe(true);
    popup.toggle({ kind: 'command' });
    expect(window.log).toEqual(['blur', 'focus']);
    popup.toggle({ kind: 'command' });
    expect(popup.isVisible).toBe(false);
  });

  it('does not happen when the focus only flickers while it is shown', () => {
    const { popup, window } = readyPopup();
    popup.show();
    window.blur();
    window.focused = true;
    clock.advance(SHOW_SETTLE_MS);
    expect(popup.isVisible).toBe(true);
    expect(window.log).not.toContain('hide');
  });

  it('happens a little later when the focus is really gone at once', () => {
    const { popup, window } = readyPopup();
    popup.show();
    window.blur();
    expect(popup.isVisible).toBe(true);
    clock.advance(SHOW_SETTLE_MS);
    expect(popup.isVisible).toBe(false);
  });
});

describe('toggling', () => {
  it('by the tray does not show again what its click has just hidden', () => {
    const { popup, window } = shownPopup();
    const lostAt = clock.now();
    window.blur();
    popup.toggle({ kind: 'tray', pressedAt: lostAt + 1 });
    expect(popup.isVisible).toBe(false);
    popup.toggle({ kind: 'tray', pressedAt: lostAt + TRAY_CLICK_GUARD_MS });
    expect(popup.isVisible).toBe(true);
  });

  it('by the tray shows again what Esc has just hidden', () => {
    const { popup } = shownPopup();
    popup.hide();
    popup.toggle({ kind: 'tray', pressedAt: clock.now() });
    expect(popup.isVisible).toBe(true);
  });

  it('by a held hotkey does not hide what it has just shown', () => {
    const { popup } = readyPopup();
    popup.toggle({ kind: 'hotkey' });
    clock.advance(HOTKEY_GUARD_MS - 1);
    popup.toggle({ kind: 'hotkey' });
    expect(popup.isVisible).toBe(true);
    clock.advance(1);
    popup.toggle({ kind: 'hotkey' });
    expect(popup.isVisible).toBe(false);
    popup.toggle({ kind: 'hotkey' });
    expect(popup.isVisible).toBe(true);
  });
});

describe("the content's height", () => {
  it('is followed while it is open, and before', () => {
    const { popup, window } = readyPopup();
    popup.setContentHeight(300);
    popup.show();
    expect(window.bounds.height).toBe(300);
    clock.advance(10_000);
    popup.setContentHeight(400);
    expect(window.bounds.height).toBe(400);
  });
});

describe('the page', () => {
  it('is told as lost when it is loaded anew, not when it is loaded first', () => {
    const { window } = readyPopup();
    expect(listener.pageLost).not.toHaveBeenCalled();
    window.webContents.emit('did-start-loading');
    expect(listener.pageLost).toHaveBeenCalledOnce();
  });

  it('is made anew after a crash, and shown again if it was open', () => {
    const { popup, window } = shownPopup();
    popup.push(snapshot({ volume: 0.25 }));
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(window.destroyed).toBe(true);
    expect(listener.pageLost).toHaveBeenCalledOnce();
    expect(BrowserWindow.all).toHaveLength(2);
    BrowserWindow.last.load();
    expect(BrowserWindow.last.visible).toBe(true);
    expect(BrowserWindow.last.webContents.messages('snapshot')).toEqual([snapshot({ volume: 0.25 })]);
    // The old window's last words change nothing.
    clock.advance(10_000);
    window.emit('blur');
    window.webContents.emit('did-start-loading');
    window.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    expect(popup.isVisible).toBe(true);
    expect(listener.pageLost).toHaveBeenCalledOnce();
    expect(BrowserWindow.all).toHaveLength(2);
  });

  it('is not made over and over when it keeps crashing, but again when it is asked for', () => {
    const { popup } = readyPopup();
    for (let crash = 0; crash < 4; crash += 1) {
      BrowserWindow.last.webContents.emit('render-process-gone', {}, { reason: 'crashed' });
    }
    expect(BrowserWindow.all).toHaveLength(4);
    popup.show();
    expect(BrowserWindow.all).toHaveLength(5);
  });

  it('goes with the popup', () => {
    const { popup, window } = shownPopup();
    popup.dispose();
    expect(window.destroyed).toBe(true);
    expect(clock.waiting).toBe(0);
  });
});
