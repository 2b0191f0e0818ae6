import { readFileSync } from 'node:fs';
import type { NativeImage } from 'electron';
import { declared } from '../declared';

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

type DeclaredImage = Pick<
  NativeImage,
  'isEmpty' | 'getSize' | 'setTemplateImage' | 'isTemplateImage' | 'toPNG'
> & {
  resize(options: { width?: number; height?: number }): HostNativeImage;
};

/** A picture: only PNG has a size here, other formats are kept as they are. */
export class HostNativeImage implements DeclaredImage {
  /** Host only: the file it came from, or null. */
  readonly path: string | null;
  readonly #bytes: Buffer;
  #size: { width: number; height: number };
  #template = false;

  constructor(bytes: Buffer, path: string | null) {
    this.#bytes = bytes;
    this.path = path;
    const isPng = bytes.subarray(0, 8).equals(PNG) && bytes.length >= 24;
    this.#size = isPng
      ? { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) }
      : { width: 0, height: 0 };
    // macOS takes it from the name.
    this.#template = process.platform === 'darwin' && /Template(@\d+x)?\.[a-z]+$/i.test(path ?? '');
  }

  isEmpty(): boolean {
    return this.#bytes.length === 0;
  }

  getSize(): { width: number; height: number } {
    return { ...this.#size };
  }

  resize({ width, height }: { width?: number; height?: number }): HostNativeImage {
    const image = new HostNativeImage(this.#bytes, this.path);
    image.#size = { width: width ?? this.#size.width, height: height ?? this.#size.height };
    return image;
  }

  setTemplateImage(option: boolean): void {
    this.#template = option;
  }

  isTemplateImage(): boolean {
    return this.#template;
  }

  toPNG(): Buffer {
    return Buffer.from(this.#bytes);
  }
}

function createFromPath(path: string): HostNativeImage {
  try {
    return new HostNativeImage(readFileSync(path), path);
  } catch {
    // Electron gives an empty image for a file that is not there.
    return new HostNativeImage(Buffer.alloc(0), path);
  }
}

export const nativeImage = declared('nativeImage', {
  createEmpty: () => new HostNativeImage(Buffer.alloc(0), null),
  createFromPath,
  createFromBuffer: (bytes: Buffer) => new HostNativeImage(bytes, null),
  createFromDataURL: (url: string) =>
    new HostNativeImage(Buffer.from(url.split(',')[1] ?? '', 'base64'), null),
});

/** What Tray and dialogs take. @throws Error for a path that holds no picture, as Electron does. */
export function imageOf(image: HostNativeImage | string): HostNativeImage {
  if (image instanceof HostNativeImage) return image;
  const loaded = createFromPath(image);
  if (loaded.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
  return loaded;
}
