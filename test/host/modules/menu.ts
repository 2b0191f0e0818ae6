import type { MenuItemConstructorOptions } from 'electron';
import { declared, NotInHostError } from '../declared';

/** A menu as a test reads it. */
export interface MenuEntry {
  label: string;
  type: 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';
  enabled: boolean;
  checked: boolean;
  items: MenuEntry[];
}

const KNOWN_OPTIONS = new Set([
  'id',
  'label',
  'sublabel',
  'toolTip',
  'type',
  'role',
  'accelerator',
  'registerAccelerator',
  'enabled',
  'visible',
  'checked',
  'click',
  'submenu',
  'icon',
]);

const ROLE_LABELS: Record<string, string> = {
  quit: 'Quit',
  about: 'About',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  delete: 'Delete',
  selectAll: 'Select All',
  close: 'Close Window',
  minimize: 'Minimize',
  hide: 'Hide',
  hideOthers: 'Hide Others',
  unhide: 'Show All',
  services: 'Services',
  window: 'Window',
  editMenu: 'Edit',
  appMenu: 'App',
  windowMenu: 'Window',
  toggleDevTools: 'Toggle Developer Tools',
  reload: 'Reload',
};

export class HostMenuItem {
  readonly id: string;
  readonly role: string;
  readonly type: MenuEntry['type'];
  readonly submenu: HostMenu | undefined;
  readonly accelerator: unknown;
  readonly click: (() => void) | undefined;
  label: string;
  sublabel: string;
  toolTip: string;
  enabled: boolean;
  visible: boolean;
  checked: boolean;

  constructor(options: MenuItemConstructorOptions) {
    for (const key of Object.keys(options)) {
      if (!KNOWN_OPTIONS.has(key)) throw new NotInHostError(`MenuItem option ${key}`);
    }
    const { submenu, click } = options;
    this.role = options.role ?? '';
    if (this.role !== '' && ROLE_LABELS[this.role] === undefined) {
      throw new NotInHostError(`MenuItem role ${this.role}`);
    }
    this.id = options.id ?? '';
    this.type = menuTypeOf(options);
    this.submenu = Array.isArray(submenu)
      ? HostMenu.buildFromTemplate(submenu)
      : submenu instanceof HostMenu
        ? submenu
        : undefined;
    this.accelerator = options.accelerator;
    this.label = options.label ?? ROLE_LABELS[this.role] ?? '';
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.enabled = options.enabled ?? true;
    this.visible = options.visible ?? true;
    this.checked = options.checked ?? false;
    // The host has no keyboard at a menu: the event says so, and no window is under it.
    this.click = click && (() => Reflect.apply(click, undefined, [this, undefined, {}]));
  }
}

function menuTypeOf(options: MenuItemConstructorOptions): MenuEntry['type'] {
  const type = options.type ?? (options.submenu === undefined ? 'normal' : 'submenu');
  switch (type) {
    case 'normal':
    case 'separator':
    case 'submenu':
    case 'checkbox':
    case 'radio':
      return type;
    default:
      throw new NotInHostError(`MenuItem type ${type}`);
  }
}

export class HostMenu {
  readonly items: HostMenuItem[] = [];

  static buildFromTemplate(template: readonly (MenuItemConstructorOptions | HostMenuItem)[]): HostMenu {
    const menu = new HostMenu();
    for (const item of template) menu.append(item instanceof HostMenuItem ? item : new HostMenuItem(item));
    return menu;
  }

  append(item: HostMenuItem): void {
    this.items.push(item);
  }

  getMenuItemById(id: string): HostMenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : (item.submenu?.getMenuItemById(id) ?? null);
      if (found !== null) return found;
    }
    return null;
  }
}

let applicationMenu: HostMenu | null = null;

/** electron.Menu: the class with its static functions. */
export const Menu = declared(
  'Menu',
  Object.assign(HostMenu, {
    setApplicationMenu: (menu: HostMenu | null) => {
      applicationMenu = menu;
    },
    getApplicationMenu: () => applicationMenu,
  }),
);

/** What the user sees of it now. */
export function menuEntries(menu: HostMenu): MenuEntry[] {
  return menu.items
    .filter((item) => item.visible)
    .map((item) => ({
      label: shownLabel(item.label),
      type: item.type,
      enabled: item.enabled,
      checked: item.checked,
      items: item.submenu === undefined ? [] : menuEntries(item.submenu),
    }));
}

/** An "&" underlines the letter after it; a double one is shown as one. */
function shownLabel(label: string): string {
  return label.replaceAll(/&(.?)/gu, '$1');
}

/** The visible item with these labels from the top down, or null. */
export function findMenuItem(menu: HostMenu, path: readonly string[]): HostMenuItem | null {
  const [label, ...rest] = path;
  const item = menu.items.find((candidate) => candidate.visible && shownLabel(candidate.label) === label);
  if (item === undefined || rest.length === 0) return item ?? null;
  return item.submenu === undefined ? null : findMenuItem(item.submenu, rest);
}

/** Clicks as a user does: a check box changes first, a disabled item does nothing. False then. */
export function clickMenuItem(menu: HostMenu, item: HostMenuItem, role: (role: string) => void): boolean {
  if (!item.enabled || item.type === 'separator' || item.type === 'submenu') return false;
  if (item.type === 'checkbox') item.checked = !item.checked;
  if (item.type === 'radio') for (const other of radioGroup(menu, item)) other.checked = other === item;
  if (item.role !== '') role(item.role);
  else item.click?.();
  return true;
}

/** The radio items that stand beside this one, in whichever menu it is, with nothing else between. */
function radioGroup(menu: HostMenu, item: HostMenuItem): HostMenuItem[] {
  const at = menu.items.indexOf(item);
  if (at === -1) return menu.items.flatMap(({ submenu }) => (submenu ? radioGroup(submenu, item) : []));
  const isOther = ({ type }: HostMenuItem) => type !== 'radio';
  const after = menu.items.findIndex((each, index) => index > at && isOther(each));
  return menu.items.slice(
    menu.items.findLastIndex((each, index) => index < at && isOther(each)) + 1,
    after === -1 ? menu.items.length : after,
  );
}
