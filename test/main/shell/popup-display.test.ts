import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DisplayArea, Point } from '../../../src/main/shell/popup-display';
import { chooseDisplay, displayAt, displayOf, rememberPlace } from '../../../src/main/shell/popup-display';
import type { Rect } from '../../../src/main/shell/popup-position';
import { placePopup, resizePopup, USUAL_PLACE } from '../../../src/main/shell/popup-position';

const SIZE = { width: 640, height: 120 };

function display(id: number, bounds: Rect, workArea: Rect = bounds): DisplayArea {
  return { id, bounds, workArea };
}

const rect = (x: number, y: number, width: number, height: number): Rect => ({ x, y, width, height });

/** A laptop with a bar at the bottom, and a large display of half its scale factor on the left, as systems tell them. */
const LAPTOP = display(1, rect(0, 0, 1440, 900), rect(0, 25, 1440, 835));
const LARGE = display(7, rect(-2560, -300, 2560, 1440));
const BOTH = [LAPTOP, LARGE];

function opened(displays: readonly DisplayArea[], cursor: Point): Rect | null {
  const chosen = chooseDisplay(displays, cursor, { kind: 'cursor' });
  return chosen === null ? null : placePopup(chosen.display.workArea, SIZE, chosen.place);
}

describe('the display of the cursor', () => {
  it.each<[string, Point, number]>([
    ['in the middle', { x: 700, y: 400 }, 1],
    ['on the system’s bar', { x: 700, y: 899 }, 1],
    ['on the left one', { x: -1, y: -300 }, 7],
    ['on the first pixel of the right one', { x: 0, y: 0 }, 1],
    ['nowhere, nearer to the right one', { x: 1400, y: 2000 }, 1],
    ['nowhere, nearer to the left one', { x: -2000, y: -4000 }, 7],
  ])('%s', (_name, cursor, id) => {
    expect(displayAt(BOTH, cursor)?.id).toBe(id);
  });

  it('is the first of those that show the same', () => {
    expect(displayAt([display(3, LAPTOP.bounds), LAPTOP], { x: 5, y: 5 })?.id).toBe(3);
  });

  it('is none where none is plugged in', () => {
    expect(opened([], { x: 0, y: 0 })).toBeNull();
    expect(displayOf([], rect(0, 0, 1, 1))).toBeNull();
    expect(rememberPlace([], rect(0, 0, 1, 1))).toBeNull();
  });

  it.each<[string, Rect]>([
    ['below', rect(0, 0, 1920, 1040)],
    ['above', rect(0, 40, 1920, 1040)],
    ['on the left', rect(72, 0, 1848, 1080)],
    ['on the right', rect(0, 0, 1848, 1080)],
  ])('is used without the system’s bar %s', (_side, workArea) => {
    const place = opened([display(1, rect(0, 0, 1920, 1080), workArea)], { x: 960, y: 540 });
    expect(place).toEqual(placePopup(workArea, SIZE, USUAL_PLACE));
    expect(resizePopup(workArea, place ?? workArea, 10_000)).toMatchObject({
      height: workArea.y + workArea.height - (place?.y ?? 0) - 16,
    });
  });
});

describe('the display of a window', () => {
  it.each<[string, Rect, number]>([
    ['that is on one', rect(10, 10, 640, 120), 1],
    ['that is on two, mostly on the left', rect(-500, 100, 640, 120), 7],
    ['that is on two, mostly on the right', rect(-100, 100, 640, 120), 1],
    ['that is on none any more', rect(-9000, 0, 640, 120), 7],
  ])('%s', (_name, window, id) => {
    expect(displayOf(BOTH, window)?.id).toBe(id);
  });
});

