import { shell } from 'electron';
import type { Log } from './log';

/** Opens a file of ours in the user's editor, or its folder where no program is set for it or it is not there yet. */
export async function openFile(file: string, log: Log): Promise<void> {
  const problem = await shell.openPath(file);
  if (problem === '') return;
  log.warn('A file could not be opened: its folder is shown instead');
  shell.showItemInFolder(file);
}

/** Shows a file of ours in its folder. */
export function revealFile(file: string): void {
  shell.showItemInFolder(file);
}
