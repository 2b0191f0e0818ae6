import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onQuit, refuseToStart, setUpApplication, whenReady } from '../../../src/main/shell/application';
import { openFile } from '../../../src/main/shell/open-file';
import { DataFolderError, setUpPaths } from '../../../src/main/shell/paths';
import { watchPower } from '../../../src/main/shell/power';
import { app, dialog, Menu, powerMonitor, shell } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

let dir = '';

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-app-'));
  app.removeAllListeners();
  app.paths.set('userData', join(dir, 'default'));
  vi.clearAllMocks();
});

afterEach(() => rmSync(dir, { recursive: true }));

describe('the data folder', () => {
  it("is the system's own when none is named", () => {
    expect(setUpPaths({})).toEqual({
      userData: join(dir, 'default'),
      logs: join(dir, 'default/logs'),
      keyFile: join(dir, 'default/key.bin'),
    });
  });

  it('is the named one, made for the user alone', () => {
    const named = join(dir, 'deep/data');
    expect(setUpPaths({ ALOUD_USER_DATA: named }).userData).toBe(named);
    expect(app.paths.get('userData')).toBe(named);
    expect(app.paths.get('sessionData')).toBe(named);
    expect(app.setAppLogsPath).toHaveBeenCalledWith(join(named, 'logs'));
    expect(statSync(named).mode & 0o777).toBe(0o700);
  });

  it('may be named from where one is', () => {
    const paths = setUpPaths({ ALOUD_USER_DATA: join(dir, 'a/../b') });
    expect(paths.userData).toBe(join(dir, 'b'));
  });

  it('that cannot be used is a clear error, and nothing is set', () => {
    writeFileSync(join(dir, 'file'), '');
    expect(() => setUpPaths({ ALOUD_USER_DATA: join(dir, 'file/data') })).toThrow(DataFolderError);
    expect(() => setUpPaths({ ALOUD_USER_DATA: join(dir, 'file') })).toThrow(
      expect.objectContaining({ folder: join(dir, 'file'), code: 'EEXIST' }),
    );
    // Where the system refuses for an odd reason, it is an error too, and not a hang.
    expect(() => setUpPaths({ ALOUD_USER_DATA: '/proc/nowhere/data' })).toThrow(DataFolderError);
    expect(app.paths.get('userData')).toBe(join(dir, 'default'));
    expect(existsSync(join(dir, 'default'))).toBe(false);
  });
});

describe('the application', () => {
  it('lives on without windows', () => {
    setUpApplication('linux');
    // With no listener at all Electron would quit.
    expect(app.listenerCount('window-all-closed')).toBe(1);
    expect(app.quit).not.toHaveBeenCalled();
  });

  it('asks for hotkeys through the portal on Linux, and for no Dock icon on macOS', () => {
    setUpApplication('linux');
    expect(app.commandLine.appendSwitch).toHaveBeenCalledWith('enable-features', 'GlobalShortcutsPortal');
    setUpApplication('darwin');
    expect(app.setActivationPolicy).toHaveBeenCalledExactlyOnceWith('accessory');
  });

  it('has the name on Windows that the installer gives it', () => {
    setUpApplication('win32');
    const builder = readFileSync('electron-builder.yml', 'utf8');
    const installed = /^appId: (.+)$/mu.exec(builder)?.[1];
    expect(app.setAppUserModelId).toHaveBeenCalledExactlyOnceWith(installed);
  });

  it.each(['win32', 'linux'] as const)('has no menu on %s', async (platform) => {
    await whenReady(platform);
    expect(Menu.setApplicationMenu).toHaveBeenCalledExactlyOnceWith(null);
  });

  it.each([
    ['win32', false, true],
    ['darwin', false, true],
    ['darwin', true, false],
    ['linux', false, false],
  ] as const)('says why it cannot start: on %s, terminal %s, window %s', (platform, terminal, inWindow) => {
    const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    refuseToStart({
      inWords: (texts) => texts.failed('no room'),
      language: 'en',
      exitCode: 1,
      terminal,
      platform,
    });
    expect(written).toHaveBeenCalledWith('Aloud could not start: no room\n');
    expect(dialog.showErrorBox).toHaveBeenCalledTimes(inWindow ? 1 : 0);
    expect(app.exit).toHaveBeenCalledWith(1);
    written.mockRestore();
  });

  it('tells its end once', () => {
    const listener = vi.fn();
    onQuit(listener);
    app.emit('before-quit');
    app.emit('before-quit');
    expect(listener).toHaveBeenCalledOnce();
  });
});

it('opens the log, or its folder where nothing opens it', async () => {
  await openFile('/log/aloud.log', new FakeLog());
  expect(shell.showItemInFolder).not.toHaveBeenCalled();
  shell.openPath.mockResolvedValueOnce('No application is registered');
  await openFile('/log/aloud.log', new FakeLog());
  expect(shell.showItemInFolder).toHaveBeenCalledExactlyOnceWith('/log/aloud.log');
});

it('tells sleep and waking, and a locked screen, until it is told to stop', () => {
  const listener = { suspend: vi.fn(), resume: vi.fn(), locked: vi.fn<(isLocked: boolean) => void>() };
  const stop = watchPower(listener);
  powerMonitor.emit('suspend');
  powerMonitor.emit('resume');
  powerMonitor.emit('lock-screen');
  powerMonitor.emit('unlock-screen');
  stop();
  powerMonitor.emit('suspend');
  powerMonitor.emit('lock-screen');
  expect(listener.suspend).toHaveBeenCalledOnce();
  expect(listener.resume).toHaveBeenCalledOnce();
  expect(listener.locked.mock.calls).toEqual([[true], [false]]);
});
