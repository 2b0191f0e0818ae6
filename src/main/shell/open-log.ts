import { shell } from 'electron';
import type { Log } from './log';

/** Opens the log in the user's editor, or its folder where no program is set for it. */
export async function openLog(file: string, log: Log): Promise<void> {
  const problem = await shell.openPath(file);
  if (problem === '') return;
  log.warn('The log could not be opened: its folder is shown instead');
  shell.showItemInFolder(file);
}
