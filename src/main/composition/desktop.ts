import { textsIn } from '../../texts/catalogues';
import type { Assistant } from '../assistant/assistant';
import type { Keys } from '../assistant/keys';
import { NetworkWatch } from '../assistant/network-watch';
import { toSnapshot } from '../assistant/state';
import type { Store } from '../assistant/store';
import type { AudioChannel } from '../audio/channel';
import type { Draft } from '../settings/draft';
import type { PopupPlace } from '../settings/popup-place';
import { activeProfile } from '../settings/schema';
import type { SettingsStore } from '../settings/store';
import { AppMenu } from '../shell/app-menu';
import { onActivate } from '../shell/application';
import type { Intent } from '../shell/command-line';
import { registerIpc } from '../shell/ipc';
import type { FileLog } from '../shell/log';
import { addresses, isOnline } from '../shell/network';
import { openFile, revealFile } from '../shell/open-file';
import type { PopupOptions } from '../shell/popup';
import { Popup } from '../shell/popup';
import { watchPower } from '../shell/power';
import { TrayIcon } from '../shell/tray';
import type { AboutDesk } from './about-desk';
import type { Account } from './account';
import type { Commands } from './commands';
import type { HotkeyDesk } from './hotkey-desk';
import { createHotkeyDesk } from './hotkey-desk';
import type { Login } from './login';
import type { PreferenceCalls } from './preferences';
import { createSettingsDesk } from './settings-desk';
import { obeyTray } from './tray-commands';
import { trayModel } from './tray-model';
import type { Updating } from './updating';

export interface DesktopDeps extends Pick<PopupOptions, 'platform' | 'preload' | 'schedule' | 'now'> {
  /** Where the tray's icons lie, absolute. */
  trayIconDir: string;
  store: Store;
  assistant: Assistant;
  sound: AudioChannel;
  commands: Commands;
  account: Account;
  preferences: PreferenceCalls;
  settings: SettingsStore;
  keys: Keys;
  /** The prompt that was begun and not sent. */
  draft: Draft;
  /** Where the user has put the popup. */
  place: PopupPlace;
  /** The desktop speaks Wayland. */
  wayland: boolean;
  updating: Updating;
  about: AboutDesk;
  login: Login;
  /** The desktop by its own names, as XDG_CURRENT_DESKTOP has them; null where it says none. */
  desktopNames: string | null;
  /** What starts this Aloud from a shell. */
  program: string;
  log: FileLog;
}

export interface Desktop {
  /** Does what a start of the program wants. */
  obey(intent: Intent): void;
  dispose(): void;
}

