import type { Session, WebContents } from 'electron';
import { app, session } from 'electron';
import type { Log } from './log';

/**
 * What a page may ask of the system: all but nothing. Sound itself needs no permission; the pages use no microphone, no
 * camera, no clipboard reading, no notifications. Whoever opens one writes beside it what it is for.
 */
const GRANTED: ReadonlySet<string> = new Set<string>([
  // "Copy" beside a problem's details, a command or the versions puts text on the clipboard; it reads nothing from there.
  'clipboard-sanitized-write',
  // The names of the output devices, so that one of them can be chosen, and playing on it.
  'speaker-selection',
]);

/** Binds every page and every session that will ever be made. Before the app is ready, so that none is missed. */
export function hardenPages(log: Log): void {
  app.enableSandbox();
  // An AppImage starts Chromium so where the system lets it have no sandbox of its own.
  if (app.commandLine.hasSwitch('no-sandbox')) log.warn('The sandbox is switched off by the command line');
  app.on('web-contents-created', (_event, contents) => bind(contents, log));
  app.on('session-created', (created) => deny(created, log));
}

function bind(contents: WebContents, log: Log): void {
  // The pages are loaded by main alone; a page that wants to go elsewhere is either broken or not ours any more.
  contents.on('will-frame-navigate', (event) => {
    event.preventDefault();
    log.warn('A page tried to navigate: refused');
  });
  contents.on('will-redirect', (event) => {
    event.preventDefault();
    log.warn('A page was redirected: refused');
  });
  contents.on('will-attach-webview', (event) => {
    event.preventDefault();
    log.warn('A page tried to embed a webview: refused');
  });
  contents.setWindowOpenHandler(() => {
    log.warn('A page tried to open a window: refused');
    return { action: 'deny' };
  });
}

/** Denies permissions, devices and downloads to the pages. Once the app is ready, before the first window. */
export function hardenSession(log: Log): void {
  deny(session.defaultSession, log);
}

const denied = new WeakSet<Session>();

function deny(target: Session, log: Log): void {
  if (denied.has(target)) return;
  denied.add(target);
  target.setPermissionRequestHandler((_contents, permission, answer) => {
    const granted = GRANTED.has(permission);
    if (!granted) log.warn('A page asked for a permission: refused', { permission });
    answer(granted);
  });
  target.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  target.setDevicePermissionHandler(() => false);
  target.on('will-download', (event) => {
    event.preventDefault();
    log.warn('A page tried to download a file: refused');
  });
}
