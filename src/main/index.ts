import { join } from 'node:path';
import type { PopupView } from '../preload/contract';
import { Assistant } from './assistant/assistant';
import { chooseEndpoint } from './assistant/endpoint';
import { Keys } from './assistant/keys';
import { followOneAnswer } from './assistant/one-answer';
import { startSource } from './assistant/start-source';
import { initialState, toSnapshot } from './assistant/state';
import { createStore } from './assistant/store';
import { AudioChannel } from './audio/channel';
import { createCommands } from './commands';
import { createDemoServer } from './demo/launch';
import { connect } from './realtime/connect';
import { DEFAULT_INSTRUCTIONS } from './realtime/instructions';
import { OFFER } from './realtime/models';
import { createSession } from './realtime/session';
import { PromptHistory } from './settings/history';
import { openSettings } from './settings/store';
import { showAbout } from './shell/about';
import { exit, onActivate, onQuit, quit, setUpApplication, whenReady } from './shell/application';
import type { Intent } from './shell/command-line';
import { parseCommandLine } from './shell/command-line';
import { Hotkey } from './shell/hotkey';
import { registerIpc } from './shell/ipc';
import { createLog } from './shell/log';
import { openLog } from './shell/open-log';
import { DataFolderError, setUpPaths } from './shell/paths';
import { Popup } from './shell/popup';
import { watchPower } from './shell/power';
import { registerAppScheme, serveApp } from './shell/protocol';
import { schedule } from './shell/schedule';
import { KeyVault } from './shell/secrets';
import { hardenPages, hardenSession } from './shell/security';
import { becomeSingleInstance } from './shell/single-instance';
import { TrayIcon } from './shell/tray';
import type { TrayCommand } from './shell/tray-menu';

/** Where the built files lie, seen from `out/main/index.js`. */
const PRELOAD = join(import.meta.dirname, '../preload/index.cjs');
const RENDERER_DIR = join(import.meta.dirname, '../renderer');
const TRAY_ICON_DIR = join(import.meta.dirname, '../../assets/tray');

const now = (): number => performance.now();
const date = (): Date => new Date();
const platform = process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux';

/** A variable of the environment, or null when it is not set or blank. */
function environment(name: string): string | null {
  const value = process.env[name]?.trim() ?? '';
  return value === '' ? null : value;
}

/** Ends the program with a sentence on the standard error. */
function refuse(sentence: string, exitCode: number): void {
  process.stderr.write(`${sentence}\n`);
  exit(exitCode);
}

