import { EventEmitter } from 'node:events';
import type {
  AnimationSettings,
  Dialog,
  Tray as ElectronTray,
  GlobalShortcut,
  MenuItemConstructorOptions,
  MessageBoxOptions,
  NativeImage,
  NativeTheme,
  SafeStorage,
  Shell,
} from 'electron';
import { vi } from 'vitest';

/** Every icon is there, unless its path says `missing`. */
function createFromPath(path: string) {
  return {
    path,
    isEmpty: vi.fn<NativeImage['isEmpty']>(() => path.includes('missing')),
    setTemplateImage: vi.fn<NativeImage['setTemplateImage']>(),
  };
}

export type FakeImage = ReturnType<typeof createFromPath>;

export class FakeMenu {
  readonly template: readonly MenuItemConstructorOptions[];

  constructor(template: readonly MenuItemConstructorOptions[]) {
    this.template = template;
  }

  /** Clicks an item, as the system does: a check mark turns by itself. */
  click(id: string): void {
    const item = this.#all(this.template).find((candidate) => candidate.id === id);
    if (item?.click === undefined) throw new Error(`Nothing to click: ${id}`);
    // The arguments are not used by what is tested.
    Reflect.apply(item.click, undefined, []);
  }

  #all(template: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
    return template.flatMap((item) => [item, ...this.#all(Array.isArray(item.submenu) ? item.submenu : [])]);
  }
}

export const dialog = {
  showErrorBox: vi.fn<Dialog['showErrorBox']>(),
  /** The default button is pressed. */
  showMessageBox: vi.fn(async (options: MessageBoxOptions) => ({
    response: options.defaultId ?? 0,
    checkboxChecked: false,
  })),
};

export const Menu = {
  buildFromTemplate: vi.fn((template: readonly MenuItemConstructorOptions[]) => new FakeMenu(template)),
  setApplicationMenu: vi.fn<(menu: FakeMenu | null) => void>(),
};

export class Tray extends EventEmitter {
  static readonly all: Tray[] = [];
  readonly images: FakeImage[] = [];
  readonly menus: FakeMenu[] = [];
  readonly tooltips: string[] = [];
  readonly popUpContextMenu = vi.fn<(menu?: FakeMenu) => void>();
  readonly setIgnoreDoubleClickEvents = vi.fn<ElectronTray['setIgnoreDoubleClickEvents']>();
  destroyed = false;

  constructor(image: FakeImage) {
    super();
    this.images.push(image);
    Tray.all.push(this);
  }

  setImage(image: FakeImage): void {
    this.images.push(image);
  }

  setContextMenu(menu: FakeMenu): void {
    this.menus.push(menu);
  }

  setToolTip(text: string): void {
    this.tooltips.push(text);
  }

  isDestroyed(): boolean {
    return this.destroyed;
  }

  destroy(): void {
    this.destroyed = true;
  }
}

export const nativeImage = { createFromPath };
class FakeSystemPreferences {
  reducedMotion = false;

  getAnimationSettings(): Pick<AnimationSettings, 'prefersReducedMotion'> {
    return { prefersReducedMotion: this.reducedMotion };
  }
}

export const systemPreferences = new FakeSystemPreferences();

export const nativeTheme: EventEmitter & {
  shouldUseDarkColors: boolean;
  themeSource: NativeTheme['themeSource'];
} = Object.assign(new EventEmitter(), { shouldUseDarkColors: false, themeSource: 'system' as const });

/** Accelerators in `taken` belong to another program; what is no accelerator throws, as in Electron. */
class FakeGlobalShortcut implements Pick<GlobalShortcut, 'register' | 'unregister'> {
  readonly taken = new Set<string>();
  readonly registered = new Map<string, () => void>();

  register(accelerator: string, callback: () => void): boolean {
    if (accelerator === '') throw new TypeError('conversion failure');
    if (this.taken.has(accelerator) || this.registered.has(accelerator)) return false;
    this.registered.set(accelerator, callback);
    return true;
  }

  unregister(accelerator: string): void {
    this.registered.delete(accelerator);
  }
}

export const globalShortcut = new FakeGlobalShortcut();

export const shell = {
  openPath: vi.fn<Shell['openPath']>(async () => ''),
  showItemInFolder: vi.fn<Shell['showItemInFolder']>(),
};

/** "Encrypts" by turning the bytes round, so that a stored key cannot be read in the file by eye. */
class FakeSafeStorage
  implements
    Pick<
      SafeStorage,
      'isAsyncEncryptionAvailable' | 'encryptStringAsync' | 'decryptStringAsync' | 'getSelectedStorageBackend'
    >
{
  available = true;
  backend: ReturnType<SafeStorage['getSelectedStorageBackend']> = 'gnome_libsecret';
  shouldReEncrypt = false;
  failure: Error | null = null;
  encryptions = 0;

  async isAsyncEncryptionAvailable(): Promise<boolean> {
    return this.available;
  }

  getSelectedStorageBackend() {
    return this.backend;
  }

  async encryptStringAsync(plain: string): Promise<Buffer> {
    if (this.failure !== null) throw this.failure;
    this.encryptions += 1;
    return Buffer.concat([Buffer.from('v11'), Buffer.from(plain, 'utf8').reverse()]);
  }

  async decryptStringAsync(encrypted: Buffer) {
    if (this.failure !== null) throw this.failure;
    if (encrypted.subarray(0, 3).toString() !== 'v11') throw new Error('Ciphertext is not valid');
    const result = Buffer.from(encrypted.subarray(3)).reverse().toString('utf8');
    return { result, shouldReEncrypt: this.shouldReEncrypt };
  }
}

export const safeStorage = new FakeSafeStorage();
