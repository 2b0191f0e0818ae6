import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { icns, ico } from '../../scripts/icons/containers';
import { draw, pick } from '../../scripts/icons/draw';
import { makeIcons } from '../../scripts/icons/make';

const assets = join(import.meta.dirname, '..', '..', 'assets');
const svg = readFileSync(join(assets, 'icon.svg'), 'utf8');
const made = makeIcons(svg);

describe('the icons', () => {
  test('in assets/ are what the script makes of icon.svg', () => {
    for (const [path, content] of made) {
      expect(readFileSync(join(assets, path)).equals(content), `${path}: run npx tsx scripts/icons.ts`).toBe(
        true,
      );
    }
  });

  test('are all that is there: none is left from an older script', () => {
    for (const folder of ['icons', 'tray']) {
      for (const name of readdirSync(join(assets, folder)))
        expect(made.has(`${folder}/${name}`), name).toBe(true);
    }
  });

  test('of the tray differ by state in shape, so that no state is told by colour alone', () => {
    const templates = ['idle', 'connecting', 'speaking', 'paused', 'error'].map((state) =>
      made.get(`tray/trayTemplate-${state}.png`)?.toString('base64'),
    );
    expect(new Set(templates).size).toBe(5);
    expect(templates).not.toContain(undefined);
  });

  test.each(['connecting', 'speaking'])('of the tray have pictures for %s that differ', (state) => {
    const pictures = [1, 2, 3].map((picture) =>
      made.get(`tray/trayTemplate-${state}-${picture}.png`)?.toString('base64'),
    );
    expect(new Set(pictures).size).toBe(3);
    expect(pictures).not.toContain(undefined);
  });

  test('for macOS hold nothing but black and alpha', () => {
    const { rgba } = draw(pick(svg, 'glyph-error', '#000000'), 32);
    for (let i = 0; i < rgba.length; i += 4) expect(rgba.readUIntBE(i, 3)).toBe(0);
  });

  test('are refused when the SVG lacks a glyph', () => {
    expect(() => pick('<svg><defs></defs></svg>', 'glyph-idle', 'black')).toThrow('glyph-idle');
  });
});

const half =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><path d="M0 0h1v2H0z" fill="#f00" fill-opacity="0.5"/></svg>';

test('pixels come with straight alpha', () => {
  const { rgba } = draw(half, 2);
  expect([...rgba.subarray(0, 8)]).toEqual([255, 0, 0, 128, 0, 0, 0, 0]);
});

describe('an .ico', () => {
  const file = ico([draw(half, 2), draw(half, 256)]);

  test('lists each size with where its image lies', () => {
    expect([file.readUInt16LE(0), file.readUInt16LE(2), file.readUInt16LE(4)]).toEqual([0, 1, 2]);
    expect([file.readUInt8(6), file.readUInt8(22)]).toEqual([2, 0]);
    const [length, offset] = [file.readUInt32LE(14), file.readUInt32LE(18)];
    expect(offset).toBe(38);
    expect(file.readUInt32LE(34)).toBe(offset + length);
    expect(file.length).toBe(file.readUInt32LE(34) + file.readUInt32LE(30));
  });

  test('holds small sizes as bitmaps, bottom row first, blue before red, with an empty mask', () => {
    const image = file.subarray(38, 38 + file.readUInt32LE(14));
    expect([image.readUInt32LE(0), image.readInt32LE(4), image.readInt32LE(8)]).toEqual([40, 2, 4]);
    expect([...image.subarray(40, 48)]).toEqual([0, 0, 255, 128, 0, 0, 0, 0]);
    expect(image.length).toBe(40 + 2 * 2 * 4 + 2 * 4);
  });

  test('holds 256 pixels as a PNG', () => {
    expect(
      file
        .subarray(file.readUInt32LE(34) + 1)
        .subarray(0, 3)
        .toString(),
    ).toBe('PNG');
  });
});

describe('an .icns', () => {
  test('is a chain of chunks whose lengths add up', () => {
    const file = icns([draw(half, 16), draw(half, 32)]);
    expect(file.subarray(0, 4).toString()).toBe('icns');
    expect(file.readUInt32BE(4)).toBe(file.length);
    const types: string[] = [];
    for (let at = 8; at < file.length; at += file.readUInt32BE(at + 4)) {
      types.push(file.subarray(at, at + 4).toString());
    }
    expect(types).toEqual(['icp4', 'icp5', 'ic11']);
  });

  test('knows no other sizes', () => {
    expect(() => icns([draw(half, 20)])).toThrow('20');
  });
});
