import { join } from 'node:path';
import { chosenLanguage } from '../texts/languages';
import { Keys } from './assistant/keys';
import { followOneAnswer } from './assistant/one-answer';
import { chosenSource, startSource } from './assistant/start-source';
import { initialState } from './assistant/state';
import { createStore } from './assistant/store';
import { createAboutDesk } from './composition/about-desk';
import { createAccount } from './composition/account';
import { createCommands } from './composition/commands';
import { createDesktop } from './composition/desktop';
import { takeEnvironment } from './composition/environment';
import { createLogin } from './composition/login';
import { createPreferences } from './composition/preferences';
import { keyFileOf, ProfileVault } from './composition/profile-vault';
import { createSpeech } from './composition/speech';
import { createKeyLoader } from './composition/stored-key';
import { createUpdating } from './composition/updating';
import { createDemoServer } from './demo/launch';
import { Draft } from './settings/draft';
import { PopupPlace } from './settings/popup-place';
import { PromptHistory } from './settings/prompt-history';
import { activeProfile } from './settings/schema';
import { openSettings } from './settings/store';
import {
  exit,
  onQuit,
  preferredLanguages,
  refuseToStart,
  setUpApplication,
  version,
  whenReady,
} from './shell/application';
import { trustedAuthorities } from './shell/certificates';
import type { Intent } from './shell/command-line';
import { parseCommandLine, USAGE } from './shell/command-line';
import { createLog } from './shell/log';
import { LoginItem, wasOpenedAtLogin } from './shell/login-item';
import { systemGet, systemRoutes } from './shell/network';
import { DataFolderError, setUpPaths } from './shell/paths';
import { programCommand } from './shell/program';
import { programPath } from './shell/program-path';
import { registerAppScheme, serveApp } from './shell/protocol';
import { redact } from './shell/redact';
import { schedule } from './shell/schedule';
import { KeyVault } from './shell/secrets';
import { hardenPages, hardenSession } from './shell/security';
import { becomeSingleInstance } from './shell/single-instance';

/** Where the built files lie, seen from `out/main/index.js`. */
const PRELOAD = join(import.meta.dirname, '../preload/index.cjs');
const RENDERER_DIR = join(import.meta.dirname, '../renderer');
const LICENCES = {
  own: join(import.meta.dirname, '../../LICENSE'),
  bundled: [join(import.meta.dirname, 'licenses.json'), join(RENDERER_DIR, 'licenses.json')],
};
const TRAY_ICON_DIR = join(import.meta.dirname, '../../assets/tray');

const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';
const now = (): number => performance.now();
const date = (): Date => new Date();

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
  const draft = new Draft({ ...files, isSecret: (text) => redact(text) !== text });
  const place = new PopupPlace(files);
  const vault = new ProfileVault({
    open: (profile) => new KeyVault({ platform, file: keyFileOf(paths.keyFile, profile), date, log }),
    active: () => activeProfile(settings.value),
  });
  const keys = new Keys(vault, environment.key);
  const store = createStore(
    initialState({
      language: chosenLanguage(settings.value.language, preferredLanguages()),
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
      program: programPath(process.execPath, process.env),
      notices: [settings.notice, history.notice, draft.notice].filter((notice) => notice !== null),
    }),
  );
  store.subscribe(({ recentPrompts }, former) => {
    if (recentPrompts !== former.recentPrompts) history.replace(recentPrompts);
  });

  await whenReady(platform);
  hardenSession(log);
  serveApp(RENDERER_DIR, log);
  const demoServer = createDemoServer();
  const loadKey = createKeyLoader(vault, keys, store);
  // While the rest of the program starts.
  void loadKey();
  void vault.canEncrypt().then((canEncrypt) => store.dispatch({ type: 'can-encrypt', canEncrypt }));
  const { assistant, sound, check } = createSpeech({
    store,
    settings,
    keys,
    loadKey,
    customUrl: environment.realtimeUrl,
    demoServer,
    authorities: trustedAuthorities(),
    routes: systemRoutes(process.env, log),
    get: systemGet,
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
  const updating = createUpdating({
    platform,
    execPath: process.execPath,
    environment: process.env,
    version: version(),
    store,
    settings,
    schedule,
    now,
    chance: Math.random,
    log,
  });
  const login = createLogin(
    new LoginItem({ platform, environment: process.env, execPath: process.execPath }),
    settings,
    log,
  );
  const about = createAboutDesk({
    platform,
    execPath: process.execPath,
    licences: LICENCES,
    desktopNames: environment.desktopNames,
    wayland: environment.wayland,
    preload: PRELOAD,
    store,
    log,
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
    account: createAccount({ assistant, store, settings, keys, vault, loadKey, check }),
    preferences: createPreferences(settings, commands),
    settings,
    keys,
    draft,
    place,
    wayland: environment.wayland,
    updating,
    about,
    login,
    desktopNames: environment.desktopNames,
    program: programCommand(process.execPath, process.env),
    log,
  });

  const shutDown = (): void => {
    assistant.close();
    desktop.dispose();
    updating.dispose();
    about.dispose();
    login.dispose();
    settings.flush();
    history.flush();
    draft.flush();
    place.flush();
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
