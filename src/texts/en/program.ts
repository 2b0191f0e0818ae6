export const about = {
  licence: 'MIT licence',
  credits: 'Type a question anywhere, press Enter, hear the answer.',
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
  settings: 'Aloud Settings',
};

/** What a voice says that is only to be heard. */
export const voiceSample = 'Hello. This is how I sound when I answer you.';
