import type { SettingsSnapshot } from '../../preload/settings-contract';
import { textsIn } from '../../texts/catalogues';
import type { AppState } from '../assistant/state';
import { OFFER } from '../realtime/models';
import type { Settings } from '../settings/schema';
import { activeProfile, preferencesOf } from '../settings/schema';
import { outputChoices } from '../shell/output-menu';

/** What of the state the settings window draws as it is. */
const DRAWN = [
  'language',
  'source',
  'canEncrypt',
  'hotkey',
  'audio',
  'output',
  'volume',
  'muted',
  'update',
  'platform',
] as const;

export interface SettingsFacts {
  /** Where the key of the profile in use is. */
  key: SettingsSnapshot['key'];
  desktopShortcuts: SettingsSnapshot['desktopShortcuts'];
  version: string;
  launchAtLogin: SettingsSnapshot['launchAtLogin'];
}

/** All that the settings window draws (pure). */
export function settingsSnapshot(
  state: AppState,
  settings: Settings,
  { key, desktopShortcuts, version, launchAtLogin }: SettingsFacts,
): SettingsSnapshot {
  const { language, source, canEncrypt, hotkey, audio, output, volume, muted, update, platform } = state;
  return {
    preferences: preferencesOf(settings),
    profiles: settings.profiles,
    profile: activeProfile(settings).id,
    ...{ language, source, canEncrypt, hotkey, audio, volume, muted, update, platform },
    outputs: outputChoices(output, textsIn(language).output).map(({ label, checked, id }) => ({
      label,
      checked,
      id: id ?? null,
      isAway: id === undefined,
    })),
    key,
    launchAtLogin,
    desktopShortcuts,
    offer: OFFER,
    version,
  };
}

/** Whether the settings window looks different after a change of the state (pure): words of an answer it does not draw. */
export function isDrawnOtherwise(state: AppState, former: AppState): boolean {
  return state.key !== former.key || DRAWN.some((field) => state[field] !== former[field]);
}
