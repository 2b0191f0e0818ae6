import { join } from 'node:path';
import { chosenLanguage } from '../texts/languages';
import { Keys } from './assistant/keys';
import { followOneAnswer } from './assistant/one-answer';
import { chosenSource, startSource } from './assistant/start-source';
import { initialState } from './assistant/state';
import type { Store } from './assistant/store';
import { createStore } from './assistant/store';
import { createCommands } from './composition/commands';
import { createDesktop } from './composition/desktop';
import { takeEnvironment } from './composition/environment';
import { keyFileOf, ProfileVault } from './composition/profile-vault';
import { createSpeech } from './composition/speech';
import { createDemoServer } from './demo/launch';
import { PromptHistory } from './settings/prompt-history';
import { activeProfile } from './settings/schema';
import { openSettings } from './settings/store';
import {
  exit,
  onQuit,
  preferredLanguages,
  refuseToStart,
  setUpApplication,
  whenReady,
} from './shell/application';
import { trustedAuthorities } from './shell/certificates';
import type { Intent } from './shell/command-line';
import { parseCommandLine, USAGE } from './shell/command-line';
import { createLog } from './shell/log';
import { wasOpenedAtLogin } from './shell/login-item';
import { systemRoutes } from './shell/network';
import { DataFolderError, setUpPaths } from './shell/paths';
import { registerAppScheme, serveApp } from './shell/protocol';
import { schedule } from './shell/schedule';
import { KeyVault } from './shell/secrets';
import { hardenPages, hardenSession } from './shell/security';
import { becomeSingleInstance } from './shell/single-instance';

/** Where the built files lie, seen from `out/main/index.js`. */
const PRELOAD = join(import.meta.dirname, '../preload/index.cjs');
const RENDERER_DIR = join(import.meta.dirname, '../renderer');
const TRAY_ICON_DIR = join(import.meta.dirname, '../../assets/tray');

const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
const now = (): number => performance.now();
const date = (): Date => new Date();

/** Reads the stored key and asks what the system can encrypt, while the rest of the program starts. */
async function loadKeys(vault: ProfileVault, keys: Keys, store: Store): Promise<void> {
  const { notice } = await vault.load();
  store.dispatch({ type: 'key', key: keys.view });
  if (notice !== null) store.dispatch({ type: 'notice', notice });
  store.dispatch({ type: 'can-encrypt', canEncrypt: await vault.canEncrypt() });
}

async function start(): Promise<void> {
  const parsed = parseCommandLine(process.argv.slice(1));
  if (parsed.kind === 'help') {
    process.stdout.write(USAGE);
    return exit(0);
  }
  if (parsed.kind === 'error') {
    return refuseToStart({
      inWords: () => parsed.message,
      language: 'en',
      exitCode: 2,
      terminal: true,
      platform,
    });
  }
  const { intent, demo, quitAfterAnswer } = parsed.commandLine;

  // Before Electron is ready: who we are, where our files are, and whether we run already.
  setUpApplication(platform);
  const paths = setUpPaths(process.env);
  const environment = takeEnvironment(process.env);
  const log = createLog({ dir: paths.logs, quiet: quitAfterAnswer });
  if (environment.key !== null) log.protect(environment.key);
  process.on('uncaughtException', (error) => log.error('Uncaught', error));
  process.on('unhandledRejection', (error) => log.error('Unhandled rejection', error));
  // What other starts want before the desktop stands waits here, ours first.
  const intents: Intent[] = [];
  let obey = (next: Intent): void => void intents.push(next);
  if (!becomeSingleInstance(intent, log, (next) => obey(next))) {
    process.stdout.write('Aloud runs already, and has been told.\n');
    return exit(0);
  }
  registerAppScheme();
  hardenPages(log);

  // What is known from earlier runs, and the state that it makes.
  const onWriteError = (error: unknown): void => log.error('A file could not be written', error);
  const files = { dir: paths.userData, schedule, date, onWriteError };
  const settings = openSettings(files);
  const history = new PromptHistory(files);
  const vault = new ProfileVault({
    open: (profile) => new KeyVault({ platform, file: keyFileOf(paths.keyFile, profile), date, log }),
    active: () => activeProfile(settings.value),
  });
  const keys = new Keys(vault, environment.key);
  const store = createStore(
    initialState({
      language: chosenLanguage('system', preferredLanguages()),
      ...startSource({
        demo,
        customUrl: environment.realtimeUrl,
        environmentKey: environment.key,
        chosen: chosenSource(settings.value),
      }),
      muted: settings.value.muted,
      volume: settings.value.volume,
      output: settings.value.output,
      recentPrompts: history.prompts,
      platform,
      notices: [settings.notice, history.notice].filter((notice) => notice !== null),
    }),
  );
  store.subscribe(({ recentPrompts }, former) => {
    if (recentPrompts !== former.recentPrompts) history.replace(recentPrompts);
  });

  await whenReady(platform);
  hardenSession(log);
  serveApp(RENDERER_DIR, log);
  const demoServer = createDemoServer();
  const { assistant, sound } = createSpeech({
    store,
    settings,
    keys,
    keysLoaded: loadKeys(vault, keys, store),
    customUrl: environment.realtimeUrl,
    demoServer,
    authorities: trustedAuthorities(),
    routes: systemRoutes(process.env, log),
    schedule,
    now,
    log,
  });
  const commands = createCommands({
    assistant,
    store,
    settings,
    keys,
    customUrl: environment.realtimeUrl,
  });
  const desktop = createDesktop({
    platform,
    preload: PRELOAD,
    trayIconDir: TRAY_ICON_DIR,
    schedule,
    now,
    store,
    assistant,
    sound,
    commands,
    settings,
    log,
  });

  const shutDown = (): void => {
    assistant.close();
    desktop.dispose();
    settings.flush();
    history.flush();
    void demoServer.stop();
  };
  onQuit(shutDown);
  if (quitAfterAnswer) {
    followOneAnswer(store, {
      print: (text) => process.stdout.write(text),
      printError: (text) => process.stderr.write(`${text}\n`),
      finished: (exitCode) => {
        shutDown();
        exit(exitCode);
      },
    });
  }

  desktop.obey(wasOpenedAtLogin(platform) && intent.kind === 'run' ? { kind: 'hide' } : intent);
  for (const other of intents) desktop.obey(other);
  obey = desktop.obey;
}

start().catch((error: unknown) => {
  refuseToStart({
    inWords: (texts) =>
      error instanceof DataFolderError
        ? texts.dataFolder(error.folder, error.code)
        : texts.failed(String(error)),
    language: chosenLanguage('system', preferredLanguages()),
    exitCode: 1,
    terminal: process.stderr.isTTY,
    platform,
  });
});
