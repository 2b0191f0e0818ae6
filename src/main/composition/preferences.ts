import { fieldProblems } from '../settings/field-problems';
import { DEFAULT_SETTINGS, preferencesOf, preferencesSchema } from '../settings/schema';
import type { SettingsStore } from '../settings/store';
import type { InvocationHandlers } from '../shell/ipc';
import type { Commands } from './commands';

/** What the settings window does with all but the account. Whoever has to follow a change listens to the settings. */
export type PreferenceCalls = Pick<InvocationHandlers, 'changeSettings' | 'resetSettings'>;

export function createPreferences(
  settings: SettingsStore,
  commands: Pick<Commands, 'setMuted' | 'setVolume' | 'setOutput'>,
): PreferenceCalls {
  return {
    changeSettings(change) {
      const read = preferencesSchema.safeParse({ ...preferencesOf(settings.value), ...change });
      if (!read.success) return { kind: 'refused', problems: fieldProblems(read.error) };
      settings.set(read.data);
      return { kind: 'changed' };
    },

    resetSettings() {
      const { hotkey, muted, volume } = DEFAULT_SETTINGS;
      settings.set({ ...preferencesOf(DEFAULT_SETTINGS), hotkey });
      commands.setMuted(muted);
      commands.setVolume(volume);
      commands.setOutput(null);
    },
  };
}