/** Popup, settings window, tray, hotkey and the pages' door: drawn from the store, acting through the commands. Once the app is ready. */
export function createDesktop(deps: DesktopDeps): Desktop {
  const { platform, preload, schedule, now, trayIconDir, store, assistant, sound, commands, settings } = deps;
  const { draft, place, wayland, updating, about, log } = deps;
  // Before the popup: its first colours are those of the theme.
  const desk = createSettingsDesk({ ...deps, closed: () => hotkey.leave() });
  const popup = new Popup({
    platform,
    preload,
    schedule,
    now,
    placing: () =>
      settings.value.popupPosition === 'last' ? { kind: 'last', place: place.value } : { kind: 'cursor' },
    onMoved: (moved) => place.remember(moved),
    knowsPlaces: !wayland,
    staysOpen: () => settings.value.keepOnTop,
    log,
    listener: {
      shown: () => assistant.warm(),
      hidden: () => undefined,
      pageLost: () => store.dispatch({ type: 'audio', audio: { kind: 'starting' } }),
    },
  });
  const hotkey: HotkeyDesk = createHotkeyDesk({
    platform,
    store,
    settings,
    log,
    now,
    onPress: () => popup.toggle({ kind: 'hotkey' }),
    onProved: () => desk.tellHotkeyPressed(),
  });
  const closeDoor = registerIpc(
    {
      ask: commands.ask,
      stop: commands.stop,
      retry: commands.retry,
      newConversation: commands.newConversation,
      setKey: commands.setKey,
      useDemo: commands.useDemo,
      setPaused: commands.setPaused,
      replay: commands.replay,
      setMuted: commands.setMuted,
      setVolume: commands.setVolume,
      setOutput: commands.setOutput,
      dismissProblem: commands.dismissProblem,
      getSnapshot: () => toSnapshot(store.state),
      hide: () => popup.hide(),
      getDraft: () => draft.text,
      setDraft: (text) => draft.set(text),
      reportPainted: () => popup.pagePainted(),
      openLog: () => openFile(log.file, log),
      openSettings: (section) => desk.open(section),
      setContentHeight: (height) => popup.setContentHeight(height),
      requestAudioPort: () => {
        const port = popup.openAudioPort();
        if (port !== null) sound.attach(port);
      },
      reportAudioDevice: (audio) => store.dispatch({ type: 'audio', audio }),
      reportOutputs: (devices) => store.dispatch({ type: 'outputs', devices }),
      playVoiceSample: () => assistant.tryVoice(textsIn(store.state.language).voiceSample),
      playTestTone: () => assistant.tryOutput(),
      lookForUpdates: () => updating.look(),
      installUpdate: () => updating.install(),
      revealLogs: () => revealFile(log.file),
      ...deps.account,
      ...deps.preferences,
      ...desk.calls,
      ...about.calls,
      ...hotkey.calls,
    },
    { log, now },
  );
  const menu =
    platform === 'darwin'
      ? new AppMenu({ about: about.open, settings: () => desk.open(null), quit: updating.quit })
      : null;
  menu?.render(store.state.language);
  popup.prepare();

  const tray = new TrayIcon(trayModel(store.state, settings.value), {
    platform,
    schedule,
    iconDir: trayIconDir,
    log,
    isDesktopDark: desk.isDesktopDark,
    now,
    onClick: (pressedAt) => popup.toggle({ kind: 'tray', pressedAt }),
    onCommand: obeyTray({
      commands,
      setVoice: (voice) => void deps.account.changeProfile(activeProfile(settings.value).id, { voice }),
      isDemo: () => store.state.source === 'demo',
      show: (view) => popup.show(view),
      openSettings: () => desk.open(null),
      openLog: () => void openFile(log.file, log),
      lookForUpdates: updating.ask,
      installUpdate: updating.install,
      showAbout: about.open,
      quit: updating.quit,
    }),
  });
  // What is drawn waits until what has come with this change is done: words often come together with sound, and the
  // sound goes first.
  let cancelDrawing: (() => void) | null = null;
  const draw = (): void => {
    cancelDrawing = null;
    popup.push(toSnapshot(store.state));
    tray.render(trayModel(store.state, settings.value));
    menu?.render(store.state.language);
  };
  const drawSoon = (): void => {
    cancelDrawing ??= schedule(0, draw);
  };
  const unsubscribe = [store.subscribe(drawSoon), settings.subscribe(drawSoon)];
  const stopWatchingPower = watchPower({
    suspend: () => assistant.suspend(),
    resume: () => assistant.resume(),
    locked: (isLocked) => tray.setSeen(!isLocked),
  });
  const network = new NetworkWatch({
    isOnline,
    addresses,
    schedule,
    isWanted: () => store.state.connection !== 'idle',
    online: (online) => assistant.setOnline(online),
    changed: () => assistant.networkChanged(),
  });
  const stopWatchingNetwork = store.subscribe(() => network.begin());
  onActivate(() => popup.show());

  return {
    obey(intent) {
      switch (intent.kind) {
        case 'run':
        case 'show':
          return popup.show();
        case 'toggle':
          return popup.toggle({ kind: 'command' });
        case 'hide':
          return popup.hide();
        case 'ask':
          popup.show('ask');
          commands.ask(intent.prompt);
          return;
        case 'stop':
          commands.stop();
          return;
        case 'quit':
          return updating.quit();
        default:
          intent satisfies never;
      }
    },
    dispose() {
      for (const stop of unsubscribe) stop();
      cancelDrawing?.();
      stopWatchingPower();
      stopWatchingNetwork();
      network.end();
      closeDoor();
      hotkey.dispose();
      tray.dispose();
      desk.dispose();
      popup.dispose();
    },
  };
}
