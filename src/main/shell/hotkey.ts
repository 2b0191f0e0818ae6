import { globalShortcut } from 'electron';
import type { HotkeyView } from '../../preload/contract';
import { chooseHotkey, tryRegister } from './hotkey-choice';
import type { Log } from './log';

/** Presses closer together than this, ms, are the keyboard's repetition of a key that is held down. */
const REPEAT_MS = 100;

export interface HotkeyOptions {
  log: Log;
  /** Monotonic, ms. */
  now: () => number;
  onPress: () => void;
}

/**
 * The global hotkey. Where the wanted one is taken another is registered, and the view tells which: never silently
 * dead. On Wayland registering goes through the desktop's portal and may succeed without ever firing, which cannot be
 * seen from here; the tray and `--toggle` work there all the same.
 */
export class Hotkey {
  readonly #options: HotkeyOptions;
  #registered: string | null = null;
  #pressedAt = Number.NEGATIVE_INFINITY;

  constructor(options: HotkeyOptions) {
    this.#options = options;
  }

  /** Registers `wanted` or what comes nearest to it, in place of the former one. Once the app is ready. */
  activate(wanted: string): HotkeyView {
    this.dispose();
    const view = chooseHotkey(wanted, (accelerator) => this.#register(accelerator));
    switch (view.kind) {
      case 'active':
        this.#registered = view.accelerator;
        this.#options.log.info('The hotkey is registered', { accelerator: view.accelerator, wanted });
        return view;
      case 'unavailable':
        this.#options.log.warn('No hotkey could be registered', { wanted });
        return view;
      default:
        return view satisfies never;
    }
  }

  /** The one that is registered, or null. */
  get registered(): string | null {
    return this.#registered;
  }

  /** This very one in place of the former. False, and none is registered then, if another program holds it. */
  take(accelerator: string): boolean {
    this.dispose();
    if (!tryRegister(accelerator, (wanted) => this.#register(wanted))) return false;
    this.#registered = accelerator;
    this.#options.log.info('The hotkey is registered', { accelerator, wanted: accelerator });
    return true;
  }

  /** None is registered from now on, until one is activated or taken. */
  dispose(): void {
    if (this.#registered !== null) globalShortcut.unregister(this.#registered);
    this.#registered = null;
  }

  #register(accelerator: string): boolean {
    return globalShortcut.register(accelerator, () => this.#pressed());
  }

  #pressed(): void {
    const now = this.#options.now();
    const repeated = now - this.#pressedAt < REPEAT_MS;
    this.#pressedAt = now;
    if (!repeated) this.#options.onPress();
  }
}
