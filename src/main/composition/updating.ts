import { textsIn } from '../../texts/catalogues';
import { isSounding } from '../assistant/state';
import type { Store } from '../assistant/store';
import type { Schedule } from '../schedule';
import type { SettingsStore } from '../settings/store';
import { quit } from '../shell/application';
import { readInstallation } from '../shell/installation';
import type { Log } from '../shell/log';
import { offerUpdate } from '../shell/update-dialog';
import { updateMessage } from '../shell/update-message';
import { updateObstacle } from '../shell/update-way';
import { Updates } from '../shell/updates';

export interface UpdatingDeps {
  platform: 'darwin' | 'win32' | 'linux';
  /** The running program, absolute. */
  execPath: string;
  environment: Readonly<Record<string, string | undefined>>;
  /** Of this Aloud. */
  version: string;
  store: Store;
  settings: SettingsStore;
  schedule: Schedule;
  /** Monotonic, ms. */
  now: () => number;
  /** 0 to 1. */
  chance: () => number;
  log: Log;
}

export interface Updating {
  /** The user wants to know whether there is a newer version: is told, whatever comes of it. */
  ask(): void;
  /** The same for who sees what comes of it: nobody is told. */
  look(): void;
  /** Installs what is ready and starts Aloud anew. */
  install(): void;
  /** Ends Aloud, and installs what is ready. */
  quit(): void;
  dispose(): void;
}

/** Updates, joined with the state: they keep silent while Aloud speaks. Once the app is ready. */
export function createUpdating(deps: UpdatingDeps): Updating {
  const { platform, execPath, environment, version, store, settings, schedule, now, chance, log } = deps;
  const installation = readInstallation(platform, execPath, environment);
  const { appImage } = installation;
  const updates = new Updates({
    obstacle: updateObstacle(installation),
    automatic: settings.value.updates,
    load: async () => (await import('../shell/auto-updater')).createUpdater({ platform, appImage, log }),
    schedule,
    now,
    chance,
    log,
    changed: (update) => store.dispatch({ type: 'update', update }),
  });

  /** Somebody waits to be told. */
  let asked = false;
  const tell = (): void => {
    const message = updateMessage(store.state.update, version, textsIn(store.state.language).updates);
    if (!asked || message === null) return;
    asked = false;
    void offerUpdate(message).then((wanted) => wanted && updates.install(true));
  };
  const unsubscribe = store.subscribe((state, former) => {
    updates.setSpeaking(isSounding(state.turn));
    if (state.update !== former.update) tell();
  });

  const unsubscribeSettings = settings.subscribe((value, former) => {
    if (value.updates !== former.updates) updates.setAutomatic(value.updates);
  });

  return {
    ask() {
      asked = true;
      updates.ask();
      tell();
    },
    look: () => updates.ask(),
    install: () => void updates.install(true),
    quit() {
      if (!updates.install(false)) quit();
    },
    dispose() {
      unsubscribe();
      unsubscribeSettings();
      updates.dispose();
    },
  };
}
