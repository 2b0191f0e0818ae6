import { spawn } from 'node:child_process';
import { chmodSync, copyFileSync, renameSync, unlinkSync } from 'node:fs';
import { app } from 'electron';
import { AppImageUpdater } from 'electron-updater';

/**
 * Replaces the AppImage at once and under its own name. electron-updater deletes the old one first, so that a full disk
 * would leave none, and may give the new one another name, so that it would no longer be started at login.
 */
export class ReplacingAppImageUpdater extends AppImageUpdater {
  readonly #file: string;

  /** `file` is the AppImage that runs, absolute. */
  constructor(file: string) {
    super();
    this.#file = file;
  }

  protected override doInstall({ isForceRunAfter }: { isForceRunAfter: boolean }): boolean {
    const update = this.installerPath;
    if (update === null) return false;
    const beside = `${this.#file}.new`;
    try {
      copyFileSync(update, beside);
      chmodSync(beside, 0o755);
      renameSync(beside, this.#file);
    } catch (error) {
      discard(beside);
      throw error;
    }
    if (isForceRunAfter) {
      // The new one would else find this one still there, and leave it at that.
      app.releaseSingleInstanceLock();
      spawn(this.#file, [], { detached: true, stdio: 'ignore' }).unref();
    }
    return true;
  }
}

function discard(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It was not even begun, or is no file and so not ours.
  }
}
