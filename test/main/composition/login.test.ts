import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Login } from '../../../src/main/composition/login';
import { createLogin } from '../../../src/main/composition/login';
import type { SettingsStore } from '../../../src/main/settings/store';
import { openSettings } from '../../../src/main/settings/store';
import { LoginItem } from '../../../src/main/shell/login-item';
import { FakeClock } from '../../fakes/clock';
import { app } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

let dir = '';
let settings: SettingsStore;
let log: FakeLog;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'aloud-login-'));
  const { schedule } = new FakeClock();
  settings = openSettings({ dir, schedule, date: () => new Date(0), onWriteError: () => undefined });
  log = new FakeLog();
  app.isPackaged = true;
});

afterEach(() => rmSync(dir, { recursive: true }));

const create = (execPath = '/opt/Aloud/aloud'): Login => {
  const environment = { XDG_CONFIG_HOME: dir };
  return createLogin(new LoginItem({ platform: 'linux', environment, execPath }), settings, log);
};
const entry = (): string => join(dir, 'autostart/aloud.desktop');

describe('the setting', () => {
  it('changes the list', () => {
    const login = create();
    settings.set({ launchAtLogin: true });
    expect(existsSync(entry())).toBe(true);
    expect(login.state).toEqual({ kind: 'on' });
    settings.set({ launchAtLogin: false });
    expect(existsSync(entry())).toBe(false);
    expect(login.state).toEqual({ kind: 'off' });
  });

  it('follows the list, at the start and when that is looked at again', () => {
    settings.set({ launchAtLogin: true });
    const login = create();
    expect(settings.value.launchAtLogin).toBe(false);
    expect(existsSync(entry())).toBe(false);
    settings.set({ launchAtLogin: true });
    // As a desktop's own settings do it.
    const off = readFileSync(entry(), 'utf8').replace('enabled=true', 'enabled=false');
    writeFileSync(entry(), off);
    login.refresh();
    expect(settings.value.launchAtLogin).toBe(false);
    expect(readFileSync(entry(), 'utf8')).toBe(off);
    // And on again, by the user's wish.
    settings.set({ launchAtLogin: true });
    expect(login.state).toEqual({ kind: 'on' });
  });

  it('is no reason to write anything when something else is set', () => {
    create();
    settings.set({ volume: 0.5 });
    expect(existsSync(join(dir, 'autostart'))).toBe(false);
  });

  it('that cannot be is told, with the file and why', () => {
    const login = create();
    writeFileSync(join(dir, 'autostart'), '');
    settings.set({ launchAtLogin: true });
    expect(login.state).toEqual({ kind: 'failed', path: entry(), code: 'EEXIST' });
    expect(log.text).toContain('EEXIST');
  });

  it('of what was not installed stays as it is', () => {
    app.isPackaged = false;
    settings.set({ launchAtLogin: true });
    const login = create();
    expect(settings.value.launchAtLogin).toBe(true);
    expect(login.state).toEqual({ kind: 'not-installed' });
  });

  it('is not heeded any more at the end', () => {
    create().dispose();
    settings.set({ launchAtLogin: true });
    expect(existsSync(entry())).toBe(false);
  });
});

it('names the new place of a program that was moved', () => {
  create('/old/aloud').dispose();
  settings.set({ launchAtLogin: false });
  const login = create('/old/aloud');
  settings.set({ launchAtLogin: true });
  login.dispose();
  create('/new/aloud');
  expect(readFileSync(entry(), 'utf8')).toContain('TryExec=/new/aloud');
});
