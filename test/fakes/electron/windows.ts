import { EventEmitter } from 'node:events';
import type {
  BrowserWindowConstructorOptions,
  Display,
  BrowserWindow as ElectronWindow,
  Point,
  Rectangle,
} from 'electron';
import { vi } from 'vitest';

class FakeWebContents extends EventEmitter {
  readonly sent: { channel: string; message: unknown }[] = [];
  readonly ports: { channel: string; ports: readonly unknown[] }[] = [];
  readonly setWindowOpenHandler = vi.fn();

  send(channel: string, message: unknown): void {
    this.sent.push({ channel, message });
  }

  postMessage(channel: string, _message: unknown, ports: readonly unknown[] = []): void {
    this.ports.push({ channel, ports });
  }

  /** What was sent on a channel, oldest first. */
  messages(channel: string): unknown[] {
    return this.sent.filter((entry) => entry.channel === channel).map((entry) => entry.message);
  }
}

/** A window that remembers what was done to it, in `log`; it takes and gives the focus as a desktop would. */
export class BrowserWindow extends EventEmitter {
  static readonly all: BrowserWindow[] = [];
  static getAllWindows(): BrowserWindow[] {
    return BrowserWindow.all.filter(({ destroyed }) => !destroyed);
  }

  /** How the next pages are loaded. */
  static loading: Promise<void> = Promise.resolve();

  static get last(): BrowserWindow {
    const window = BrowserWindow.all.at(-1);
    if (window === undefined) throw new Error('No window was made');
    return window;
  }

  readonly webContents = new FakeWebContents();
  readonly log: string[] = [];
  readonly setVisibleOnAllWorkspaces = vi.fn<ElectronWindow['setVisibleOnAllWorkspaces']>();
  readonly setBackgroundColor = vi.fn<ElectronWindow['setBackgroundColor']>();
  readonly loadURL = vi.fn<ElectronWindow['loadURL']>(() => BrowserWindow.loading);
  readonly options: BrowserWindowConstructorOptions;
  bounds: Rectangle;
  visible = false;
  focused = false;
  minimized = false;
  destroyed = false;

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super();
    this.options = options;
    this.bounds = { x: 0, y: 0, width: options.width ?? 0, height: options.height ?? 0 };
    BrowserWindow.all.push(this);
  }

  /** The page was loaded and painted. */
  load(): void {
    this.webContents.emit('did-start-loading');
    this.webContents.emit('did-finish-load');
    this.emit('ready-to-show');
  }

  show(): void {
    this.log.push('show');
    this.visible = true;
    this.focused = true;
  }

  hide(): void {
    this.log.push('hide');
    this.visible = false;
    if (this.focused) this.blur();
  }

  focus(): void {
    this.log.push('focus');
    this.focused = true;
  }

  blur(): void {
    this.log.push('blur');
    this.focused = false;
    this.emit('blur');
  }

  minimize(): void {
    this.log.push('minimize');
    this.minimized = true;
    if (this.focused) this.blur();
  }

  restore(): void {
    this.log.push('restore');
    this.minimized = false;
  }

  isMinimized(): boolean {
    return this.minimized;
  }

  setOpacity(opacity: number): void {
    this.log.push(`opacity ${opacity}`);
  }

  isVisible(): boolean {
    return this.visible;
  }

  isFocused(): boolean {
    return this.focused;
  }

  getBounds(): Rectangle {
    return this.bounds;
  }

  setBounds(bounds: Rectangle): void {
    this.log.push('setBounds');
    this.bounds = this.rescale(bounds);
    this.emit('move');
  }

  /** What the system makes of bounds that were asked for. */
  rescale = (bounds: Rectangle): Rectangle => bounds;

  /** The user drags it. */
  drag(x: number, y: number): void {
    this.bounds = { ...this.bounds, x, y };
    this.emit('move');
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  /** No page objects. */
  close(): void {
    this.destroy();
  }

  destroy(): void {
    this.destroyed = true;
    this.emit('closed');
  }
}

/** Two displays: the first, and one to the left of it, so with negative coordinates. */
export const DISPLAYS = [
  {
    id: 1,
    bounds: { x: 0, y: 0, width: 1920, height: 1080 },
    workArea: { x: 0, y: 24, width: 1920, height: 1056 },
  },
  {
    id: 2,
    bounds: { x: -1280, y: 0, width: 1280, height: 800 },
    workArea: { x: -1280, y: 0, width: 1280, height: 800 },
  },
] as const;

class FakeScreen extends EventEmitter {
  cursor = { x: 100, y: 100 };
  displays: readonly Pick<Display, 'id' | 'bounds' | 'workArea'>[] = DISPLAYS;

  getCursorScreenPoint() {
    return this.cursor;
  }

  getAllDisplays() {
    return [...this.displays];
  }

  /** As far as these displays go: they stand side by side. */
  getDisplayNearestPoint({ x }: Point) {
    return x < 0 ? DISPLAYS[1] : DISPLAYS[0];
  }
}

export const screen = new FakeScreen();
