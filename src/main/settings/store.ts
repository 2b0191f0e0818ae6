import type { JsonFileOptions } from './json-file';
import { JsonFile } from './json-file';
import { SETTINGS_MIGRATIONS } from './migrations';
import type { Settings } from './schema';
import { DEFAULT_SETTINGS, settingsSchema } from './schema';

/** What every file of settings needs from outside; see {@link JsonFileOptions}. */
export type FileSurroundings = Pick<
  JsonFileOptions<{ version: number }>,
  'dir' | 'schedule' | 'date' | 'onWriteError'
>;

export type SettingsStore = JsonFile<Settings>;

/** Opens `settings.json`. Never throws for what is in the file: see {@link JsonFile.notice}. */
export function openSettings(surroundings: FileSurroundings): SettingsStore {
  return new JsonFile<Settings>({
    ...surroundings,
    name: 'settings',
    schema: settingsSchema,
    defaults: DEFAULT_SETTINGS,
    migrations: SETTINGS_MIGRATIONS,
  });
}
