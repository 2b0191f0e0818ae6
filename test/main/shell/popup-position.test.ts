import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rect } from '../../../src/main/shell/popup-position';
import {
  MIN_HEIGHT,
  placePopup,
  ROOM_TO_GROW,
  relativePlace,
  resizePopup,
} from '../../../src/main/shell/popup-position';

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

describe('a place of the user’s', () => {
  const area = { x: -1280, y: 24, width: 1280, height: 1000 };

  it.each<[string, { x: number; y: number }, { x: number; y: number }]>([
    ['flush left and at the top', { x: 0, y: 0 }, { x: -1280, y: 24 }],
    ['flush right', { x: 1, y: 0.1 }, { x: -640, y: 124 }],
    ['too low for an answer: as low as leaves it room', { x: 0.5, y: 0.9 }, { x: -960, y: 608 }],
    ['nonsense', { x: 7, y: -3 }, { x: -640, y: 24 }],
  ])('%s', (_name, place, at) => {
    expect(placePopup(area, wanted, place)).toEqual({ ...at, width: 640, height: 120 });
  });

  it('of a popup that fills the width is in the middle of it', () => {
    expect(relativePlace({ x: 0, y: 0, width: 300, height: 800 }, { x: 0, y: 0, ...wanted })).toEqual({
      x: 0.5,
      y: 0,
    });
  });
});

describe('a popup that is partly outside', () => {
  const area = { x: 0, y: 0, width: 1000, height: 800 };

  it.each<[string, Rect, Rect]>([
    [
      'on the left and above',
      { x: -300, y: -50, width: 640, height: 120 },
      { x: 0, y: 0, width: 640, height: 120 },
    ],
    [
      'on the right and below',
      { x: 900, y: 790, width: 640, height: 120 },
      { x: 360, y: 744, width: 640, height: 56 },
    ],
    ['by its width', { x: 10, y: 10, width: 4000, height: 120 }, { x: 0, y: 10, width: 1000, height: 120 }],
  ])('%s comes in', (_name, current, next) => {
    expect(resizePopup(area, current, 120)).toEqual(next);
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
const part = fc.double({ min: 0, max: 1, noNaN: true });
const place = fc.record({ x: part, y: part });

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

  it('opens wholly inside at any place, with room for an answer where the display has it', () => {
    fc.assert(
      fc.property(area, size, place, (workArea, popup, at) => {
        const opened = placePopup(workArea, popup, at);
        expect(isWhole(opened)).toBe(true);
        expect(isInside(opened, workArea)).toBe(true);
        const below = workArea.y + workArea.height - opened.y;
        expect(below).toBeGreaterThanOrEqual(Math.min(ROOM_TO_GROW, workArea.height - 2 * 16));
      }),
    );
  });

  it('opens where it was left, within a pixel', () => {
    fc.assert(
      fc.property(area, size, place, (workArea, popup, at) => {
        const left = placePopup(workArea, popup, at);
        const again = placePopup(workArea, popup, relativePlace(workArea, left));
        expect(Math.abs(again.x - left.x)).toBeLessThanOrEqual(1);
        expect(Math.abs(again.y - left.y)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('stays inside when its content grows or shrinks, and keeps its top edge where there is room', () => {
    fc.assert(
      fc.property(area, size, place, height, (workArea, popup, at, contentHeight) => {
        const opened = placePopup(workArea, popup, at);
        const next = resizePopup(workArea, opened, contentHeight);
        expect(isWhole(next)).toBe(true);
        expect(isInside(next, workArea)).toBe(true);
        const room = workArea.y + workArea.height - opened.y;
        if (room >= MIN_HEIGHT) expect(next.y).toBe(opened.y);
        expect(next.x).toBe(opened.x);
        expect(next.width).toBe(opened.width);
        expect(resizePopup(workArea, next, contentHeight)).toEqual(next);
      }),
    );
  });

  it('keeps its top edge through any growing and shrinking', () => {
    fc.assert(
      fc.property(area, size, fc.array(height, { maxLength: 20 }), (workArea, popup, heights) => {
        fc.pre(workArea.height >= 2 * MIN_HEIGHT);
        const opened = placePopup(workArea, popup);
        let now = opened;
        for (const contentHeight of heights) now = resizePopup(workArea, now, contentHeight);
        expect({ ...now, height: opened.height }).toEqual(opened);
      }),
    );
  });

  it('comes in from anywhere', () => {
    fc.assert(
      fc.property(area, area, height, (workArea, anywhere, contentHeight) => {
        const next = resizePopup(workArea, anywhere, contentHeight);
        expect(isWhole(next)).toBe(true);
        expect(isInside(next, workArea)).toBe(true);
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
