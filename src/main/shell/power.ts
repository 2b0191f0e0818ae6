import { powerMonitor } from 'electron';

export interface PowerListener {
  /** The machine falls asleep: connections will not survive it. */
  suspend(): void;
  resume(): void;
}

/** Tells sleep and waking. Once the app is ready. Returns its own unsubscribe. */
export function watchPower(listener: PowerListener): () => void {
  const onSuspend = (): void => listener.suspend();
  const onResume = (): void => listener.resume();
  powerMonitor.on('suspend', onSuspend);
  powerMonitor.on('resume', onResume);
  return () => {
    powerMonitor.removeListener('suspend', onSuspend);
    powerMonitor.removeListener('resume', onResume);
  };
}
