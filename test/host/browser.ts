import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

/** DevTools' names of what a page can be allowed. */
export type Permission =
  | 'audioCapture'
  | 'clipboardReadWrite'
  | 'clipboardSanitizedWrite'
  | 'geolocation'
  | 'notifications'
  | 'speakerSelection';

export interface HostBrowser {
  readonly context: BrowserContext;
  /** With a display: the small window for the tray's menu. */
  readonly trayPage: Page | null;
  readonly version: string;
  readonly headless: boolean;
  readonly executable: string;
  readonly profile: string;
  /** `http://127.0.0.1:PORT` where DevTools listens, or null if that was not asked for. */
  readonly devTools: string | null;
  /** Lets the pages of an origin do this, and nothing else that needs a permission, as long as `page` is there. */
  grant(permissions: Permission[], page: Page, origin: string): Promise<void>;
  /** With a display: another window without tabs and address bar. */
  openAppWindow(bounds: Bounds): Promise<Page>;
  placeWindow(page: Page, bounds: Bounds, visible: boolean): Promise<void>;
  close(): Promise<void>;
}

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface BrowserOptions {
  executable: string;
  headless: boolean;
  /** Opens a DevTools port on loopback, for tests that drive the pages from another process. */
  devTools: boolean;
  /** Frames of the device's buffer, or null for Chromium's own choice. */
  audioBufferFrames: number | null;
}

const ONLY_THIS_MACHINE = 'MAP * ~NOTFOUND , EXCLUDE *.localhost , EXCLUDE localhost , EXCLUDE 127.0.0.1';
/** Where the tray's menu is shown, in CSS pixels. */
const TRAY_BOUNDS: Bounds = { x: 20, y: 20, width: 300, height: 480 };

/** A private profile in a temporary folder, which goes with the browser. */
export async function launchBrowser(options: BrowserOptions): Promise<HostBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'aloud-host-'));
  const remove = () => rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  const isRoot = process.getuid?.() === 0;
  // Late, as the other parts that a second instance does without.
  const { chromium } = await import('playwright-core');
  try {
    const context = await chromium.launchPersistentContext(profile, {
      executablePath: options.executable,
      headless: options.headless,
      // Chromium's sandbox refuses to run for root.
      chromiumSandbox: !isRoot,
      // The sound is what it is all about.
      ignoreDefaultArgs: ['--mute-audio'],
      viewport: null,
      // Signals are the app's business.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [
        '--autoplay-policy=no-user-gesture-required',
        // Pages reach this machine and nothing else, and not by a proxy of the environment either. In real windows
        // Chromium would warn of the other switch; there the app's own policy has to do.
        '--no-proxy-server',
        ...(options.headless ? [`--host-resolver-rules=${ONLY_THIS_MACHINE}`] : []),
        ...(options.audioBufferFrames === null ? [] : [`--audio-buffer-size=${options.audioBufferFrames}`]),
        ...(options.devTools ? ['--remote-debugging-port=0'] : []),
      ],
    });
    const openAppWindow = appWindowOpener(context, options.executable, profile);
    const [firstPage] = context.pages();
    const trayPage = options.headless ? null : await openAppWindow(TRAY_BOUNDS);
    // It has tabs and an address bar, which are nothing for an app. Without a display nobody sees it.
    if (trayPage !== null) {
      await placeWindow(trayPage, TRAY_BOUNDS, true);
      await firstPage?.close();
    }
    return {
      context,
      trayPage,
      version: context.browser()?.version() ?? '',
      headless: options.headless,
      executable: options.executable,
      profile,
      devTools: options.devTools ? await devToolsUrl(profile) : null,
      async grant(permissions, page, origin) {
        // Playwright's own call does not know all of Chromium's permissions. The session stays: they go with it.
        const session = await context.newCDPSession(page);
        await session.send('Browser.grantPermissions', { permissions, origin });
      },
      openAppWindow,
      placeWindow,
      async close() {
        await context.close().catch(() => {});
        await remove().catch(() => {});
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** A second start with the same profile opens its window in the running browser; one at a time, to tell them apart. */
function appWindowOpener(
  context: BrowserContext,
  executable: string,
  profile: string,
): HostBrowser['openAppWindow'] {
  let last: Promise<unknown> = Promise.resolve();
  const open = async ({ x, y, width, height }: Bounds): Promise<Page> => {
    const opened = context.waitForEvent('page', { timeout: 15_000 });
    const second = spawn(
      executable,
      [
        `--user-data-dir=${profile}`,
        `--window-size=${width},${height}`,
        `--window-position=${x},${y}`,
        '--app=data:text/html,',
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
      { stdio: 'ignore' },
    );
    // Whatever keeps it from starting shows as a page that does not come.
    second.on('error', () => {});
    return opened;
  };
  return (bounds) => {
    const next = last.then(() => open(bounds));
    last = next.catch(() => {});
    return next;
  };
}

/** Hidden windows are minimised: a browser has no other way to hide one and keep it. */
async function placeWindow(page: Page, bounds: Bounds, visible: boolean): Promise<void> {
  const session = await page.context().newCDPSession(page);
  try {
    const { windowId } = await session.send('Browser.getWindowForTarget');
    if (!visible) {
      await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'minimized' } });
      return;
    }
    await session.send('Browser.setWindowBounds', { windowId, bounds: { windowState: 'normal' } });
    const { x: left, y: top, width, height } = bounds;
    // The app's windows have no frame, those of a browser may.
    const frame = await page.evaluate(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
    const [extraWidth = 0, extraHeight = 0] = frame;
    await session.send('Browser.setWindowBounds', {
      windowId,
      bounds: { left, top, width: width + extraWidth, height: height + extraHeight },
    });
  } finally {
    await session.detach();
  }
}

async function devToolsUrl(profile: string): Promise<string> {
  const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8');
  return `http://127.0.0.1:${text.split('\n')[0]}`;
}
