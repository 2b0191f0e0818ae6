import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';

export interface HostBrowser {
  readonly context: BrowserContext;
  /** The browser's first page: no window of the app's; with a display it shows the tray's menu. */
  readonly firstPage: Page;
  readonly version: string;
  readonly headless: boolean;
  readonly executable: string;
  readonly profile: string;
  /** `http://127.0.0.1:PORT` where DevTools listens, or null if that was not asked for. */
  readonly devTools: string | null;
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
}

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
        // Pages reach this machine and nothing else.
        '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE *.localhost , EXCLUDE localhost , EXCLUDE 127.0.0.1',
        ...(options.devTools ? ['--remote-debugging-port=0'] : []),
      ],
    });
    return {
      context,
      firstPage: context.pages()[0] ?? (await context.newPage()),
      version: context.browser()?.version() ?? '',
      headless: options.headless,
      executable: options.executable,
      profile,
      devTools: options.devTools ? await devToolsUrl(profile) : null,
      openAppWindow: (bounds) => openAppWindow(context, options.executable, profile, bounds),
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

/** A second start with the same profile opens its window in the running browser. */
async function openAppWindow(
  context: BrowserContext,
  executable: string,
  profile: string,
  { width, height }: Bounds,
): Promise<Page> {
  const opened = context.waitForEvent('page', { timeout: 15_000 });
  const second = spawn(
    executable,
    [
      `--user-data-dir=${profile}`,
      `--window-size=${width},${height}`,
      '--app=data:text/html,',
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ],
    { stdio: 'ignore' },
  );
  second.on('error', () => {});
  return opened;
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
    await session.send('Browser.setWindowBounds', { windowId, bounds: { left, top, width, height } });
  } finally {
    await session.detach();
  }
}

async function devToolsUrl(profile: string): Promise<string> {
  const text = await readFile(join(profile, 'DevToolsActivePort'), 'utf8');
  return `http://127.0.0.1:${text.split('\n')[0]}`;
}
