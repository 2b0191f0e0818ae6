import { app } from 'electron';
import type { Intent } from './command-line';
import { parseIntent } from './command-line';
import type { Log } from './log';

/**
 * Makes this the one instance, or hands `intent` to the one that runs and returns false: then quit. Electron's own
 * copy of the other's arguments is not used, because Chromium reorders it and adds to it. The lock belongs to the data
 * folder, which must be set before.
 */
export function becomeSingleInstance(intent: Intent, log: Log, onIntent: (intent: Intent) => void): boolean {
  if (!app.requestSingleInstanceLock({ intent })) return false;
  app.on('second-instance', (_event, _argv, _directory, data) => {
    const sent =
      typeof data === 'object' && data !== null && 'intent' in data ? parseIntent(data.intent) : null;
    if (sent === null) log.warn('Another start sent something that is no command');
    // Whatever it was, somebody started Aloud: they get to see it.
    onIntent(sent ?? { kind: 'run' });
  });
  return true;
}
