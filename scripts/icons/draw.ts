import { Resvg } from '@resvg/resvg-js';

/** A square picture: its PNG file and its pixels as RGBA, 8 bits each, alpha not multiplied in. */
export interface Picture {
  size: number;
  png: Buffer;
  rgba: Buffer;
}

/** The drawing of an SVG file in a square of `size` pixels. The same bytes on every run: it uses no fonts, no time. */
export function draw(svg: string, size: number): Picture {
  const image = new Resvg(svg, {
    fitTo: { mode: 'width', value: size },
    font: { loadSystemFonts: false },
  }).render();
  return { size, png: image.asPng(), rgba: straightAlpha(image.pixels) };
}

/** An SVG that shows one definition of `svg`, by its id, on the grid of 16 units, in a CSS colour. */
export function pick(svg: string, id: string, color: string): string {
  const defs = /<defs>.*<\/defs>/su.exec(svg)?.[0];
  if (defs === undefined || !defs.includes(`id="${id}"`)) throw new Error(`The SVG defines no ${id}.`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" color="${color}">${defs}<use href="#${id}"/></svg>`;
}

/** The renderer's pixels have alpha multiplied in; bitmaps in icon files have not. */
function straightAlpha(pixels: Buffer): Buffer {
  const rgba = Buffer.from(pixels);
  for (let i = 0; i < rgba.length; i += 4) {
    const alpha = rgba.readUInt8(i + 3);
    if (alpha === 0 || alpha === 255) continue;
    for (let c = i; c < i + 3; c++)
      rgba.writeUInt8(Math.min(255, Math.round((rgba.readUInt8(c) * 255) / alpha)), c);
  }
  return rgba;
}
