import { accessSync, constants } from 'node:fs';
import { join, resolve } from 'node:path';
import { app } from 'electron';
import { codeOf } from './error-code';
import { makeFolder } from './make-folder';

/** Where things are, all absolute. */
export interface AppPaths {
  /** The user's data: settings, history, key. */
  userData: string;
  logs: string;
  keyFile: string;
}

/** The data folder cannot be made or written to. */
export class DataFolderError extends Error {
  override readonly name = 'DataFolderError';
  readonly folder: string;
  /** The system's own, e.g. `EACCES`. */
  readonly code: string;

  constructor(folder: string, code: string) {
    super(`${folder}: ${code}`);
    this.folder = folder;
    this.code = code;
  }
}

/**
 * Sets and makes the data folder: ALOUD_USER_DATA, if it is set, or the system's own place. Before the app is ready
 * and before anything asks for a path.
 *
 * @throws DataFolderError when the folder cannot be made or written to.
 */
export function setUpPaths(environment: Readonly<Record<string, string | undefined>>): AppPaths {
  const wanted = environment.ALOUD_USER_DATA?.trim() ?? '';
  const userData = wanted === '' ? app.getPath('userData') : resolve(wanted);
  const logs = join(userData, 'logs');
  try {
    // For the user alone: it holds the key.
    makeFolder(userData);
    makeFolder(logs);
    accessSync(userData, constants.R_OK | constants.W_OK);
    accessSync(logs, constants.W_OK);
  } catch (error) {
    throw new DataFolderError(userData, codeOf(error));
  }
  if (wanted !== '') {
    app.setPath('userData', userData);
    app.setPath('sessionData', userData);
  }
  app.setAppLogsPath(logs);
  return { userData, logs, keyFile: join(userData, 'key.bin') };
}