async function start(): Promise<void> {
  const parsed = parseCommandLine(process.argv.slice(1));
  if (parsed.kind === 'error') return refuse(parsed.message, 2);
  const { intent, demo, quitAfterAnswer } = parsed.commandLine;

  setUpApplication(platform);
  const paths = setUpPaths(process.env);
  const log = createLog({ dir: paths.logs, quiet: quitAfterAnswer });
  process.on('uncaughtException', (error) => log.error('Uncaught', error));
  process.on('unhandledRejection', (error) => log.error('Unhandled rejection', error));
  const environmentKey = environment('OPENAI_API_KEY');
  if (environmentKey !== null) log.protect(environmentKey);
  // Children would inherit it, and none needs it.
  delete process.env.OPENAI_API_KEY;

  const firstIntents: Intent[] = [intent];
  let obey = (next: Intent): void => {
    firstIntents.push(next);
  };
  if (!becomeSingleInstance(intent, log, (next) => obey(next))) return exit(0);
  registerAppScheme();
  hardenPages(log);

  const files = {
    dir: paths.userData,
    schedule,
    date,
    onWriteError: (error: unknown) => log.error('A file could not be written', error),
  };
  const settings = openSettings(files);
  const history = new PromptHistory(files);
  const vault = new KeyVault({ platform, file: paths.keyFile, date, log });
  const keys = new Keys(vault, environmentKey);
  const customUrl = environment('ALOUD_REALTIME_URL');
  const store = createStore(
    initialState({
      ...startSource({ demo, customUrl, environmentKey, chosen: settings.value.source }),
      muted: settings.value.muted,
      recentPrompts: history.prompts,
      platform,
      notice: [settings.notice, history.notice].filter((notice) => notice !== null).join(' ') || null,
    }),
  );

  const after = (ms: number, run: () => void) => schedule(run, ms);
  const sound: AudioChannel = new AudioChannel({
    after,
    listener: {
      started: (item, latencyMs) => assistant.soundStarted(item, latencyMs),
      progress: ({ items }) => {
        for (const { item, playedFrames } of items) assistant.soundPlayed(item, playedFrames);
      },
      drained: (item) => assistant.soundDrained(item),
      idle: () => undefined,
      fault: (reason) => log.warn(`sound: ${reason}`),
    },
  });
  const demoServer = createDemoServer();
  const assistant: Assistant = new Assistant({
    store,
    sound,
    now,
    schedule: after,
    log,
    choose: () =>
      chooseEndpoint({
        source: store.state.source,
        customUrl,
        enteredKey: keys.entered,
        environmentKey: keys.environment,
        model: settings.value.model ?? OFFER.defaultModel,
      }),
    startDemo: async () => {
      const { url, token } = await demoServer.start();
      return { url, key: token, model: OFFER.defaultModel };
    },
    openSession: (endpoint, onEvent) =>
      createSession({
        connect,
        endpoint,
        config: {
          instructions: settings.value.instructions ?? DEFAULT_INSTRUCTIONS,
          voice: settings.value.voice ?? OFFER.defaultVoice,
          speed: settings.value.speed,
        },
        schedule: after,
        onEvent,
      }),
  });
  const commands = createCommands({ assistant, store, settings, keys });

  await whenReady(platform);
  hardenSession(log);
  serveApp(RENDERER_DIR, log);
  const popup = new Popup({
    platform,
    preload: PRELOAD,
    schedule,
    now,
    log,
    listener: {
      shown: () => assistant.warm(),
      hidden: () => undefined,
      pageLost: () => store.dispatch({ type: 'audio', audio: { kind: 'starting' } }),
    },
  });
  registerIpc(
    {
      ...commands,
      getSnapshot: () => toSnapshot(store.state),
      hide: () => popup.hide(),
      openLog: () => openLog(log.file, log),
      setContentHeight: (height) => popup.setContentHeight(height),
      requestAudioPort: () => {
        const port = popup.openAudioPort();
        if (port !== null) sound.attach(port);
      },
      reportAudioDevice: (audio) => store.dispatch({ type: 'audio', audio }),
    },
    { log, now },
  );
  popup.prepare();

  const show = (view: PopupView): void => popup.show(view);
  const trayCommands: Record<TrayCommand, () => void> = {
    ask: () => show('ask'),
    stop: () => commands.stop(),
    mute: () => commands.setMuted(!store.state.muted),
    key: () => show('key'),
    demo: () => {
      if (store.state.source !== 'demo') commands.useDemo();
      else if (!commands.useOpenAI()) show('key');
    },
    log: () => void openLog(log.file, log),
    about: showAbout,
    quit,
  };
  const tray = new TrayIcon(toSnapshot(store.state), {
    platform,
    iconDir: TRAY_ICON_DIR,
    log,
    onClick: () => popup.toggle('tray'),
    onCommand: (command) => trayCommands[command](),
  });
  const hotkey = new Hotkey({ log, now, onPress: () => popup.toggle('hotkey') });
  store.subscribe((state, former) => {
    const snapshot = toSnapshot(state);
    popup.push(snapshot);
    tray.render(snapshot);
    if (state.recentPrompts !== former.recentPrompts) history.replace(state.recentPrompts);
  });
  store.dispatch({ type: 'hotkey', hotkey: hotkey.activate(settings.value.hotkey) });

  const stopWatchingPower = watchPower({
    suspend: () => assistant.close(),
    resume: () => undefined,
  });
  onActivate(() => show('ask'));
  onQuit(() => {
    stopWatchingPower();
    assistant.close();
    hotkey.dispose();
    tray.dispose();
    popup.dispose();
    settings.flush();
    history.flush();
    void demoServer.stop();
  });

  const loaded = await vault.load();
  store.dispatch({ type: 'key', key: keys.view });
  store.dispatch({ type: 'can-encrypt', canEncrypt: await vault.canEncrypt() });
  if (loaded.notice !== null) store.dispatch({ type: 'notice', notice: loaded.notice });

  if (quitAfterAnswer) {
    followOneAnswer(store, {
      print: (text) => process.stdout.write(text),
      printError: (text) => process.stderr.write(`${text}\n`),
      finished: (exitCode) => {
        process.exitCode = exitCode;
        quit();
      },
    });
  }
  obey = (next) => {
    switch (next.kind) {
      case 'run':
      case 'show':
        return show('ask');
      case 'toggle':
        return popup.toggle('command');
      case 'hide':
        return popup.hide();
      case 'ask':
        show('ask');
        commands.ask(next.prompt);
        return;
      case 'stop':
        commands.stop();
        return;
      case 'quit':
        return quit();
      default:
        next satisfies never;
    }
  };
  // Started at login or by hand, Aloud waits in the tray; it greets only those who have never seen it.
  const [own, ...others] = firstIntents;
  if (own !== undefined && (own.kind !== 'run' || store.state.firstRun)) obey(own);
  for (const other of others) obey(other);
}

start().catch((error: unknown) => {
  refuse(error instanceof DataFolderError ? error.message : `Aloud could not start: ${String(error)}`, 1);
});
