import type { MenuItemConstructorOptions } from 'electron';
import { Menu } from 'electron';
import type { Language } from '../../preload/contract';
import { textsIn } from '../../texts/catalogues';

export interface AppMenuActions {
  about: () => void;
  settings: () => void;
  quit: () => void;
}

/**
 * macOS: the menu of the program. An app without Dock icon has its menu bar only where the system lends it one, but its
 * keys hold in every window: copying and pasting among them.
 */
export class AppMenu {
  readonly #actions: AppMenuActions;
  #drawn: Language | null = null;

  constructor(actions: AppMenuActions) {
    this.#actions = actions;
  }

  /** Once the app is ready; the same language again does nothing. */
  render(language: Language): void {
    if (this.#drawn === language) return;
    this.#drawn = language;
    const { about, settings, quit } = textsIn(language).tray;
    const separator: MenuItemConstructorOptions = { type: 'separator' };
    const items: MenuItemConstructorOptions[] = [
      { id: 'about', label: about, click: this.#actions.about },
      separator,
      { id: 'settings', label: settings, accelerator: 'Command+,', click: this.#actions.settings },
      separator,
      { role: 'services' },
      separator,
      { role: 'hide' },
      { role: 'hideOthers' },
      { role: 'unhide' },
      separator,
      { id: 'quit', label: quit, accelerator: 'Command+Q', click: this.#actions.quit },
    ];
    // No menu of windows: its Command+W would close the popup, which is never closed.
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([{ label: 'Aloud', submenu: items }, { role: 'editMenu' }]),
    );
  }
}
