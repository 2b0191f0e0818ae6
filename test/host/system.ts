import { EventEmitter } from 'node:events';
import type { FindProxies } from './proxy-script';

/** One display, in DIP. `workArea` is without the system's bars. */
export interface SimulatedDisplay {
  id: number;
  bounds: { x: number; y: number; width: number; height: number };
  workArea: { x: number; y: number; width: number; height: number };
  scaleFactor: number;
}

/**
 * `real`: a keyring; what was encrypted can be decrypted by a later run with the same keyring file.
 * `basic_text`: Linux without a keyring, Chromium's hard-coded password. `unavailable`: nothing at all.
 */
export type StorageBackend = 'real' | 'basic_text' | 'unavailable';

/** What a dialog is answered with: the index of the button. */
export interface AskedDialog {
  kind: 'message' | 'error';
  title: string;
  message: string;
  detail: string;
  buttons: string[];
}

export interface ShellCall {
  action: 'openPath' | 'openExternal' | 'showItemInFolder' | 'beep';
  target: string;
}

interface SystemEvents {
  theme: [];
  displays: [former: readonly SimulatedDisplay[]];
  power: [event: string];
}

/** The desktop around the app, as far as Electron's API shows it. Tests change it through the driver. */
export class SimulatedSystem extends EventEmitter<SystemEvents> {
  displays: SimulatedDisplay[] = [
    {
      id: 1,
      bounds: { x: 0, y: 0, width: 1920, height: 1080 },
      workArea: { x: 0, y: 0, width: 1920, height: 1040 },
      scaleFactor: 1,
    },
  ];
  cursor = { x: 960, y: 540 };
  dark = false;
  /** The user wants nothing to move. */
  reducedMotion = false;
  online = true;
  /** The ways to an address, as proxy scripts write them. */
  proxies: FindProxies = () => 'DIRECT';
  storage: StorageBackend;
  /** The keyring of the `real` backend; outside of the app's own data. */
  keyringFile: string | null;
  /** Accelerators that other programs hold, normalised. */
  readonly claimed = new Set<string>();
  readonly dialogs: AskedDialog[] = [];
  /** Answers for the next dialogs, first in first out; without one, the dialog's default button. */
  readonly dialogAnswers: number[] = [];
  readonly shellCalls: ShellCall[] = [];
  /** Errors that Electron would show or that it could not even notice; also on stderr. */
  readonly problems: string[] = [];
  /** The app is ending: what breaks off now is no problem of anybody's. */
  ended = false;

  constructor(storage: StorageBackend, keyringFile: string | null) {
    super();
    this.storage = storage;
    this.keyringFile = keyringFile;
  }

  problem(sentence: string): void {
    if (this.ended) return;
    this.problems.push(sentence);
    process.stderr.write(`[host] ${sentence}\n`);
  }
}
