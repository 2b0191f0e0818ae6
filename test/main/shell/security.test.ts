import { EventEmitter } from 'node:events';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { hardenPages, hardenSession } from '../../../src/main/shell/security';
import { app, FakeSession, session } from '../../fakes/electron';
import { FakeLog } from '../../fakes/log';

vi.mock('electron', () => import('../../fakes/electron'));

const log = new FakeLog();

function newPage() {
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler: vi.fn() });
  app.emit('web-contents-created', {}, contents);
  return contents;
}

beforeEach(() => {
  app.removeAllListeners();
  session.defaultSession = new FakeSession();
  log.lines.length = 0;
  hardenPages(log);
});

describe('every page', () => {
  it('is sandboxed', () => {
    expect(app.enableSandbox).toHaveBeenCalled();
  });

  it.each(['will-frame-navigate', 'will-redirect', 'will-attach-webview'])('is refused %s', (name) => {
    const event = { preventDefault: vi.fn() };
    newPage().emit(name, event);
    expect(event.preventDefault).toHaveBeenCalledOnce();
  });

  it('opens no window', () => {
    const open = newPage().setWindowOpenHandler.mock.lastCall?.[0];
    expect(open({ url: 'https://example.com' })).toEqual({ action: 'deny' });
  });
});

describe('the session', () => {
  beforeEach(() => hardenSession(log));

  it.each(['media', 'clipboard-read', 'notifications', 'openExternal'] as const)(
    'denies %s, asked and checked',
    (permission) => {
      const answer = vi.fn();
      const { defaultSession } = session;
      const ask = defaultSession.setPermissionRequestHandler.mock.lastCall?.[0];
      Reflect.apply(ask ?? vi.fn(), undefined, [null, permission, answer, {}]);
      expect(answer).toHaveBeenCalledExactlyOnceWith(false);
      const check = defaultSession.setPermissionCheckHandler.mock.lastCall?.[0];
      expect(Reflect.apply(check ?? vi.fn(), undefined, [null, permission, '', {}])).toBe(false);
    },
  );

  it.each(['clipboard-sanitized-write', 'speaker-selection'] as const)('grants %s', (permission) => {
    const answer = vi.fn();
    const { defaultSession } = session;
    const ask = defaultSession.setPermissionRequestHandler.mock.lastCall?.[0];
    Reflect.apply(ask ?? vi.fn(), undefined, [null, permission, answer, {}]);
    expect(answer).toHaveBeenCalledExactlyOnceWith(true);
    const check = defaultSession.setPermissionCheckHandler.mock.lastCall?.[0];
    expect(Reflect.apply(check ?? vi.fn(), undefined, [null, permission, '', {}])).toBe(true);
  });

  it('denies devices and downloads', () => {
    const device = session.defaultSession.setDevicePermissionHandler.mock.lastCall?.[0];
    expect(Reflect.apply(device ?? vi.fn(), undefined, [{}])).toBe(false);
    const event = { preventDefault: vi.fn() };
    session.defaultSession.emit('will-download', event);
    expect(event.preventDefault).toHaveBeenCalled();
  });
});

it('denies to any other session what the pages are denied', () => {
  const other = new FakeSession();
  app.emit('session-created', other);
  const check = other.setPermissionCheckHandler.mock.lastCall?.[0];
  expect(Reflect.apply(check ?? vi.fn(), undefined, [null, 'media', '', {}])).toBe(false);
  const event = { preventDefault: vi.fn() };
  other.emit('will-download', event);
  expect(event.preventDefault).toHaveBeenCalledOnce();
});

it('binds a session once, whoever makes it known', () => {
  app.emit('session-created', session.defaultSession);
  hardenSession(log);
  expect(session.defaultSession.listenerCount('will-download')).toBe(1);
});

it('says when Chromium was started without its sandbox', () => {
  expect(log.text).not.toContain('sandbox');
  app.commandLine.hasSwitch.mockReturnValueOnce(true);
  hardenPages(log);
  expect(app.commandLine.hasSwitch).toHaveBeenLastCalledWith('no-sandbox');
  expect(log.text).toContain('sandbox');
});
