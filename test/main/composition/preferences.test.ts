import { beforeEach, expect, it, vi } from 'vitest';
import type { Commands } from '../../../src/main/composition/commands';
import { createPreferences } from '../../../src/main/composition/preferences';
import { isDrawnOtherwise, settingsSnapshot } from '../../../src/main/composition/settings-view';
import type { Settings } from '../../../src/main/settings/schema';
import { DEFAULT_SETTINGS, preferencesOf } from '../../../src/main/settings/schema';
import type { SettingsStore } from '../../../src/main/settings/store';
import { freshState } from '../../fakes/fresh-state';

let settings: Settings;
const commands = {
  setMuted: vi.fn<Commands['setMuted']>(),
  setVolume: vi.fn<Commands['setVolume']>(),
  setOutput: vi.fn<Commands['setOutput']>(),
};
const calls = createPreferences(
  {
    get value() {
      return settings;
    },
    set: (change: Partial<Settings>) => {
      settings = { ...settings, ...change };
    },
  } as Partial<SettingsStore> as SettingsStore,
  commands,
);

beforeEach(() => {
  vi.clearAllMocks();
  settings = DEFAULT_SETTINGS;
});

it('takes what the schema takes, and nothing else', () => {
  expect(calls.changeSettings({ theme: 'dark', idleMinutes: 7 })).toEqual({ kind: 'changed' });
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, theme: 'dark', idleMinutes: 7 });
  expect(calls.changeSettings({ theme: 'light', idleMinutes: 0 })).toEqual({
    kind: 'refused',
    problems: [{ field: 'idleMinutes', fault: 'too-small', limit: 1 }],
  });
  expect(settings.theme).toBe('dark');
});

it('resets everything but the services', () => {
  const profiles = [{ ...DEFAULT_SETTINGS.profiles[0], name: 'Mine' }] as Settings['profiles'];
  settings = { ...DEFAULT_SETTINGS, theme: 'dark', hotkey: 'F9', source: 'openai', profiles };
  calls.resetSettings();
  expect(settings).toEqual({ ...DEFAULT_SETTINGS, source: 'openai', profiles });
  expect(commands.setMuted).toHaveBeenCalledWith(false);
  expect(commands.setVolume).toHaveBeenCalledWith(1);
  expect(commands.setOutput).toHaveBeenCalledWith(null);
});

it('shows neither prompts nor answers, and is not drawn for their sake', () => {
  const state = freshState({ recentPrompts: ['my private question'] });
  const shown = settingsSnapshot(state, settings, {
    key: { kind: 'none' },
    desktopShortcuts: null,
    version: '1.2.3',
    launchAtLogin: { kind: 'off' },
  });
  expect(JSON.stringify(shown)).not.toContain('private');
  expect(shown.preferences).toEqual(preferencesOf(DEFAULT_SETTINGS));
  expect(shown.outputs).toEqual([{ label: 'System’s own', checked: true, id: null, isAway: false }]);
  expect(isDrawnOtherwise({ ...state, recentPrompts: [] }, state)).toBe(false);
  expect(isDrawnOtherwise({ ...state, muted: true }, state)).toBe(true);
});

it('shows the chosen device that is away as one that cannot be chosen', () => {
  const state = freshState({ output: { id: 'a', name: 'Headset' } });
  const { outputs } = settingsSnapshot(state, settings, {
    key: { kind: 'none' },
    desktopShortcuts: null,
    version: '1',
    launchAtLogin: { kind: 'off' },
  });
  expect(outputs.at(-1)).toEqual({ label: 'Headset', checked: true, id: null, isAway: true });
});
