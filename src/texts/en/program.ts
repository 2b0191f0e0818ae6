import { formats } from '../formats';

const { count } = formats('en');

export const about = {
  licence: 'MIT licence',
  credits: 'Type a question anywhere, press Enter, hear the answer.',
  version: (version: string) => `Aloud ${version}`,
  versions: 'Versions',
  copyVersions: 'Copy versions',
  system: 'System',
  licences: 'Licences',
  licencesLead: 'What ships with Aloud, and the licence of each in full.',
  search: 'Name or licence',
  found: (n: number, all: number) => `${count(n)} of ${count(all)}`,
  noneFound: 'Nothing of this name or licence ships with Aloud.',
  chromiumLicences: 'Licences of Chromium…',
};

/** Why Aloud cannot start, in a window. */
export const start = {
  title: 'Aloud cannot start',
  /** `code` is the system's. */
  dataFolder: (folder: string, code: string) =>
    `Aloud cannot use its data folder ${folder} (${code}). Make it writable, or name another in ALOUD_USER_DATA.`,
  failed: (error: string) => `Aloud could not start: ${error}`,
};

export const windows = {
  about: 'About Aloud',
  settings: 'Aloud Settings',
};

/** What a voice says that is only to be heard. */
export const voiceSample = 'Hello. This is how I sound when I answer you.';
