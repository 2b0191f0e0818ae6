import type { Snapshot } from '../../preload/contract';
import type { SettingsSection } from '../../preload/settings-contract';
import { textsIn } from '../../texts/catalogues';
import { chosenLanguage } from '../../texts/languages';
import type { Keys } from '../assistant/keys';
import type { Store } from '../assistant/store';
import { activeProfile } from '../settings/schema';
import type { SettingsStore } from '../settings/store';
import { preferredLanguages, version } from '../shell/application';
import { desktopCommands, desktopOf } from '../shell/desktop-shortcuts';
import type { InvocationHandlers } from '../shell/ipc';
import type { SettingsWindowOptions } from '../shell/settings-window';
import { SettingsWindow } from '../shell/settings-window';
import { createTheme } from '../shell/theme';
import type { Login } from './login';
import { isDrawnOtherwise, settingsSnapshot } from './settings-view';

export interface SettingsDeskDeps extends Pick<SettingsWindowOptions, 'preload' | 'schedule' | 'log'> {
  platform: Snapshot['platform'];
  store: Store;
  settings: SettingsStore;
  keys: Keys;
  login: Login;
  wayland: boolean;
  /** As XDG_CURRENT_DESKTOP has them, or null. */
  desktopNames: string | null;
  /** What starts this Aloud from a shell. */
  program: string;
  /** The window is gone. */
  closed: () => void;
}

export interface SettingsDesk {
  calls: Pick<InvocationHandlers, 'getSettings' | 'closeSettings'>;
  open(section: SettingsSection | null): void;
  /** The hotkey that the window waits for was pressed. */
  tellHotkeyPressed(): void;
  /** Whether the desktop itself is dark, whatever theme is wanted for the pages. */
  isDesktopDark(): boolean;
  dispose(): void;
}

/** The settings window, drawn from state and settings, and the theme that it sets. Once the app is ready. */
export function createSettingsDesk(deps: SettingsDeskDeps): SettingsDesk {
  const { platform, preload, schedule, log, store, settings, keys, login, closed } = deps;
  const running = desktopOf(deps.desktopNames);
  const theme = createTheme();
  theme.use(settings.value.theme);
  const snapshot = () => {
    const fromEnvironment = activeProfile(settings.value).kind === 'openai' && keys.environment !== null;
    const key = fromEnvironment ? ({ kind: 'environment' } as const) : keys.enteredView;
    const desktopShortcuts =
      platform === 'linux'
        ? {
            wayland: deps.wayland,
            desktop: running,
            commands: desktopCommands(deps.program, settings.value.hotkey, running),
          }
        : null;
    return settingsSnapshot(store.state, settings.value, {
      key,
      desktopShortcuts,
      version: version(),
      launchAtLogin: login.state,
    });
  };
  const window = new SettingsWindow({
    preload,
    schedule,
    log,
    title: () => textsIn(store.state.language).windows.settings,
    snapshot,
    closed,
  });
  const unsubscribe = [
    store.subscribe((state, former) => {
      if (isDrawnOtherwise(state, former)) window.push();
    }),
    settings.subscribe((value, former) => {
      if (value.theme !== former.theme) theme.use(value.theme);
      if (value.language !== former.language) {
        store.dispatch({ type: 'language', language: chosenLanguage(value.language, preferredLanguages()) });
      }
      window.push();
    }),
  ];
  return {
    calls: {
      getSettings() {
        login.refresh();
        return snapshot();
      },
      closeSettings: () => window.close(),
    },
    open: (section) => window.open(section),
    tellHotkeyPressed: () => window.tellHotkeyPressed(),
    isDesktopDark: theme.isDesktopDark,
    dispose() {
      for (const stop of unsubscribe) stop();
      window.dispose();
    },
  };
}
