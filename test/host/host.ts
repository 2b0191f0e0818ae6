import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { release } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from 'playwright-core';
import type { HostBrowser } from './browser';
import { launchBrowser } from './browser';
import type { HostElectron } from './electron';
import { createElectron } from './electron';
import type { HostContext, Stage } from './host-context';
import { Lifecycle } from './host-context';
import { Milestones } from './milestones';
import { provideElectron } from './module-hook';
import type { OriginServer } from './origin-server';
import { startOriginServer } from './origin-server';
import { buildPageScripts } from './page-scripts';
import { PortHub } from './port-hub';
import type { StorageBackend } from './system';
import { SimulatedSystem } from './system';
import { Traffic } from './traffic';

export interface HostOptions {
  /** The folder with the app's package.json; its `main` is run. */
  appRoot: string;
  /** The browser's executable. */
  executable: string;
  /** Real windows instead of invisible ones. */
  headed: boolean;
  devTools: boolean;
  /** Frames of the device's buffer, or null for Chromium's own choice. */
  audioBufferFrames: number | null;
  storage: StorageBackend;
  keyringFile: string | null;
  /** What the app finds in process.argv after its own path. */
  args: readonly string[];
  trayChanged(): void;
}

export interface RunningHost {
  context: HostContext;
  electron: HostElectron;
}

/** Main's top level must end by itself: Electron is not ready before, and would wait for ever. */
const MAIN_LOAD_LIMIT_MS = 15_000;

/** Runs the app's main in this process, which becomes the app's: it ends when the app does. */
export async function startHost(options: HostOptions): Promise<RunningHost> {
  const appRoot = resolve(options.appRoot);
  const manifest = readManifest(appRoot);
  const system = new SimulatedSystem(options.storage, options.keyringFile);
  const traffic = new Traffic();
  const milestones = new Milestones();
  const schemes = new Set<string>();
  const running: { browser: Promise<HostBrowser> | null; server: OriginServer | null } = {
    browser: null,
    server: null,
  };
  let setStage: (stage: Stage) => void = () => {};
  let ending = false;

  const context: HostContext = {
    appRoot,
    manifest,
    system,
    traffic,
    milestones,
    ports: new PortHub(traffic),
    schemes,
    schemeHandlers: new Map(),
    stage: new Promise((give) => {
      setStage = give;
    }),
    lifecycle: new Lifecycle(),
    end(code) {
      if (ending) return;
      ending = true;
      process.exitCode = code;
      running.server?.close();
      // A browser that hangs must not keep the app alive; Playwright kills it when this process exits.
      setTimeout(() => process.exit(code), 5_000).unref();
      // One that is just being started is waited for: it would be left behind otherwise.
      void Promise.resolve(running.browser)
        .then((browser) => browser?.close())
        .catch(() => {})
        .finally(() => process.exit(code));
    },
  };
  const electron = createElectron(context, options.trayChanged);

  becomeElectron(appRoot, options.args);
  provideElectron(electron.exports, dirname(join(appRoot, manifest.main)));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => electron.app.quit());

  milestones.reach('main-begun');
  await loadMain(join(appRoot, manifest.main));
  milestones.reach('main-loaded');
  if (ending) return { context, electron };

  running.browser = launchBrowser({
    executable: options.executable,
    headless: !options.headed,
    devTools: options.devTools,
    audioBufferFrames: options.audioBufferFrames,
  });
  const built = await buildPageScripts();
  running.server = await startOriginServer({
    schemes,
    handlerOf: (scheme) => context.schemeHandlers.get(scheme),
    ports: context.ports,
    portWorker: built.portWorker,
    problem: (sentence) => system.problem(sentence),
  });
  const browser = await running.browser;
  if (ending) return { context, electron };
  browser.context.on('close', () => {
    if (ending) return;
    system.problem('The browser has ended; the app ends with it.');
    context.end(1);
  });
  if (browser.trayPage !== null) await seeRealScreen(browser.trayPage, system);
  define(process.versions, 'chrome', browser.version);
  setStage({ browser, server: running.server, scripts: built });
  milestones.reach('ready');
  electron.app.becomeReady();
  return { context, electron };
}

/** With a display, the app is told of the screen that the browser sees. */
async function seeRealScreen(page: Page, system: SimulatedSystem): Promise<void> {
  const { width, height, available, scaleFactor } = await page.evaluate(() => ({
    width: screen.width,
    height: screen.height,
    available: { width: screen.availWidth, height: screen.availHeight },
    scaleFactor: devicePixelRatio,
  }));
  const workArea = { x: 0, y: 0, ...available };
  system.displays = [{ id: 1, bounds: { x: 0, y: 0, width, height }, workArea, scaleFactor }];
  system.cursor = { x: Math.round(width / 2), y: Math.round(height / 2) };
}

function readManifest(appRoot: string): { name: string; productName: string; version: string; main: string } {
  const manifest: Record<string, unknown> = JSON.parse(readFileSync(join(appRoot, 'package.json'), 'utf8'));
  const text = (key: string, otherwise: string) => {
    const value = manifest[key];
    return typeof value === 'string' ? value : otherwise;
  };
  const name = text('name', 'app');
  return {
    name,
    productName: text('productName', name),
    version: text('version', '0.0.0'),
    main: text('main', 'index.js'),
  };
}

function define(target: object, key: string, value: unknown): void {
  Object.defineProperty(target, key, { value, enumerable: true, configurable: true });
}

/** What main may read of the process it believes to be in. */
function becomeElectron(appRoot: string, args: readonly string[]): void {
  const manifest: { version: string } = createRequire(import.meta.url)('electron/package.json');
  define(process.versions, 'electron', manifest.version);
  define(process, 'type', 'browser');
  define(process, 'getSystemVersion', release);
  define(process, 'defaultApp', true);
  define(process, 'resourcesPath', join(appRoot, 'out'));
  process.argv = [process.execPath, appRoot, ...args];
}

async function loadMain(path: string): Promise<void> {
  let late: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    const sentence = `${path} did not finish loading. Does it await app.whenReady() at the top level? Electron would wait for ever.`;
    late = setTimeout(() => reject(new Error(sentence)), MAIN_LOAD_LIMIT_MS);
  });
  try {
    await Promise.race([import(pathToFileURL(path).href), tooLate]);
  } finally {
    clearTimeout(late);
  }
}