describe('a remembered place', () => {
  const left = rect(-2500, 700, 640, 120);
  const place = rememberPlace(BOTH, left);

  it('is found again whatever display the cursor is on', () => {
    const chosen = chooseDisplay(BOTH, { x: 700, y: 400 }, { kind: 'last', place });
    expect(chosen?.display.id).toBe(7);
    expect(placePopup(LARGE.workArea, SIZE, chosen?.place)).toEqual(left);
  });

  it('is at the like place of the cursor’s display while its own is unplugged, and back on it afterwards', () => {
    const alone = chooseDisplay([LAPTOP], { x: 700, y: 400 }, { kind: 'last', place });
    expect(alone?.display.id).toBe(1);
    // As near to the left edge, and as low as leaves an answer its room.
    expect(placePopup(LAPTOP.workArea, SIZE, alone?.place)).toMatchObject({ x: 25, y: 444 });
    const again = chooseDisplay(BOTH, { x: 700, y: 400 }, { kind: 'last', place });
    expect(placePopup(LARGE.workArea, SIZE, again?.place)).toEqual(left);
  });

  it('holds when its display has another resolution, or another id', () => {
    const smaller = display(7, rect(-1280, -300, 1280, 720));
    const other = display(99, LARGE.bounds);
    for (const found of [smaller, other]) {
      const chosen = chooseDisplay([LAPTOP, found], { x: 0, y: 0 }, { kind: 'last', place });
      expect(chosen?.display).toBe(found);
    }
  });

  it('is the usual one until the user has moved the popup', () => {
    const chosen = chooseDisplay(BOTH, { x: -5, y: 0 }, { kind: 'last', place: null });
    expect(chosen).toEqual({ display: LARGE, place: USUAL_PLACE });
  });
});

const coordinate = fc.integer({ min: -8000, max: 8000 });
const point = fc.record({ x: coordinate, y: coordinate });
/** Any displays, also overlapping ones and ones with gaps between: mixed scale factors bring about both. */
const displays = fc.array(
  fc
    .record({
      id: fc.nat(9),
      bounds: fc.record({
        x: coordinate,
        y: coordinate,
        width: fc.integer({ min: 1, max: 8000 }),
        height: fc.integer({ min: 1, max: 5000 }),
      }),
      bars: fc.record({ left: fc.nat(80), top: fc.nat(80), right: fc.nat(80), bottom: fc.nat(80) }),
    })
    .map(({ id, bounds, bars }) => ({
      id,
      bounds,
      workArea: {
        x: bounds.x + bars.left,
        y: bounds.y + bars.top,
        width: Math.max(1, bounds.width - bars.left - bars.right),
        height: Math.max(1, bounds.height - bars.top - bars.bottom),
      },
    })),
  { minLength: 1, maxLength: 4 },
);

function isInside(inner: Rect, outer: Rect): boolean {
  return (
    inner.x >= outer.x &&
    inner.y >= outer.y &&
    inner.x + inner.width <= outer.x + outer.width &&
    inner.y + inner.height <= outer.y + outer.height
  );
}

describe('on any displays', () => {
  it('the popup opens wholly inside the work area of one', () => {
    fc.assert(
      fc.property(displays, point, (all, cursor) => {
        const place = opened(all, cursor);
        expect(place !== null && all.some(({ workArea }) => isInside(place, workArea))).toBe(true);
      }),
    );
  });

  it('a place survives that displays come and go, and the popup with it', () => {
    fc.assert(
      fc.property(displays, displays, point, point, (before, after, dragged, cursor) => {
        const place = rememberPlace(before, { ...dragged, ...SIZE });
        const chosen = chooseDisplay(after, cursor, { kind: 'last', place });
        if (chosen === null) throw new Error('There is a display');
        expect(after).toContain(chosen.display);
        expect(
          isInside(placePopup(chosen.display.workArea, SIZE, chosen.place), chosen.display.workArea),
        ).toBe(true);
      }),
    );
  });

  it('an open popup whose display was unplugged comes wholly onto another', () => {
    fc.assert(
      fc.property(displays, displays, point, (before, after, cursor) => {
        const place = opened(before, cursor);
        if (place === null) throw new Error('There is a display');
        const display = displayOf(after, place);
        if (display === null) throw new Error('There is a display');
        expect(isInside(resizePopup(display.workArea, place, SIZE.height), display.workArea)).toBe(true);
      }),
    );
  });
});
