import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { encode } from '../codec';
import { declaredEvents } from '../declared';
import type { HostContext } from '../host-context';
import { preventable } from '../host-context';
import type { FromPreload } from '../page/wire';
import type { PageListener } from '../page-link';
import { PageLink } from '../page-link';
import type { HostIpcMain, IpcSender } from './ipc-main';
import { MessagePortMain } from './message-port';
import type { HostSession } from './session';
import type { DeclaredWebContents } from './web-contents-surface';
import { CONTENTS_EVENTS } from './web-contents-surface';

type WindowOpenHandler = (details: Electron.HandlerDetails) => { action: 'deny' | 'allow' };

export interface ContentsOptions {
  id: number;
  host: HostContext;
  ipcMain: HostIpcMain;
  session: HostSession;
  /** Path of the preload, or null. */
  preload: string | null;
  /** Opens the window's page. */
  openPage(): Promise<Page>;
  /** The user closed the page. */
  onClosedByUser(): void;
}

/** electron.WebContents over one Chromium page. */
export class HostWebContents
  extends declaredEvents('webContents', CONTENTS_EVENTS)
  implements DeclaredWebContents
{
  readonly id: number;
  readonly session: HostSession;
  readonly mainFrame: { readonly url: string; readonly origin: string; parent: null; top: object };
  /** Host only. */
  readonly link: Promise<PageLink>;
  readonly #options: ContentsOptions;
  #link: PageLink | null = null;
  #url = '';
  #loading = false;
  #crashed = false;
  #destroyed = false;
  /** The app's URL for the browser's; set before there is a page. */
  #toApp: (url: string) => string = (url) => url;
  #openHandler: WindowOpenHandler | null = null;
  /** Ports that the current document was sent. */
  #sentPorts: number[] = [];

  constructor(options: ContentsOptions) {
    super();
    this.id = options.id;
    this.session = options.session;
    this.#options = options;
    const url = () => this.#url;
    this.mainFrame = {
      get url() {
        return url();
      },
      get origin() {
        return originOf(url());
      },
      parent: null,
      get top(): object {
        return this;
      },
    };
    this.link = this.#open();
    this.link.catch((error: unknown) =>
      options.host.system.problem(`A window has no page: ${String(error)}`),
    );
  }

  async #open(): Promise<PageLink> {
    const { host, preload } = this.#options;
    const [{ browser, scripts, server }, page] = await Promise.all([host.stage, this.#options.openPage()]);
    this.#toApp = server.origins.toApp;
    const text = preload === null ? null : readFileSync(preload, 'utf8');
    this.#link = await PageLink.open({ browser, page, scripts, preload: text, listener: this.#listener() });
    return this.#link;
  }

  #listener(): PageListener {
    const { host } = this.#options;
    return {
      fromPreload: (message) => this.#fromPreload(message),
      documentStarted: () => host.ports.abandon(this.#sentPorts.splice(0)),
      loaded: () => {
        this.emit('dom-ready');
      },
      mayNavigate: (url, isMainFrame, isRedirect) => this.#mayNavigate(url, isMainFrame, isRedirect),
      windowWanted: (details) => this.#windowWanted(details),
      downloadWanted: (url) =>
        void this.session.emit('will-download', preventable(), { getURL: () => url }, this),
      console: (level, text) => this.#console(level, text),
      crashed: () => {
        this.#crashed = true;
        this.emit('render-process-gone', preventable(), { reason: 'crashed', exitCode: 139 });
      },
      closed: () => this.#options.onClosedByUser(),
    };
  }

  /** Host only, through the window. @throws Error as Electron words it, e.g. `ERR_FAILED (-2) loading 'app://…'`. */
  async loadURL(url: string): Promise<void> {
    try {
      await this.#load(url);
    } catch (error) {
      // What quitting breaks off is left open: nobody waits for it any more, and a rejection would end the process.
      if (this.#options.host.system.ended) return new Promise(() => {});
      throw error;
    }
  }

  async #load(url: string): Promise<void> {
    const { host } = this.#options;
    const { server, browser } = await host.stage;
    const target = server.origins.toBrowser(url);
    const link = await this.link;
    await browser.context.addCookies([
      { ...server.cookie, url: server.origins.browserOrigin(url), httpOnly: true, sameSite: 'Strict' },
    ]);
    await this.session.grantTo(this, link.page, url);
    this.#url = url;
    this.#crashed = false;
    await this.#whileLoading(() => link.load(target), url);
  }

  async #whileLoading(load: () => Promise<void>, url: string): Promise<void> {
    this.#loading = true;
    this.emit('did-start-loading');
    try {
      await load();
      this.emit('did-navigate', preventable(), url, 200, 'OK');
      this.emit('did-finish-load');
    } catch (error) {
      if (this.#destroyed) return;
      const reason = /net::(ERR_[A-Z_]+)/.exec(String(error))?.[1] ?? 'ERR_FAILED';
      this.emit('did-fail-load', preventable(), -2, reason, url, true, 1, 1);
      throw new Error(`${reason} (-2) loading '${url}'`);
    } finally {
      this.#loading = false;
      this.emit('did-stop-loading');
    }
  }

  reload(): void {
    const link = this.#link;
    if (link === null) return;
    this.#crashed = false;
    this.#whileLoading(() => link.reload(), this.#url).catch(() => {});
  }

  send(channel: string, ...args: unknown[]): void {
    const { traffic } = this.#options.host;
    const encoded = encode(args);
    traffic.add('to-page', channel, encoded.json);
    this.#link?.send({ kind: 'event', channel, args, ports: [] });
  }

  postMessage(channel: string, message: unknown, transfer: readonly unknown[] = []): void {
    const { traffic, ports } = this.#options.host;
    const ids = transfer.map((port, index) => {
      if (!(port instanceof MessagePortMain))
        throw new TypeError(`Port at index ${index} is not a valid port`);
      return ports.handOver(port);
    });
    traffic.add('to-page', channel, encode(message).json);
    const sent = this.#link?.send({ kind: 'event', channel, args: [message], ports: ids }) ?? false;
    if (sent) this.#sentPorts.push(...ids);
    else ports.abandon(ids);
  }

  #fromPreload(message: FromPreload): void {
    const { host, ipcMain } = this.#options;
    if (message.kind === 'preload-failed') {
      host.system.problem(`The preload failed: ${message.message}`);
      this.emit('preload-error', {}, this.#options.preload, new Error(message.message));
      return;
    }
    host.traffic.add('to-main', message.channel, encode(message.args).json);
    const sender: IpcSender = { sender: this, senderFrame: this.mainFrame };
    if (message.kind === 'send') {
      ipcMain.emit(message.channel, sender, ...message.args);
      return;
    }
    void ipcMain.invoked(message, sender).then((reply) => {
      try {
        host.traffic.add('to-page', `reply:${message.channel}`, encode(reply).json);
        this.#link?.send(reply);
      } catch {
        const refusal = 'Error: An object could not be cloned.';
        this.#link?.send({ kind: 'reply', id: message.id, ok: false, message: refusal });
      }
    });
  }

  #mayNavigate(browserUrl: string, isMainFrame: boolean, isRedirect: boolean): boolean {
    const url = this.#toApp(browserUrl);
    const event = preventable({ url, isMainFrame, isSameDocument: false, frame: null, initiator: null });
    if (isRedirect) {
      this.emit('will-redirect', event, url);
    } else {
      this.emit('will-frame-navigate', event);
      if (isMainFrame) this.emit('will-navigate', event, url);
    }
    if (isMainFrame && !event.defaultPrevented) this.#url = url;
    return !event.defaultPrevented;
  }

  #windowWanted({ url, frameName, features }: { url: string; frameName: string; features: string }): void {
    const details = {
      url: this.#toApp(url),
      frameName,
      features,
      disposition: 'new-window' as const,
      referrer: { url: this.#url, policy: 'no-referrer' as const },
    };
    const decision = this.#openHandler?.(details);
    if (decision?.action !== 'deny') {
      this.#options.host.system.problem(`A page opened the window ${details.url}; the host closed it.`);
    }
  }

  #console(level: string, message: string): void {
    const names: Record<string, string> = { warning: 'warning', error: 'error', debug: 'debug' };
    this.emit(
      'console-message',
      preventable({ level: names[level] ?? 'info', message, lineNumber: 0, sourceId: '' }),
    );
    if (level === 'error') process.stderr.write(`[page ${this.id}] ${message}\n`);
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.#openHandler = handler;
  }

  getURL(): string {
    return this.#url;
  }

  isLoading(): boolean {
    return this.#loading;
  }

  isCrashed(): boolean {
    return this.#crashed;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  focus(): void {}

  setBackgroundThrottling(): void {}

  /** Host only: the window is gone. */
  async dispose(): Promise<void> {
    if (this.#destroyed) return;
    this.#destroyed = true;
    this.emit('destroyed');
    await this.link.then(
      (link) => link.close(),
      () => {},
    );
  }
}

function originOf(url: string): string {
  const match = /^([a-z][a-z0-9+.-]*:\/\/[^/?#]*)/i.exec(url);
  return match?.[1] ?? 'null';
}
