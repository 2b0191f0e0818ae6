import type { BrowserWindowConstructorOptions, Rectangle } from 'electron';
import { declaredEvents } from '../declared';
import { preventable } from '../host-context';
import type { WindowManager } from '../window-manager';
import { HostWebContents } from './web-contents';
import { checkOptions } from './window-options';
import type { DeclaredBrowserWindow } from './window-surface';
import { WINDOW_EVENTS } from './window-surface';

/** electron.BrowserWindow: a page, with what a window manager would know of it. Frames are taken for having no size. */
export class HostBrowserWindow
  extends declaredEvents('BrowserWindow', WINDOW_EVENTS)
  implements DeclaredBrowserWindow
{
  readonly id: number;
  readonly webContents: HostWebContents;
  readonly #manager: WindowManager;
  #bounds: Rectangle;
  #visible: boolean;
  #destroyed = false;
  #alwaysOnTop: boolean;
  #title: string;
  #readyToShow = false;
  #placing: Promise<void> = Promise.resolve();

  constructor(manager: WindowManager, options: BrowserWindowConstructorOptions = {}) {
    super();
    const { host } = manager;
    if (!host.lifecycle.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const preload = checkOptions(options);
    this.#manager = manager;
    this.id = manager.nextId++;
    const area = host.system.displays[0]?.workArea ?? { x: 0, y: 0, width: 1280, height: 800 };
    const { width = 800, height = 600 } = options;
    this.#bounds = {
      x: options.x ?? Math.round(area.x + (area.width - width) / 2),
      y: options.y ?? Math.round(area.y + (area.height - height) / 2),
      width,
      height,
    };
    this.#visible = options.show ?? true;
    this.#alwaysOnTop = options.alwaysOnTop ?? false;
    this.#title = options.title ?? host.manifest.productName;
    this.webContents = new HostWebContents({
      id: this.id,
      host,
      ipcMain: manager.ipcMain,
      session: manager.session,
      preload,
      openPage: () => manager.openPage(this.#bounds),
      onClosedByUser: () => this.#closedByUser(),
    });
    manager.windows.add(this);
    manager.opened(this);
    this.#place();
  }

  async loadURL(url: string): Promise<void> {
    await this.webContents.loadURL(url);
    if (this.#readyToShow || this.#destroyed) return;
    this.#readyToShow = true;
    this.emit('ready-to-show');
  }

  show(): void {
    this.#setVisible(true);
    this.focus();
  }

  showInactive(): void {
    this.#setVisible(true);
  }

  hide(): void {
    this.blur();
    this.#setVisible(false);
  }

  #setVisible(visible: boolean): void {
    if (this.#destroyed || this.#visible === visible) return;
    this.#visible = visible;
    this.#place();
    this.#later(visible ? 'show' : 'hide');
  }

  focus(): void {
    const manager = this.#manager;
    if (this.#destroyed || !this.#visible || manager.focused === this) return;
    manager.focused?.blur();
    manager.focused = this;
    void this.webContents.link.then((link) => link.page.bringToFront()).catch(() => {});
    this.#later('focus');
    manager.focusChanged(this, true);
  }

  blur(): void {
    const manager = this.#manager;
    if (manager.focused !== this) return;
    manager.focused = null;
    this.#later('blur');
    manager.focusChanged(this, false);
  }

  isVisible(): boolean {
    return !this.#destroyed && this.#visible;
  }

  isFocused(): boolean {
    return this.#manager.focused === this;
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}

  /** Without a window manager a minimised window has only lost the focus. */
  minimize(): void {
    this.blur();
  }

  setBounds(bounds: Partial<Rectangle>): void {
    this.#requireAlive();
    const before = this.#bounds;
    this.#bounds = { ...before, ...roundAll(bounds) };
    const { x, y, width, height } = this.#bounds;
    this.#place();
    if (x !== before.x || y !== before.y) this.#later('move');
    if (width !== before.width || height !== before.height) this.#later('resize');
  }

  getBounds(): Rectangle {
    this.#requireAlive();
    return { ...this.#bounds };
  }

  getContentBounds(): Rectangle {
    return this.getBounds();
  }

  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }

  getSize(): number[] {
    return [this.#bounds.width, this.#bounds.height];
  }

  setContentSize(width: number, height: number): void {
    this.setSize(width, height);
  }

  getContentSize(): number[] {
    return this.getSize();
  }

  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }

  getPosition(): number[] {
    return [this.#bounds.x, this.#bounds.y];
  }

  center(): void {
    const area = this.#manager.host.system.displays[0]?.workArea;
    if (area === undefined) return;
    const { width, height } = this.#bounds;
    this.setPosition(area.x + (area.width - width) / 2, area.y + (area.height - height) / 2);
  }

  setAlwaysOnTop(flag: boolean): void {
    this.#requireAlive();
    this.#alwaysOnTop = flag;
  }

  isAlwaysOnTop(): boolean {
    return this.#alwaysOnTop;
  }

  setTitle(title: string): void {
    this.#title = title;
  }

  getTitle(): string {
    return this.#title;
  }

  // What only a window manager could show.
  setVisibleOnAllWorkspaces(): void {}
  setSkipTaskbar(): void {}
  setResizable(): void {}
  setOpacity(): void {}
  setBackgroundColor(): void {}
  setMenu(): void {}
  removeMenu(): void {}
  setMenuBarVisibility(): void {}
  moveTop(): void {}

  close(): void {
    if (this.#destroyed) return;
    const event = preventable();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }

  destroy(): void {
    if (this.#destroyed) return;
    if (this.#manager.focused === this) this.#manager.focused = null;
    this.#destroyed = true;
    this.#visible = false;
    this.#manager.windows.delete(this);
    void this.webContents.dispose();
    this.emit('closed');
    this.#manager.closed(this);
  }

  /** The real window is gone already: `close` is told, but nothing can object to it any more. */
  #closedByUser(): void {
    const event = preventable();
    this.emit('close', event);
    this.destroy();
  }

  #requireAlive(): void {
    if (this.#destroyed) throw new TypeError('Object has been destroyed');
  }

  /** Window events come after the call, as they do from a window manager. */
  #later(event: string): void {
    setImmediate(() => {
      if (!this.#destroyed) this.emit(event, preventable());
    });
  }

  #place(): void {
    const { webContents } = this;
    this.#placing = this.#placing
      .then(async () => {
        const { page } = await webContents.link;
        await this.#manager.place(page, this.#bounds, this.#visible);
      })
      .catch(() => {});
  }

  /** Host only: the page has the size and place that the app gave last. */
  settled(): Promise<void> {
    return this.#placing;
  }
}

function roundAll(bounds: Partial<Rectangle>): Partial<Rectangle> {
  for (const [key, value] of Object.entries(bounds)) {
    if (!Number.isFinite(value)) throw new TypeError(`Error processing argument: ${key} is ${value}`);
  }
  return Object.fromEntries(Object.entries(bounds).map(([key, value]) => [key, Math.round(value)]));
}
