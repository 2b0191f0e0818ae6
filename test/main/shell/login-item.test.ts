import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LoginItemSettings } from 'electron';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { LoginItem, wasOpenedAtLogin } from '../../../src/main/shell/login-item';
import { app } from '../../fakes/electron';

vi.mock('electron', () => import('../../fakes/electron'));

const settings: LoginItemSettings = {
  openAtLogin: false,
  wasOpenedAtLogin: false,
  status: 'not-registered',
  executableWillLaunchAtLogin: false,
  launchItems: [],
};

let home = '';

beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'aloud-login-'));
  app.isPackaged = true;
  vi.clearAllMocks();
});

afterEach(() => rmSync(home, { recursive: true }));

function onLinux(execPath = '/opt/Aloud/aloud', more: Record<string, string> = {}): LoginItem {
  return new LoginItem({ platform: 'linux', environment: { XDG_CONFIG_HOME: home, ...more }, execPath });
}

const file = (): string => join(home, 'autostart/aloud.desktop');

describe('on Linux', () => {
  it('is an entry in the autostart folder, which is made for the user alone', () => {
    const item = onLinux();
    expect(item.read()).toEqual({ kind: 'off' });
    expect(item.apply(true)).toEqual({ kind: 'on' });
    expect(readFileSync(file(), 'utf8')).toContain('Exec="/opt/Aloud/aloud" "--hide"\n');
    expect(statSync(join(home, 'autostart')).mode & 0o777).toBe(0o700);
    expect(item.apply(false)).toEqual({ kind: 'off' });
    expect(existsSync(file())).toBe(false);
    expect(item.apply(false)).toEqual({ kind: 'off' });
    expect(app.setLoginItemSettings).not.toHaveBeenCalled();
  });

  it('names the AppImage, not its mount, and follows it when it is moved', () => {
    const mount = join(home, 'mount');
    mkdirSync(mount);
    const run = (image: string): LoginItem =>
      onLinux(`${mount}/aloud`, { APPDIR: mount, APPIMAGE: join(home, image) });
    run('Old.AppImage').apply(true);
    expect(readFileSync(file(), 'utf8')).toContain(`TryExec=${join(home, 'Old.AppImage')}\n`);
    run('New.AppImage').follow();
    expect(readFileSync(file(), 'utf8')).toContain(`TryExec=${join(home, 'New.AppImage')}\n`);
  });

  it('leaves alone at the start what is not there or switched off', () => {
    onLinux().follow();
    expect(existsSync(file())).toBe(false);
    onLinux().apply(true);
    const off = readFileSync(file(), 'utf8').replace('enabled=true', 'enabled=false');
    writeFileSync(file(), off);
    onLinux('/elsewhere/aloud').follow();
    expect(readFileSync(file(), 'utf8')).toBe(off);
    expect(onLinux().read()).toEqual({ kind: 'off' });
  });

  it('says what is wrong with the folder', () => {
    writeFileSync(join(home, 'autostart'), '');
    expect(onLinux().apply(true)).toEqual({ kind: 'failed', path: file(), code: 'EEXIST' });
  });

  it('says what cannot be deleted', () => {
    mkdirSync(file(), { recursive: true });
    const result = onLinux().apply(false);
    expect(result).toMatchObject({ kind: 'failed', path: file() });
  });
});

describe('on Windows', () => {
  const execPath = 'C:\\Users\\Some One\\Aloud\\Aloud.exe';
  const item = new LoginItem({ platform: 'win32', environment: {}, execPath });
  const asked = { path: `"${execPath}"`, args: ['--hide'] };

  it('is asked and set with the path in quotes', () => {
    app.getLoginItemSettings.mockReturnValue({
      ...settings,
      openAtLogin: true,
      executableWillLaunchAtLogin: true,
    });
    expect(item.apply(true)).toEqual({ kind: 'on' });
    expect(app.setLoginItemSettings).toHaveBeenCalledExactlyOnceWith({ openAtLogin: true, ...asked });
    expect(app.getLoginItemSettings).toHaveBeenCalledWith(asked);
  });

  it('is held back when the Task Manager switched it off', () => {
    app.getLoginItemSettings.mockReturnValue({ ...settings, openAtLogin: true });
    expect(item.read()).toEqual({ kind: 'held-back' });
  });

  it('is off', () => {
    app.getLoginItemSettings.mockReturnValue(settings);
    expect(item.apply(false)).toEqual({ kind: 'off' });
    expect(app.setLoginItemSettings).toHaveBeenCalledExactlyOnceWith({ openAtLogin: false, ...asked });
  });
});

describe('on macOS', () => {
  const item = new LoginItem({ platform: 'darwin', environment: {}, execPath: '/Applications/Aloud.app' });

  it.each([
    ['enabled', { kind: 'on' }],
    ['requires-approval', { kind: 'held-back' }],
    ['not-registered', { kind: 'off' }],
    ['not-found', { kind: 'off' }],
  ] as const)('which says %s', (status, expected) => {
    app.getLoginItemSettings.mockReturnValue({ ...settings, status });
    expect(item.apply(true)).toEqual(expected);
    expect(app.setLoginItemSettings).toHaveBeenCalledExactlyOnceWith({ openAtLogin: true });
  });

  it('tells that it was the login which started Aloud; elsewhere an argument does', () => {
    app.getLoginItemSettings.mockReturnValue({ ...settings, wasOpenedAtLogin: true });
    expect(wasOpenedAtLogin('darwin')).toBe(true);
    expect(wasOpenedAtLogin('win32')).toBe(false);
    expect(wasOpenedAtLogin('linux')).toBe(false);
  });
});

it.each(['darwin', 'win32', 'linux'] as const)(
  'is not there on %s for what was not installed',
  (platform) => {
    app.isPackaged = false;
    const item = new LoginItem({
      platform,
      environment: { XDG_CONFIG_HOME: home },
      execPath: '/node_modules/electron',
    });
    const notInstalled = { kind: 'not-installed' };
    expect(item.apply(true)).toEqual(notInstalled);
    expect(item.read()).toEqual(notInstalled);
    item.follow();
    expect(app.setLoginItemSettings).not.toHaveBeenCalled();
    expect(existsSync(file())).toBe(false);
  },
);
