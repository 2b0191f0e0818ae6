import type { Rectangle, Tray } from 'electron';
import { declaredEvents } from '../declared';
import type { HostContext } from '../host-context';
import { preventable } from '../host-context';
import type { HostMenu, MenuEntry } from './menu';
import { clickMenuItem, findMenuItem, menuEntries } from './menu';
import type { HostNativeImage } from './native-image';
import { imageOf } from './native-image';

const EVENTS = [
  'click',
  'right-click',
  'double-click',
  'mouse-enter',
  'mouse-leave',
  'mouse-move',
  'mouse-up',
  'mouse-down',
];

type Declared = Pick<
  Tray,
  | 'setToolTip'
  | 'setTitle'
  | 'getTitle'
  | 'getBounds'
  | 'destroy'
  | 'isDestroyed'
  | 'setIgnoreDoubleClickEvents'
>;

/** What a test sees of a tray icon. */
export interface TrayView {
  /** The icon's file, or null. */
  image: string | null;
  toolTip: string;
  title: string;
  /** As the system shows it: on Linux that of the last `setContextMenu`, whatever changed since. */
  menu: MenuEntry[];
}

export class HostTray extends declaredEvents('Tray', EVENTS) implements Declared {
  #image: HostNativeImage;
  #toolTip = '';
  #title = '';
  #menu: HostMenu | null = null;
  #shown: MenuEntry[] = [];
  #destroyed = false;
  readonly #host: HostContext;
  readonly #trays: Set<HostTray>;
  readonly #changed: () => void;

  constructor(host: HostContext, trays: Set<HostTray>, changed: () => void, image: HostNativeImage | string) {
    super();
    host.lifecycle.requireReady('Tray');
    this.#host = host;
    this.#trays = trays;
    this.#changed = changed;
    this.#image = imageOf(image);
    trays.add(this);
    host.milestones.reach('tray');
    changed();
  }

  setImage(image: HostNativeImage | string): void {
    this.#image = imageOf(image);
    this.#changed();
  }

  setPressedImage(image: HostNativeImage | string): void {
    imageOf(image);
  }

  setToolTip(toolTip: string): void {
    this.#toolTip = toolTip;
    this.#changed();
  }

  setTitle(title: string): void {
    this.#title = title;
    this.#changed();
  }

  getTitle(): string {
    return this.#title;
  }

  setIgnoreDoubleClickEvents(): void {}

  setContextMenu(menu: HostMenu | null): void {
    this.#menu = menu;
    this.#shown = menu === null ? [] : menuEntries(menu);
    this.#changed();
  }

  /** macOS and Windows; the menu is then what is clicked in. */
  popUpContextMenu(menu?: HostMenu): void {
    if (menu !== undefined) this.setContextMenu(menu);
  }

  closeContextMenu(): void {}

  /** Linux does not know where it is. */
  getBounds(): Rectangle {
    const { x, y } = this.#host.system.displays[0]?.bounds ?? { x: 0, y: 0 };
    return process.platform === 'linux'
      ? { x: 0, y: 0, width: 0, height: 0 }
      : { x: x + 1600, y, width: 24, height: 24 };
  }

  destroy(): void {
    this.#destroyed = true;
    this.#trays.delete(this);
    this.#changed();
  }

  isDestroyed(): boolean {
    return this.#destroyed;
  }

  /** Host only. */
  view(): TrayView {
    const menu = process.platform === 'linux' || this.#menu === null ? this.#shown : menuEntries(this.#menu);
    return { image: this.#image.path, toolTip: this.#toolTip, title: this.#title, menu };
  }

  /** Host only: a click on the icon. */
  press(button: 'left' | 'right'): void {
    const event = preventable({ altKey: false, shiftKey: false, ctrlKey: false, metaKey: false });
    // Linux never tells right clicks.
    if (button === 'left') this.emit('click', event, this.getBounds(), this.#host.system.cursor);
    else if (process.platform !== 'linux') this.emit('right-click', event, this.getBounds());
  }

  /** Host only: a click in the menu. False if there is no such item or it is disabled. */
  choose(path: readonly string[], role: (role: string) => void): boolean {
    const item = this.#menu && findMenuItem(this.#menu, path);
    return this.#menu !== null && item !== null && clickMenuItem(this.#menu, item, role);
  }
}
