import type { LaunchAtLogin } from '../../preload/settings-contract';
import type { SettingsStore } from '../settings/store';
import type { Log } from '../shell/log';
import type { LoginItem } from '../shell/login-item';

export interface Login {
  /** What the system's list said last. */
  readonly state: LaunchAtLogin;
  /** Asks the system's list again: it may have been changed there. */
  refresh(): void;
  dispose(): void;
}

/**
 * Joins the setting with the system's list. At the start and on {@link Login.refresh} the setting follows the list, so that
 * a user who took Aloud off it is not overruled; a change of the setting changes the list. Once the app is ready, and before
 * whoever draws the settings listens to them.
 */
export function createLogin(item: LoginItem, settings: SettingsStore, log: Log): Login {
  item.follow();
  let state: LaunchAtLogin = item.read();
  const refresh = (): void => {
    state = item.read();
    switch (state.kind) {
      case 'on':
      case 'held-back':
        settings.set({ launchAtLogin: true });
        return;
      case 'off':
        settings.set({ launchAtLogin: false });
        return;
      // Nothing is known of a list.
      case 'not-installed':
      case 'failed':
        return;
      default:
        state satisfies never;
    }
  };
  refresh();
  const dispose = settings.subscribe(({ launchAtLogin }, former) => {
    // Where the setting has just followed the list, this says the same once more.
    if (launchAtLogin === former.launchAtLogin || launchAtLogin === isListed(state)) return;
    state = item.apply(launchAtLogin);
    if (state.kind === 'failed') log.warn('Starting at login could not be changed', { code: state.code });
  });
  return {
    get state() {
      return state;
    },
    refresh,
    dispose,
  };
}

function isListed(state: LaunchAtLogin): boolean {
  return state.kind === 'on' || state.kind === 'held-back';
}
