import { randomBytes } from 'node:crypto';
import type { CDPSession, Page } from 'playwright-core';
import type { HostBrowser } from './browser';
import { decodeText, encodeText } from './codec';
import type { PageConfig } from './page/config';
import type { FromPreload, ToPreload } from './page/wire';
import type { PageScripts } from './page-scripts';

const WORLD = 'Electron Isolated Context';
const BINDING = 'aloudHostSend';

export interface PageListener {
  fromPreload(message: FromPreload): void;
  /** A new document begins; what was sent to the old one is lost. */
  documentStarted(): void;
  loaded(): void;
  /** A page, not main, wants to go to `url`. False: it stays where it is. */
  mayNavigate(url: string, isMainFrame: boolean, isRedirect: boolean): boolean;
  windowWanted(details: { url: string; frameName: string; features: string }): void;
  downloadWanted(url: string): void;
  console(level: string, text: string): void;
  crashed(): void;
  /** The page was closed from outside, by the user. */
  closed(): void;
}

export interface PageLinkOptions {
  browser: HostBrowser;
  page: Page;
  scripts: PageScripts;
  /** The preload's text, or null. */
  preload: string | null;
  listener: PageListener;
}

/** One Chromium page with a preload in an isolated world. URLs here are the browser's. */
export class PageLink {
  readonly page: Page;
  targetId = '';
  readonly #session: CDPSession;
  readonly #listener: PageListener;
  #mainFrameId = '';
  /** The preload's world of the current document; 0 if there is none. */
  #world = 0;
  #loadingByMain = 0;
  #closing = false;

  static async open(options: PageLinkOptions): Promise<PageLink> {
    const session = await options.browser.context.newCDPSession(options.page);
    const link = new PageLink(options.page, session, options.listener);
    await link.#prepare(options);
    return link;
  }

  private constructor(page: Page, session: CDPSession, listener: PageListener) {
    this.page = page;
    this.#session = session;
    this.#listener = listener;
  }

  async #prepare({ scripts, preload, browser }: PageLinkOptions): Promise<void> {
    const session = this.#session;
    this.#watch();
    await Promise.all([
      session.send('Page.enable'),
      session.send('Page.getFrameTree').then(({ frameTree }) => {
        this.#mainFrameId = frameTree.frame.id;
      }),
      session.send('Target.getTargetInfo').then(({ targetInfo }) => {
        this.targetId = targetInfo.targetId;
      }),
      session.send('Fetch.enable', { patterns: [{ resourceType: 'Document', requestStage: 'Request' }] }),
    ]);
    if (preload === null) return;
    const config = pageConfig(browser.version);
    await session.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD });
    // The page's world first: it listens when the preload exposes its API.
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.mainWorld(config) });
    await session.send('Page.addScriptToEvaluateOnNewDocument', {
      source: scripts.preloadWorld(config, preload),
      worldName: WORLD,
    });
    await session.send('Runtime.enable');
  }

  #watch(): void {
    const { page } = this;
    const session = this.#session;
    const listener = this.#listener;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name !== WORLD || context.auxData?.frameId !== this.#mainFrameId) return;
      this.#world = context.id;
    });
    session.on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === this.#world) this.#world = 0;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#world = 0;
      listener.documentStarted();
    });
    session.on('Runtime.bindingCalled', ({ name, payload }) => {
      if (name === BINDING) listener.fromPreload(decodeText(payload) as FromPreload);
    });
    session.on('Fetch.requestPaused', ({ requestId, request, frameId, redirectedRequestId }) => {
      const isMainFrame = frameId === this.#mainFrameId;
      const byMain = isMainFrame && this.#loadingByMain > 0;
      const allowed =
        byMain || listener.mayNavigate(request.url, isMainFrame, redirectedRequestId !== undefined);
      // "Aborted" leaves the document in place, as Electron's preventDefault does.
      const answer = allowed
        ? session.send('Fetch.continueRequest', { requestId })
        : session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
      answer.catch(() => {});
    });
    session.on('Page.windowOpen', ({ url, windowName, windowFeatures }) => {
      listener.windowWanted({ url, frameName: windowName, features: windowFeatures.join(',') });
    });
    page.on('popup', (popup) => void popup.close().catch(() => {}));
    page.on('load', () => listener.loaded());
    page.on('console', (message) => {
      listener.console(message.type(), `${message.text()} (${message.location().url})`);
    });
    page.on('pageerror', (error) => listener.console('error', `Uncaught ${error.stack ?? error.message}`));
    page.on('download', (download) => {
      listener.downloadWanted(download.url());
      void download.cancel().catch(() => {});
    });
    page.on('crash', () => listener.crashed());
    page.on('close', () => {
      if (!this.#closing) listener.closed();
    });
  }

  /** @throws Error as the browser words it. */
  async load(url: string): Promise<void> {
    this.#loadingByMain++;
    try {
      await this.page.goto(url, { waitUntil: 'load', timeout: 30_000 });
    } finally {
      this.#loadingByMain--;
    }
  }

  async reload(): Promise<void> {
    this.#loadingByMain++;
    try {
      await this.page.reload();
    } finally {
      this.#loadingByMain--;
    }
  }

  /** Dropped, as by Electron, while there is no document with a preload. False then. */
  send(message: ToPreload): boolean {
    if (this.#world === 0) return false;
    const text = JSON.stringify(encodeText(message));
    this.#session
      .send('Runtime.evaluate', { expression: `aloudHostReceive(${text})`, contextId: this.#world })
      .catch(() => {});
    return true;
  }

  /** Ends the page's process, as a crash would. */
  async crash(): Promise<void> {
    await this.#session.send('Page.crash').catch(() => {});
  }

  async close(): Promise<void> {
    this.#closing = true;
    await this.page.close().catch(() => {});
  }
}

function pageConfig(chrome: string): PageConfig {
  const secret = randomBytes(16).toString('hex');
  return {
    toPage: `${secret}-page`,
    toPreload: `${secret}-preload`,
    process: {
      type: 'renderer',
      platform: process.platform,
      arch: process.arch,
      sandboxed: true,
      contextIsolated: true,
      versions: { chrome, electron: process.versions.electron ?? '' },
    },
  };
}
