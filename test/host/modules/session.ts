import type { Session } from 'electron';
import type { Page } from 'playwright-core';
import type { Permission } from '../browser';
import { declaredEvents } from '../declared';
import type { HostContext } from '../host-context';

type RequestHandler = (
  contents: unknown,
  permission: string,
  callback: (granted: boolean) => void,
  details: object,
) => void;
type CheckHandler = (contents: unknown, permission: string, origin: string, details: object) => boolean;

type Declared = Pick<
  Session,
  'setPermissionRequestHandler' | 'setPermissionCheckHandler' | 'setDevicePermissionHandler' | 'resolveProxy'
>;

/** Electron's names, and DevTools' for what Chromium can grant. */
const GRANTABLE: Record<string, Permission[]> = {
  media: ['audioCapture'],
  'clipboard-read': ['clipboardReadWrite'],
  'clipboard-sanitized-write': ['clipboardSanitizedWrite'],
  'speaker-selection': ['speakerSelection'],
  geolocation: ['geolocation'],
  notifications: ['notifications'],
};

/** electron.session.defaultSession; there is no other. */
export class HostSession
  extends declaredEvents('session', ['will-download', 'select-hid-device'])
  implements Declared
{
  readonly #host: HostContext;
  #request: RequestHandler | null = null;
  #check: CheckHandler | null = null;
  #device: ((details: never) => boolean) | null = null;

  constructor(host: HostContext) {
    super();
    this.#host = host;
  }

  setPermissionRequestHandler(handler: unknown): void {
    this.#host.lifecycle.requireReady('session');
    this.#request = typeof handler === 'function' ? (handler as RequestHandler) : null;
  }

  setPermissionCheckHandler(handler: unknown): void {
    this.#host.lifecycle.requireReady('session');
    this.#check = typeof handler === 'function' ? (handler as CheckHandler) : null;
  }

  setDevicePermissionHandler(handler: unknown): void {
    this.#host.lifecycle.requireReady('session');
    this.#device = typeof handler === 'function' ? (handler as (details: never) => boolean) : null;
  }

  /** Rejects where a proxy script is broken; Chromium would go without a proxy. */
  async resolveProxy(url: string): Promise<string> {
    this.#host.lifecycle.requireReady('session');
    return this.#host.system.proxies(new URL(url));
  }

  /** Host only: what the app answers a page that asks. Without handlers Electron grants everything. */
  async decide(contents: unknown, permission: string, url: string): Promise<boolean> {
    const { origin } = new URL(url);
    const details = { requestingUrl: url, isMainFrame: true };
    if (this.#check !== null && !this.#check(contents, permission, origin, details)) return false;
    const request = this.#request;
    if (request === null) return true;
    return new Promise((resolve) => request(contents, permission, resolve, details));
  }

  /** Host only: whether devices (HID, serial, USB) are handed out. */
  decideDevice(): boolean {
    return this.#device === null ? false : Reflect.apply(this.#device, undefined, [{ deviceType: 'hid' }]);
  }

  /** Host only: lets Chromium grant to the `page` of `url` what the app grants, and nothing else. */
  async grantTo(contents: unknown, page: Page, url: string): Promise<void> {
    const { browser, server } = await this.#host.stage;
    const granted: Permission[] = [];
    for (const [permission, names] of Object.entries(GRANTABLE)) {
      const allowed =
        this.#check?.(contents, permission, new URL(url).origin, { requestingUrl: url }) ?? false;
      if (allowed) granted.push(...names);
    }
    if (granted.length > 0) await browser.grant(granted, page, server.origins.browserOrigin(url));
  }
}
