import { app, dialog, Menu } from 'electron';
import type { Language, Snapshot } from '../../preload/contract';
import { textsIn } from '../../texts/catalogues';
import { en } from '../../texts/en';
import type { Texts } from '../../texts/texts';

/** Settles what the whole program is, before it is ready: an app of the tray, without Dock icon and menu bar. */
export function setUpApplication(platform: Snapshot['platform']): void {
  app.setName('Aloud');
  switch (platform) {
    case 'darwin':
      app.setActivationPolicy('accessory');
      break;
    case 'win32':
      // As the installer has it (electron-builder.yml), or Windows takes them for two programs.
      app.setAppUserModelId('app.aloud.Aloud');
      break;
    case 'linux':
      // Global hotkeys on Wayland exist only through the desktop's portal.
      app.commandLine.appendSwitch('enable-features', 'GlobalShortcutsPortal');
      break;
    default:
      platform satisfies never;
  }
  // Aloud lives in the tray: that no window is there is its ordinary state.
  app.on('window-all-closed', () => undefined);
}

/** Fulfilled once Electron can be used. Then no menu but our own is there. */
export async function whenReady(platform: Snapshot['platform']): Promise<void> {
  await app.whenReady();
  // Electron's default would bring along shortcuts for reloading and the developer tools. On macOS it takes another one
  // instead of none (`app-menu.ts`).
  if (platform !== 'darwin') Menu.setApplicationMenu(null);
}

/** The languages that the user reads, as the system knows them, the dearest first; empty where it knows none. */
export function preferredLanguages(): string[] {
  return app.getPreferredSystemLanguages();
}

/** Called once, when the app is about to end on the user's wish: the last moment to write something down. */
export function onQuit(listener: () => void): void {
  app.once('before-quit', listener);
}

/** macOS: the app was started again or its icon clicked while it runs. */
export function onActivate(listener: () => void): void {
  app.on('activate', listener);
}

/** As package.json has it, e.g. `1.2.3`. */
export function version(): string {
  return app.getVersion();
}

export function quit(): void {
  app.quit();
}

/** Ends at once with a code, without asking windows; {@link onQuit} is not called. */
export function exit(code: number): void {
  app.exit(code);
}

/** What a start that cannot go on needs to know. */
export interface Refusal {
  /** What is wrong, in the words of a language. */
  inWords: (texts: Texts['start']) => string;
  /** The user's. */
  language: Language;
  exitCode: number;
  /** Whether a person at a terminal reads the standard error: then no window is wanted. */
  terminal: boolean;
  platform: Snapshot['platform'];
}

/** Ends a start that cannot go on: says why on the standard error, in English, and, to who started it by a click, in a window. */
export function refuseToStart({ inWords, language, exitCode, terminal, platform }: Refusal): void {
  process.stderr.write(`${inWords(en.start)}\n`);
  // On Linux, before the app is ready, this would only write the same to the standard error again.
  const { start } = textsIn(language);
  if (!terminal && platform !== 'linux') dialog.showErrorBox(start.title, inWords(start));
  app.exit(exitCode);
}
