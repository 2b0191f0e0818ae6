import { powerMonitor } from 'electron';

export interface PowerListener {
  /** The machine falls asleep: connections will not survive it. */
  suspend(): void;
  resume(): void;
  /** The screen is locked, or no longer. Linux does not tell. */
  locked(isLocked: boolean): void;
}

/** Tells sleep and waking, and whether anybody can see the screen. Once the app is ready. Returns its own unsubscribe. */
export function watchPower(listener: PowerListener): () => void {
  const onSuspend = (): void => listener.suspend();
  const onResume = (): void => listener.resume();
  const onLock = (): void => listener.locked(true);
  const onUnlock = (): void => listener.locked(false);
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  powerMonitor.on('lock-screen', onLock);
  powerMonitor.on('unlock-screen', onUnlock);
  return () => {
    powerMonitor.removeListener('suspend', onSuspend);
    powerMonitor.removeListener('resume', onResume);
    powerMonitor.removeListener('lock-screen', onLock);
    powerMonitor.removeListener('unlock-screen', onUnlock);
  };
}
