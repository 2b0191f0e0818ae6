import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { MenuItemConstructorOptions, NativeImage } from 'electron';
import { Menu, nativeImage, nativeTheme, systemPreferences, Tray } from 'electron';
import type { Snapshot } from '../../preload/contract';
import { textsIn } from '../../texts/catalogues';
import type { Schedule } from '../schedule';
import type { Log } from './log';
import { trayIconNames, trayPictures } from './tray-icon';
import type { TrayCommand, TrayItem, TrayModel, TrayOption } from './tray-menu';
import { trayMenu, trayState, trayTooltip } from './tray-menu';
import { TrayMotion } from './tray-motion';

export interface TrayOptions {
  platform: Snapshot['platform'];
  /** Where the icons are, absolute. */
  iconDir: string;
  log: Log;
  schedule: Schedule;
  /** Whether the desktop's own parts, on which the icon lies, are dark. */
  isDesktopDark: () => boolean;
  /** Monotonic, ms. */
  now: () => number;
  /** A click on the icon itself. `pressedAt`: when the button went down, or, where nobody tells that, now. */
  onClick: (pressedAt: number) => void;
  onCommand: (command: TrayCommand) => void;
}

/** The tray's icon: {@link render} draws all of it from the state, as often as one likes; only differences are sent. */
export class TrayIcon {
  readonly #options: TrayOptions;
  readonly #tray: Tray;
  readonly #images = new Map<string, NativeImage>();
  readonly #motion: TrayMotion;
  readonly #onTheme = (): void => this.#redraw();
  #model: TrayModel;
  #menu: Menu | null = null;
  #drawn: { icon: string; menu: string; tooltip: string } = { icon: '', menu: '', tooltip: '' };

  /** Once the app is ready. */
  constructor(model: TrayModel, options: TrayOptions) {
    this.#options = options;
    this.#model = model;
    this.#motion = new TrayMotion({
      schedule: options.schedule,
      prefersStill: () => systemPreferences.getAnimationSettings().prefersReducedMotion,
      draw: () => this.#drawIcon(),
    });
    const icon = this.#iconFile();
    this.#tray = new Tray(this.#image(icon));
    this.#drawn.icon = icon;
    // Windows and macOS tell a left click. On Linux it is up to the panel: some tell it, most open the menu.
    let pressedAt: number | null = null;
    this.#tray.on('click', () => {
      options.onClick(pressedAt ?? options.now());
      pressedAt = null;
    });
    if (options.platform === 'darwin') {
      // The focus goes when the button goes down; the click is told when it comes up, however long after.
      this.#tray.on('mouse-down', () => {
        pressedAt = options.now();
      });
      // With a menu set, macOS would open that on a left click and tell none: so the menu is opened by hand.
      this.#tray.on('right-click', () => {
        if (this.#menu !== null) this.#tray.popUpContextMenu(this.#menu);
      });
      // Else a second quick click is swallowed.
      this.#tray.setIgnoreDoubleClickEvents(true);
    }
    nativeTheme.on('updated', this.#onTheme);
    this.#redraw();
  }

  render(model: TrayModel): void {
    this.#model = model;
    this.#redraw();
  }

  /** Whether anybody can see the icon: nobody can while the screen is locked. */
  setSeen(isSeen: boolean): void {
    this.#motion.setSeen(isSeen);
  }

  dispose(): void {
    this.#motion.stop();
    nativeTheme.removeListener('updated', this.#onTheme);
    if (!this.#tray.isDestroyed()) this.#tray.destroy();
  }

  #redraw(): void {
    const { connection } = this.#model;
    this.#motion.run(trayPictures(trayState(this.#model), connection));
    this.#drawIcon();
    const texts = textsIn(this.#model.language);
    const tooltip = trayTooltip(this.#model, texts);
    if (tooltip !== this.#drawn.tooltip) this.#tray.setToolTip(tooltip);
    const items = trayMenu(this.#model, texts);
    const menu = JSON.stringify(items);
    if (menu !== this.#drawn.menu) this.#setMenu(items);
    this.#drawn = { ...this.#drawn, menu, tooltip };
  }

  #drawIcon(): void {
    const icon = this.#iconFile();
    if (icon === this.#drawn.icon) return;
    this.#tray.setImage(this.#image(icon));
    this.#drawn.icon = icon;
  }

  #setMenu(items: readonly TrayItem[]): void {
    this.#menu = Menu.buildFromTemplate(items.map((item) => this.#template(item)));
    // On Linux an open menu shows a change only after it is set again, hence a new one each time.
    if (this.#options.platform !== 'darwin') this.#tray.setContextMenu(this.#menu);
  }

  #template(item: TrayItem): MenuItemConstructorOptions {
    switch (item.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'action': {
        const { id, label, enabled, accelerator, command } = item;
        const template = { id, label, enabled, click: () => this.#clicked(command) };
        // The hotkey is only shown here: it is registered elsewhere.
        return accelerator === null ? template : { ...template, accelerator, registerAccelerator: false };
      }
      case 'check': {
        const { id, label, checked, command } = item;
        return { id, label, type: 'checkbox', checked, click: () => this.#clicked(command) };
      }
      case 'choice': {
        const { id, label, options } = item;
        const submenu = options.map((option) => this.#option(option));
        return { id, label, enabled: submenu.length > 0, submenu };
      }
      default:
        return item satisfies never;
    }
  }

  #option({ id, label, checked, command }: TrayOption): MenuItemConstructorOptions {
    // It may hold an "&", which alone would underline the letter after it.
    const plain = { id, label: label.replaceAll('&', '&&') };
    const template = checked === null ? plain : { ...plain, type: 'radio' as const, checked };
    if (command === null) return { ...template, enabled: false };
    return { ...template, click: () => this.#clicked(command) };
  }

  #clicked(command: TrayCommand): void {
    this.#options.onCommand(command);
    // The system has turned the check mark by itself; should the state not have followed, it is turned back.
    this.#drawn.menu = '';
    this.#redraw();
  }

  #iconFile(): string {
    const { platform, iconDir, isDesktopDark } = this.#options;
    const names = trayIconNames(platform, trayState(this.#model), isDesktopDark(), this.#motion.picture);
    const paths = names.map((name) => join(iconDir, name));
    return paths.find((path) => this.#images.has(path) || existsSync(path)) ?? paths.at(-1) ?? '';
  }

  #image(file: string): NativeImage {
    const known = this.#images.get(file);
    if (known !== undefined) return known;
    const image = nativeImage.createFromPath(file);
    if (image.isEmpty()) this.#options.log.error('A tray icon is missing');
    // Electron does this by itself only for names that end in "Template".
    if (this.#options.platform === 'darwin') image.setTemplateImage(true);
    this.#images.set(file, image);
    return image;
  }
}
