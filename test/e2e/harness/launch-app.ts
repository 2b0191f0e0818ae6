import type { ChildProcess } from 'node:child_process';
import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { findBrowser, installAdvice } from '../../../scripts/ensure-browser';
import type { ControlMessage } from '../../host/control';
import type { RemoteDriver } from '../../host/driver';
import type { StorageBackend } from '../../host/system';

export interface LaunchOptions {
  /** The folder of the app's package.json; Aloud itself by default. */
  appRoot?: string;
  /** What the app finds in process.argv. */
  args?: readonly string[];
  /** Added to this process' environment, of which Aloud's own settings and keys are left out, and which speaks English. */
  env?: Readonly<Record<string, string>>;
  /** The data folder, to start again with the same; by default a new one that goes with the app. */
  userData?: string;
  storage?: StorageBackend;
  /** The keyring of the `real` storage, to start again with the same. */
  keyringFile?: string;
  headed?: boolean;
  /**
   * Frames of the device's buffer, for tests of what is heard and not of when: on a busy machine Chromium misses its
   * own small buffers, whatever plays. 2048 are enough, and come some 80 ms later.
   */
  audioBufferFrames?: number;
}

export interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
}

export interface LaunchedApp {
  readonly driver: RemoteDriver;
  readonly userData: string;
  readonly pid: number;
  readonly exited: Promise<Ended>;
  /** Everything that was written so far. */
  stdout(): string;
  stderr(): string;
  /** Resolves when stdout matches; rejects if the app ends before. */
  waitForOutput(pattern: RegExp): Promise<RegExpExecArray>;
  /** The page of a window, by default of the first; waits until there is one. */
  page(windowId?: number): Promise<Page>;
  /** Quits if it still runs, and cleans up. Resolves with how it ended. */
  close(): Promise<Ended>;
  /** Ends the process without any chance to clean up. */
  kill(): void;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const OFFLINE = pathToFileURL(join(import.meta.dirname, 'offline.mjs')).href;
const QUIT_LIMIT_MS = 10_000;

interface Started {
  child: ChildProcess;
  userData: string;
  output: { stdout: string; stderr: string };
  changed: Set<() => void>;
  exited: Promise<Ended>;
  cleanUp(): Promise<void>;
}

async function start(options: LaunchOptions): Promise<Started> {
  const browser = findBrowser();
  if (browser === null) throw new Error(installAdvice(process.platform));
  const userData = options.userData ?? (await mkdtemp(join(tmpdir(), 'aloud-data-')));
  const hostArguments = [
    '--browser',
    browser,
    '--devtools',
    ...(options.audioBufferFrames === undefined ? [] : ['--audio-buffer', String(options.audioBufferFrames)]),
    ...(options.headed === true ? ['--headed'] : []),
    ...(options.storage === undefined ? [] : ['--storage', options.storage]),
    ...(options.keyringFile === undefined ? [] : ['--keyring', options.keyringFile]),
  ];
  const child = fork(
    join(ROOT, 'test/host/run.ts'),
    [...hostArguments, options.appRoot ?? ROOT, '--', ...(options.args ?? [])],
    {
      execArgv: ['--import', 'tsx', '--import', OFFLINE],
      cwd: ROOT,
      env: { ...inheritedEnvironment(), LANGUAGE: 'en', ALOUD_USER_DATA: userData, ...options.env },
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  );
  const output = { stdout: '', stderr: '' };
  const changed = new Set<() => void>();
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      for (const listener of changed) listener();
    });
  }
  return {
    child,
    userData,
    output,
    changed,
    // `close`, not `exit`: all that was written has come then.
    exited: new Promise((done) => child.once('close', (code, signal) => done({ code, signal }))),
    async cleanUp() {
      if (options.userData === undefined) await rm(userData, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Nothing of the developer's own Aloud or key gets into a test. */
function inheritedEnvironment(): NodeJS.ProcessEnv {
  const own = /^(ALOUD_(?!BROWSER$)|OPENAI_|NODE_OPTIONS$|VITEST|NODE_ENV$)/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name)));
}

