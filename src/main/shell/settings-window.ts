import type { SettingsSection, SettingsSnapshot } from '../../preload/settings-contract';
import type { Schedule } from '../schedule';
import { StatePush } from './notify';
import type { PageWindowOptions } from './page-window';
import { PageWindow } from './page-window';

export interface SettingsWindowOptions extends Pick<PageWindowOptions, 'preload' | 'log' | 'title'> {
  schedule: Schedule;
  /** Asked when the window opens, and pushed by {@link SettingsWindow.push} from then on. */
  snapshot: () => SettingsSnapshot;
  /** The window is gone, or its page crashed: nobody is at the settings any more. */
  closed: () => void;
}

/** The settings' window, kept up to date while it is there. */
export class SettingsWindow {
  readonly #snapshot: () => SettingsSnapshot;
  readonly #window: PageWindow;
  readonly #push: StatePush<'settings'>;
  /** The section that is wanted, until the page can be told. */
  #section: SettingsSection | null = null;

  constructor({ preload, log, title, schedule, snapshot, closed }: SettingsWindowOptions) {
    this.#snapshot = snapshot;
    this.#window = new PageWindow({
      page: 'settings',
      size: { width: 880, height: 640 },
      least: { width: 560, height: 420 },
      preload,
      log,
      title,
      loading: () => this.#push.setLoaded(false),
      loaded: () => {
        this.#push.setLoaded(true);
        this.push();
        this.#tellSection();
      },
      closed: () => {
        this.#push.dispose();
        closed();
      },
    });
    this.#push = new StatePush('settings', this.#window, schedule);
  }

  /** Opens it on the display of the cursor, or brings it to the front. Once the app is ready. */
  open(section: SettingsSection | null): void {
    this.#section = section;
    this.#window.open();
    if (this.#push.isLoaded) this.#tellSection();
  }

  /** Brings the page up to date; nothing where there is none. */
  push(): void {
    if (this.#window.isOpen) this.#push.push(this.#snapshot());
  }

  /** The hotkey that it waits for was pressed. */
  tellHotkeyPressed(): void {
    this.#window.send('hotkeyPressed', null);
  }

  close(): void {
    this.#window.close();
  }

  /** Destroys the window without a word to anybody. */
  dispose(): void {
    this.#push.dispose();
    this.#window.dispose();
  }

  #tellSection(): void {
    if (this.#section !== null) this.#window.send('section', this.#section);
    this.#section = null;
  }
}
