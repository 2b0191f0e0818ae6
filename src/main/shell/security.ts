import type { WebContents } from 'electron';
import { app, session } from 'electron';
import type { Log } from './log';

/**
 * What a page may ask of the system: all but nothing. Sound itself needs no permission; the pages use no microphone, no
 * camera, no clipboard reading, no notifications. Whoever opens one writes beside it what it is for.
 */
const GRANTED: ReadonlySet<string> = new Set<string>([
  // The "Copy" beside a problem's details puts text on the clipboard; it reads nothing from there.
  'clipboard-sanitized-write',
  // The names of the output devices, so that one of them can be chosen, and playing on it.
  'speaker-selection',
]);

/** Binds every page that will ever be made. Before the app is ready, so that none is missed. */
export function hardenPages(log: Log): void {
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => bind(contents, log));
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

/** Denies permissions, devices and downloads. Once the app is ready, before the first window. */
export function hardenSession(log: Log): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, answer) => {
    const granted = GRANTED.has(permission);
    if (!granted) log.warn('A page asked for a permission: refused', { permission });
    answer(granted);
  });
  defaultSession.setPermissionCheckHandler((_contents, permission) => GRANTED.has(permission));
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event) => {
    event.preventDefault();
    log.warn('A page tried to download a file: refused');
  });
}
