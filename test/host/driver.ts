import type { RunningHost } from './host';
import type { PreventableEvent } from './host-context';
import type { HostBrowserWindow } from './modules/browser-window';
import { normaliseAccelerator } from './modules/global-shortcut';
import type { TrayView } from './modules/tray';
import { proxyScript } from './proxy-script';
import type { AskedDialog, ShellCall, SimulatedDisplay, StorageBackend } from './system';
import type { TrafficEntry } from './traffic';

export interface WindowView {
  id: number;
  url: string;
  title: string;
  visible: boolean;
  focused: boolean;
  bounds: { x: number; y: number; width: number; height: number };
  /** Chromium's id of the page, to find it over DevTools. */
  targetId: string;
}

export type InvokeOutcome = { ok: true; value: unknown } | { ok: false; message: string };

/** What a test does to the app, and asks about it, where a user or the system would. */
export type Driver = ReturnType<typeof createDriver>;
/** The same from another process. */
export type RemoteDriver = {
  readonly [K in keyof Driver]: (...args: Parameters<Driver[K]>) => Promise<Awaited<ReturnType<Driver[K]>>>;
};

export function createDriver({ context, electron }: RunningHost) {
  const { system, traffic, milestones } = context;
  const { app, shortcuts, trays, manager, ipcMain, session } = electron;

  const windowOf = (id: number): HostBrowserWindow => {
    const window = [...manager.windows].find((candidate) => candidate.id === id);
    if (window === undefined) throw new Error(`There is no window ${id}`);
    return window;
  };
  const tray = () => {
    const [first] = trays;
    if (first === undefined) throw new Error('There is no tray icon');
    return first;
  };

  return {
    async windows(): Promise<WindowView[]> {
      return Promise.all(
        [...manager.windows].map(async (window) => {
          const link = await window.webContents.link;
          await window.settled();
          return {
            id: window.id,
            url: window.webContents.getURL(),
            title: window.getTitle(),
            visible: window.isVisible(),
            focused: window.isFocused(),
            bounds: window.getBounds(),
            targetId: link.targetId,
          };
        }),
      );
    },
    /** The user clicks somewhere else: the focused window blurs. */
    focusElsewhere: (): void => manager.focused?.blur(),
    focusWindow: (id: number): void => windowOf(id).focus(),
    /** The user closes a window. */
    closeWindow: (id: number): void => windowOf(id).close(),
    /** The user drags a window there. */
    dragWindow: (id: number, x: number, y: number): void => windowOf(id).setBounds({ x, y }),
    reloadWindow: (id: number): void => windowOf(id).webContents.reload(),
    async crashRenderer(id: number): Promise<void> {
      const link = await windowOf(id).webContents.link;
      await link.crash();
    },

    /** Presses a global shortcut. False if the app has none such. */
    fireHotkey: (accelerator: string): boolean => shortcuts.fire(accelerator),
    /** The same, and when: ms since 1970. @throws Error if the app has none such. */
    timeHotkey(accelerator: string): number {
      const at = performance.timeOrigin + performance.now();
      if (!shortcuts.fire(accelerator)) throw new Error(`The app has no hotkey ${accelerator}`);
      return at;
    },
    hotkeys: (): string[] => shortcuts.registered(),
    /** Another program takes a shortcut: the app's `register` then fails. */
    claimHotkey(accelerator: string): void {
      system.claimed.add(normaliseAccelerator(accelerator, process.platform));
    },
    releaseHotkey(accelerator: string): void {
      system.claimed.delete(normaliseAccelerator(accelerator, process.platform));
    },

    trays: (): TrayView[] => [...trays].map((icon) => icon.view()),
    clickTray: (button: 'left' | 'right' = 'left'): void => tray().press(button),
    /** Clicks a menu item, by its labels from the top down. False if it is not there or disabled. */
    chooseTrayItem: (...path: string[]): boolean => tray().choose(path, electron.role),
    /** When the app got how far in its start, ms on the host's clock. */
    milestones: () => milestones.all(),

    setDisplays(displays: SimulatedDisplay[]): void {
      const former = system.displays;
      system.displays = displays;
      system.emit('displays', former);
    },
    setCursor(x: number, y: number): void {
      system.cursor = { x, y };
    },
    setDark(dark: boolean): void {
      system.dark = dark;
      system.emit('theme');
    },
    /** The user wants nothing to move, or no longer minds. */
    setReducedMotion(reduced: boolean): void {
      system.reducedMotion = reduced;
      system.emit('theme');
    },
    setStorageBackend(backend: StorageBackend): void {
      system.storage = backend;
    },
    /** Whether the system knows of any network. What is on it stays reachable. */
    setOnline(online: boolean): void {
      system.online = online;
    },
    /** The proxies of the system's settings for every server, as a proxy script writes them: `PROXY 127.0.0.1:3128`. */
    setProxy(list: string): void {
      system.proxies = () => list;
    },
    /** The system's settings name this proxy script (PAC), which has none of the functions that browsers lend one. */
    setProxyScript(script: string): void {
      system.proxies = proxyScript(script);
    },
    power: (event: string): void => void system.emit('power', event),

    dialogs: (): AskedDialog[] => [...system.dialogs],
    /** The next dialogs are answered with these buttons. */
    answerDialogs: (...buttons: number[]): void => void system.dialogAnswers.push(...buttons),
    shellCalls: (): ShellCall[] => [...system.shellCalls],
    /** What went wrong in the host's eyes; a test should find none. */
    problems: (): string[] => [...system.problems],
    traffic: (): TrafficEntry[] => traffic.entries(),

    /** Tells a page something as main would, whatever main itself says. */
    tellPage: (id: number, channel: string, message: unknown): void =>
      windowOf(id).webContents.send(channel, message),
    /** What the app answers a page that asks for a permission. */
    requestPermission(id: number, permission: string): Promise<boolean> {
      const { webContents } = windowOf(id);
      return session.decide(webContents, permission, webContents.getURL());
    },
    /** Calls main as a page at `url` would, in the top frame or below it. */
    async invokeAs(
      id: number,
      frame: { url: string; isTopFrame: boolean },
      channel: string,
      ...args: unknown[]
    ): Promise<InvokeOutcome> {
      const { webContents } = windowOf(id);
      const origin = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(frame.url)?.[0] ?? 'null';
      const parent = frame.isTopFrame ? null : webContents.mainFrame;
      const senderFrame = { url: frame.url, origin, parent, top: webContents.mainFrame };
      const reply = await ipcMain.invoked(
        { kind: 'invoke', id: 0, channel, args },
        { sender: webContents, senderFrame },
      );
      if (reply.kind !== 'reply') throw new Error('No reply');
      return reply.ok ? { ok: true, value: reply.value } : { ok: false, message: reply.message };
    },
    /** Where DevTools listens, for a second Playwright; null if it was not asked for. */
    async devTools(): Promise<string | null> {
      return (await context.stage).browser.devTools;
    },
    /** The user quits the app from outside. */
    quit: (): void => app.quit(),
    activate: (): void => void app.emit('activate', {} satisfies Partial<PreventableEvent>, false),
  };
}
