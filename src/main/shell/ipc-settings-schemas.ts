import { z } from 'zod';
import type { SettingsSection } from '../../preload/settings-contract';
import { LONGEST_TEXT } from './ipc-limits';

/**
 * The arguments of the settings window's calls. The door asks for the right kinds of values alone: what is too long, too
 * large or no address gets an answer of its own, at its field, by the settings' schema.
 */
const text = z.string().max(LONGEST_TEXT);
const nothing = z.tuple([]);
const id = z.string().max(40);
const dialect = z.enum(['auto', 'ga', 'beta']);

export const section = z.enum([
  'account',
  'voice',
  'sound',
  'shortcut',
  'general',
]) satisfies z.ZodType<SettingsSection>;

const preferences = z.strictObject({
  theme: z.exactOptional(z.enum(['system', 'light', 'dark'])),
  launchAtLogin: z.exactOptional(z.boolean()),
  popupPosition: z.exactOptional(z.enum(['cursor', 'last'])),
  keepOnTop: z.exactOptional(z.boolean()),
  idleMinutes: z.exactOptional(z.number()),
  language: z.exactOptional(z.enum(['system', 'en', 'de', 'es', 'fr', 'zh-Hans', 'ja'])),
  updates: z.exactOptional(z.boolean()),
});

const told = { name: text, model: text.nullable() };
const profileDraft = z.discriminatedUnion('kind', [
  z.strictObject({ ...told, kind: z.literal('openai') }),
  z.strictObject({ ...told, kind: z.literal('azure'), resource: text, apiVersion: text.nullable() }),
  z.strictObject({ ...told, kind: z.literal('compatible'), url: text, dialect, insecureKey: z.boolean() }),
]);

const profileChange = z.strictObject({
  name: z.exactOptional(text),
  model: z.exactOptional(text.nullable()),
  voice: z.exactOptional(text.nullable()),
  speed: z.exactOptional(z.number()),
  instructions: z.exactOptional(text.nullable()),
  maxOutputTokens: z.exactOptional(z.number().nullable()),
  resource: z.exactOptional(text),
  apiVersion: z.exactOptional(text.nullable()),
  url: z.exactOptional(text),
  dialect: z.exactOptional(dialect),
  insecureKey: z.exactOptional(z.boolean()),
});

export const settingsSchemas = {
  getSettings: nothing,
  changeSettings: z.tuple([preferences]),
  resetSettings: nothing,
  useProfile: z.tuple([id]),
  addProfile: z.tuple([profileDraft]),
  changeProfile: z.tuple([id, profileChange]),
  removeProfile: z.tuple([id]),
  checkKey: nothing,
  removeKey: nothing,
  recordHotkey: z.tuple([z.boolean()]),
  changeHotkey: z.tuple([z.string().max(64), z.boolean()]),
  proveHotkey: z.tuple([z.boolean()]),
  playVoiceSample: nothing,
  playTestTone: nothing,
  lookForUpdates: nothing,
  installUpdate: nothing,
  revealLogs: nothing,
  closeSettings: nothing,
};
