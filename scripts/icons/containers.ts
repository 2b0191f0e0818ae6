import type { Picture } from './draw';

/** From this size on, a picture in an .ico is a PNG; smaller ones are bitmaps, which every reader of .ico knows. */
const PNG_FROM = 256;

/** A Windows icon file with a picture for each size. */
export function ico(pictures: readonly Picture[]): Buffer {
  const header = Buffer.alloc(6 + 16 * pictures.length);
  header.writeUInt16LE(1, 2);
  header.writeUInt16LE(pictures.length, 4);
  const images = pictures.map((picture) => (picture.size >= PNG_FROM ? picture.png : bitmap(picture)));
  let offset = header.length;
  pictures.forEach(({ size }, index) => {
    const entry = 6 + 16 * index;
    const length = images[index]?.length ?? 0;
    // 256 is written as 0: the field has one byte.
    header.writeUInt8(size % 256, entry);
    header.writeUInt8(size % 256, entry + 1);
    header.writeUInt16LE(1, entry + 4);
    header.writeUInt16LE(32, entry + 6);
    header.writeUInt32LE(length, entry + 8);
    header.writeUInt32LE(offset, entry + 12);
    offset += length;
  });
  return Buffer.concat([header, ...images]);
}

/** A BITMAPINFOHEADER, BGRA rows from the bottom up, and the mask that old readers want, here empty. */
function bitmap({ size, rgba }: Picture): Buffer {
  const head = Buffer.alloc(40);
  head.writeUInt32LE(40, 0);
  head.writeInt32LE(size, 4);
  // Both layers, colours and mask, count.
  head.writeInt32LE(size * 2, 8);
  head.writeUInt16LE(1, 12);
  head.writeUInt16LE(32, 14);
  const rows = Buffer.alloc(size * size * 4);
  for (let y = 0; y < size; y++) rgba.copy(rows, (size - 1 - y) * size * 4, y * size * 4, (y + 1) * size * 4);
  for (let i = 0; i < rows.length; i += 4) {
    const red = rows.readUInt8(i);
    rows.writeUInt8(rows.readUInt8(i + 2), i);
    rows.writeUInt8(red, i + 2);
  }
  const maskRow = Math.ceil(size / 32) * 4;
  return Buffer.concat([head, rows, Buffer.alloc(maskRow * size)]);
}

/** What a size is called in an .icns; some are there twice, once as the double density of half the size. */
const ICNS_TYPES: Readonly<Record<number, readonly string[]>> = {
  16: ['icp4'],
  32: ['icp5', 'ic11'],
  64: ['ic12'],
  128: ['ic07'],
  256: ['ic08', 'ic13'],
  512: ['ic09', 'ic14'],
  1024: ['ic10'],
};

/** A macOS icon file of PNGs. Throws for a size that the format does not know. */
export function icns(pictures: readonly Picture[]): Buffer {
  const chunks = pictures.flatMap(({ size, png }) => {
    const types = ICNS_TYPES[size];
    if (types === undefined) throw new Error(`An .icns has no place for ${size} pixels.`);
    return types.map((type) => chunk(type, png));
  });
  return chunk('icns', Buffer.concat(chunks));
}

function chunk(type: string, data: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + data.length, 4);
  return Buffer.concat([head, data]);
}
