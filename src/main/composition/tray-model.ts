import type { AppState } from '../assistant/state';
import { toSnapshot } from '../assistant/state';
import { OFFER } from '../realtime/models';
import type { Settings } from '../settings/schema';
import { activeProfile } from '../settings/schema';
import type { TrayModel } from '../shell/tray-menu';

/** All that the tray draws (pure): the state, and of the settings the voice of the profile in use. */
export function trayModel(state: AppState, settings: Settings): TrayModel {
  const chosen = activeProfile(settings).voice ?? OFFER.defaultVoice;
  return { ...toSnapshot(state), voice: { names: OFFER.voices, chosen } };
}
