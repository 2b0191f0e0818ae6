import { OFFER } from '../../src/main/realtime/models';
import { DEFAULT_SETTINGS, preferencesOf } from '../../src/main/settings/schema';
import type { SettingsSnapshot } from '../../src/preload/settings-contract';

/** The settings of a first start on Linux, with the given fields in place of its own. */
export function settingsSnapshot(changes: Partial<SettingsSnapshot> = {}): SettingsSnapshot {
  return {
    language: 'en',
    preferences: preferencesOf(DEFAULT_SETTINGS),
    launchAtLogin: { kind: 'off' },
    update: { kind: 'idle' },
    source: 'demo',
    profiles: DEFAULT_SETTINGS.profiles,
    profile: DEFAULT_SETTINGS.profile,
    key: { kind: 'none' },
    canEncrypt: true,
    hotkey: { kind: 'active', accelerator: DEFAULT_SETTINGS.hotkey, wanted: DEFAULT_SETTINGS.hotkey },
    desktopShortcuts: null,
    audio: { kind: 'suspended' },
    outputs: [{ label: 'System’s own', checked: true, id: null, isAway: false }],
    volume: 1,
    muted: false,
    offer: OFFER,
    platform: 'linux',
    version: '1.2.3',
    ...changes,
  };
}
