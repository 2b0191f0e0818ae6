import { EventEmitter } from 'node:events';
import type { App, Net, PowerMonitor, Session } from 'electron';
import { vi } from 'vitest';

/** A stand-in for `electron.app`: remembers what it was told, tells what a test emits. */
class FakeApp extends EventEmitter {
  readonly paths = new Map<string, string>([['userData', '/nowhere']]);
  readonly enableSandbox = vi.fn<App['enableSandbox']>();
  readonly requestSingleInstanceLock = vi.fn<App['requestSingleInstanceLock']>(() => true);
  readonly setName = vi.fn<App['setName']>();
  readonly setAppLogsPath = vi.fn<App['setAppLogsPath']>();
  readonly setActivationPolicy = vi.fn<App['setActivationPolicy']>();
  readonly setAppUserModelId = vi.fn<App['setAppUserModelId']>();
  readonly whenReady = vi.fn<App['whenReady']>(async () => undefined);
  readonly getVersion = vi.fn<App['getVersion']>(() => '1.2.3');
  readonly hide = vi.fn<App['hide']>();
  readonly show = vi.fn<App['show']>();
  readonly quit = vi.fn<App['quit']>();
  readonly exit = vi.fn<App['exit']>();
  isPackaged = true;
  readonly setLoginItemSettings = vi.fn<App['setLoginItemSettings']>();
  readonly getLoginItemSettings = vi.fn<App['getLoginItemSettings']>(() => ({
    openAtLogin: false,
    wasOpenedAtLogin: false,
    status: 'not-registered',
    executableWillLaunchAtLogin: false,
    launchItems: [],
  }));
  readonly commandLine = {
    appendSwitch: vi.fn<App['commandLine']['appendSwitch']>(),
    hasSwitch: vi.fn<App['commandLine']['hasSwitch']>(() => false),
  };
  readonly setPath = (name: string, path: string): void => {
    this.paths.set(name, path);
  };
  readonly getPath = (name: string): string => {
    const path = this.paths.get(name);
    if (path === undefined) throw new Error(`No path named ${name}`);
    return path;
  };
}

export class FakeSession extends EventEmitter {
  readonly setPermissionRequestHandler = vi.fn<Session['setPermissionRequestHandler']>();
  readonly setPermissionCheckHandler = vi.fn<Session['setPermissionCheckHandler']>();
  readonly setDevicePermissionHandler = vi.fn<Session['setDevicePermissionHandler']>();
  readonly resolveProxy = vi.fn<Session['resolveProxy']>(async () => 'DIRECT');
}

export const app = new FakeApp();
export const net = { isOnline: vi.fn<Net['isOnline']>(() => true) };
export const session = { defaultSession: new FakeSession() };
export const powerMonitor: EventEmitter & Pick<PowerMonitor, 'isOnBatteryPower'> = Object.assign(
  new EventEmitter(),
  { isOnBatteryPower: () => false },
);
