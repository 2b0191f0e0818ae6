import { app, autoUpdater as squirrel } from 'electron';
import type { AppUpdater } from 'electron-updater';
import { CancellationToken, MacUpdater, NsisUpdater } from 'electron-updater';
import { ReplacingAppImageUpdater } from './app-image-updater';
import type { Log } from './log';

/** Fetches updates and installs them. What it rejects with is for `update-failure.ts`. */
export interface Updater {
  /** The version of a newer one, or null. */
  look(): Promise<string | null>;
  /** Fetches what {@link look} found and checks that it is genuine. `progress` is told per cent. */
  download(progress: (percent: number) => void): Download;
  /** Ends Aloud and installs what was fetched. @throws Error when it cannot be: then Aloud goes on. */
  install(startAnew: boolean): void;
}

export interface Download {
  done: Promise<void>;
  /** Breaks it off: then `done` rejects. */
  cancel(): void;
}

export interface UpdaterOptions {
  platform: 'darwin' | 'win32' | 'linux';
  /** Linux: the AppImage that runs, absolute. */
  appImage: string | null;
  log: Log;
}

/** What a server says is a version, and nothing else: it is shown. */
const VERSION = /^\d{1,6}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,40})?$/u;

/** electron-updater, as Aloud wants it. Loaded with this file, which so belongs into a bundle of its own. */
export function createUpdater(options: UpdaterOptions): Updater {
  const { platform, log } = options;
  const updater = makeUpdater(options);
  updater.logger = {
    info: () => undefined,
    warn: (message: unknown) => log.warn(firstLine(message)),
    error: (message: unknown) => log.warn(firstLine(message)),
  };
  updater.autoDownload = false;
  // Squirrel on macOS prepares the exchange while Aloud runs, and makes it at any end. Elsewhere an installer would be
  // started just when the computer is shut down, and be ended with it halfway.
  updater.autoInstallOnAppQuit = platform === 'darwin';
  updater.allowDowngrade = false;
  updater.allowPrerelease = false;
  updater.disableWebInstaller = true;
  // electron-updater would send a number of its own for each computer.
  updater.requestHeaders = { 'x-user-staging-id': '' };
  updater.isUserWithinRollout = () => true;

  return {
    async look() {
      const result = await updater.checkForUpdates();
      if (result === null) throw new Error('The updater is switched off');
      if (!result.isUpdateAvailable) return null;
      const { version } = result.updateInfo;
      if (!VERSION.test(version)) throw new Error('The feed names no version');
      return version;
    },
    download(progress) {
      const token = new CancellationToken();
      const onProgress = ({ percent }: { percent: number }): void => progress(percent);
      updater.on('download-progress', onProgress);
      const staging = platform === 'darwin' ? watchSquirrel() : null;
      const end = (): void => {
        updater.removeListener('download-progress', onProgress);
        staging?.end();
      };
      return {
        done: Promise.all([updater.downloadUpdate(token), staging?.staged]).then(end, (error: unknown) => {
          end();
          throw error;
        }),
        cancel: () => token.cancel(),
      };
    },
    install(startAnew) {
      if (platform === 'darwin' && !startAnew) return app.quit();
      let failure: Error | null = null;
      const onError = (error: Error): void => {
        failure = error;
      };
      updater.on('error', onError);
      updater.quitAndInstall(true, startAnew);
      updater.removeListener('error', onError);
      if (failure !== null) throw failure;
    },
  };
}

function makeUpdater({ platform, appImage }: UpdaterOptions): AppUpdater {
  switch (platform) {
    case 'darwin':
      return new MacUpdater();
    case 'win32':
      return new NsisUpdater();
    case 'linux':
      if (appImage === null) throw new Error('Only an AppImage updates itself on Linux');
      return new ReplacingAppImageUpdater(appImage);
    default:
      return platform satisfies never;
  }
}

/** Tells when Squirrel has compared the update's signature with that of the running Aloud, and put it beside that. */
function watchSquirrel(): { staged: Promise<void>; end: () => void } {
  let onDone = (): void => undefined;
  let onError = (_error: Error): void => undefined;
  const staged = new Promise<void>((resolve, reject) => {
    onDone = resolve;
    onError = reject;
  });
  squirrel.on('update-downloaded', onDone);
  squirrel.on('error', onError);
  return {
    staged,
    end() {
      squirrel.removeListener('update-downloaded', onDone);
      squirrel.removeListener('error', onError);
    },
  };
}

/** Of a message that may quote what a server sent. */
function firstLine(message: unknown): string {
  return `Updates: ${String(message).split('\n', 1)[0]?.slice(0, 300) ?? ''}`;
}
