import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../../src/main/shell/popup-position';
import { MIN_HEIGHT, placePopup, resizePopup } from '../../../src/main/shell/popup-position';

const wanted = { width: 640, height: 120 };

describe('placePopup', () => {
  it.each<[string, Rect, Rect]>([
    [
      'a usual display',
      { x: 0, y: 24, width: 1920, height: 1056 },
      { x: 640, y: 256, width: 640, height: 120 },
    ],
    [
      'a display to the left',
      { x: -1280, y: 0, width: 1280, height: 800 },
      { x: -960, y: 176, width: 640, height: 120 },
    ],
    [
      'a display above',
      { x: 0, y: -1080, width: 1920, height: 1080 },
      { x: 640, y: -842, width: 640, height: 120 },
    ],
    ['a narrow one', { x: 0, y: 0, width: 400, height: 800 }, { x: 16, y: 176, width: 368, height: 120 }],
    ['a low one', { x: 0, y: 0, width: 800, height: 130 }, { x: 80, y: 16, width: 640, height: 98 }],
    ['a tiny one', { x: 5, y: 5, width: 50, height: 40 }, { x: 5, y: 5, width: 50, height: 40 }],
  ])('on %s', (_name, area, place) => {
    expect(placePopup(area, wanted)).toEqual(place);
  });
});

const coordinate = fc.integer({ min: -8000, max: 8000 });
const area = fc.record({
  x: coordinate,
  y: coordinate,
  width: fc.integer({ min: 1, max: 8000 }),
  height: fc.integer({ min: 1, max: 5000 }),
});
const height = fc.double({ min: 0, max: 100_000, noNaN: true });
const size = fc.record({ width: fc.integer({ min: 1, max: 2000 }), height });

function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

function isWhole(rect: Rect): boolean {
  return Object.values(rect).every((value) => Number.isInteger(value)) && rect.width >= 1 && rect.height >= 1;
}

describe('on any display', () => {
  it('opens wholly inside the work area, centred within a pixel', () => {
    fc.assert(
      fc.property(area, size, (workArea, popup) => {
        const place = placePopup(workArea, popup);
        expect(isWhole(place)).toBe(true);
        expect(isInside(place, workArea)).toBe(true);
        const offCentre = 2 * place.x + place.width - (2 * workArea.x + workArea.width);
        expect(Math.abs(offCentre)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stays inside when its content grows or shrinks, and keeps its top edge where there is room', () => {
    fc.assert(
      fc.property(area, size, height, (workArea, popup, contentHeight) => {
        const place = placePopup(workArea, popup);
        const next = resizePopup(workArea, place, contentHeight);
        expect(isWhole(next)).toBe(true);
        expect(isInside(next, workArea)).toBe(true);
        const room = workArea.y + workArea.height - place.y;
        if (room >= MIN_HEIGHT) expect(next.y).toBe(place.y);
        expect(next.x).toBe(place.x);
        expect(next.width).toBe(place.width);
        expect(resizePopup(workArea, next, contentHeight)).toEqual(next);
      }),
    );
  });

  it('gives the content the height it asks for as far as the display has it', () => {
    const screen = { x: 0, y: 0, width: 1920, height: 1080 };
    const place = placePopup(screen, wanted);
    expect(resizePopup(screen, place, 300.2).height).toBe(301);
    expect(resizePopup(screen, place, 5)).toMatchObject({ height: MIN_HEIGHT });
    expect(resizePopup(screen, place, 5000).height).toBe(1080 - place.y - 16);
  });
});