/** Starts the built app on the host; resolves when it is ready. @throws Error with its stderr if it ends before. */
export async function launchApp(options: LaunchOptions = {}): Promise<LaunchedApp> {
  const started = await start(options);
  const { child, output, exited, changed } = started;
  const pending = new Map<number, (message: ControlMessage & { kind: 'answer' }) => void>();
  let gone: Ended | null = null;
  void exited.then((ended) => {
    gone = ended;
    const message = 'The app has ended';
    for (const [id, settle] of pending) settle({ kind: 'answer', id, ok: false, message });
    for (const listener of changed) listener();
  });

  const ready = new Promise<void>((resolveReady) => {
    child.on('message', (message: ControlMessage) => {
      if (message.kind === 'ready') resolveReady();
      else pending.get(message.id)?.(message);
    });
  });
  const tooEarly = exited.then(async ({ code, signal }) => {
    throw new Error(
      `The app ended before it was ready (${signal ?? code}):\n${output.stderr}${output.stdout}`,
    );
  });
  try {
    await Promise.race([ready, tooEarly]);
  } catch (error) {
    await started.cleanUp();
    throw error;
  }
  tooEarly.catch(() => {});

  let nextId = 1;
  const call = (method: string, args: unknown[]): Promise<unknown> =>
    new Promise((resolveCall, reject) => {
      const id = nextId++;
      pending.set(id, (answer) => {
        pending.delete(id);
        if (answer.ok) resolveCall(answer.value);
        else reject(new Error(`driver.${method}: ${answer.message}`));
      });
      if (gone !== null || !child.connected) reject(new Error(`driver.${method}: the app has ended`));
      else child.send({ id, method, args });
    });
  const driver = new Proxy({} as RemoteDriver, {
    get: (_target, method) =>
      // A driver is no promise.
      typeof method !== 'string' || method === 'then'
        ? undefined
        : (...args: unknown[]) => call(method, args),
  });

  let devTools: Promise<Browser> | null = null;
  const connect = async (): Promise<Browser> => {
    const url = await driver.devTools();
    if (url === null) throw new Error('The host opened no DevTools port');
    return chromium.connectOverCDP(url);
  };

  return {
    driver,
    userData: started.userData,
    pid: child.pid ?? 0,
    exited,
    stdout: () => output.stdout,
    stderr: () => output.stderr,
    waitForOutput: (pattern) =>
      new Promise((resolveOutput, reject) => {
        const look = () => {
          const match = pattern.exec(output.stdout);
          if (match === null && gone === null) return;
          changed.delete(look);
          if (match !== null) resolveOutput(match);
          else
            reject(new Error(`The app ended without writing ${pattern}:\n${output.stdout}${output.stderr}`));
        };
        changed.add(look);
        look();
      }),
    async page(windowId) {
      devTools ??= connect();
      return findPage(await devTools, driver, windowId);
    },
    async close() {
      await devTools?.then((browser) => browser.close()).catch(() => {});
      if (gone === null) await driver.quit().catch(() => {});
      const late = setTimeout(() => child.kill('SIGKILL'), QUIT_LIMIT_MS);
      const ended = await exited;
      clearTimeout(late);
      await started.cleanUp();
      return ended;
    },
    kill: () => void child.kill('SIGKILL'),
  };
}

async function findPage(browser: Browser, driver: RemoteDriver, windowId?: number): Promise<Page> {
  const until = Date.now() + 10_000;
  while (Date.now() < until) {
    const windows = await driver.windows();
    const wanted = windows.find((window) => windowId === undefined || window.id === windowId);
    for (const page of browser.contexts().flatMap((context) => context.pages())) {
      // One that goes meanwhile, as after a crash, is not the one.
      const targetId = await targetOf(page).catch(() => null);
      if (targetId !== null && targetId === wanted?.targetId) return page;
    }
    await new Promise((next) => setTimeout(next, 20));
  }
  throw new Error(`There is no page for the window ${windowId ?? '(any)'}`);
}

async function targetOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  return targetInfo.targetId;
}

/** Starts the app and waits for its own end: for `--quit-after-answer`, a second start, a failing start. */
export async function runApp(
  options: LaunchOptions = {},
): Promise<Ended & { stdout: string; stderr: string }> {
  const started = await start(options);
  const ended = await started.exited;
  await started.cleanUp();
  return { ...ended, ...started.output };
}
