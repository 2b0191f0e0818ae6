/** Device-independent pixels; `x` and `y` may be negative on displays left of or above the first one. */
export interface Rect {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Size {
  width: number;
  height: number;
}

/** A place in a work area, whatever its size: both are parts of it, 0 to 1. */
export interface RelativePlace {
  /** How much of the width that the popup leaves free is on its left. */
  x: number;
  /** How far down the top edge is. */
  y: number;
}

/** Centred across, and with its top edge where the eye rests: above the middle. */
export const USUAL_PLACE: RelativePlace = { x: 0.5, y: 0.22 };
/** What stays free at every edge where there is room for it. */
const MARGIN = 16;
/** The least height the popup is ever given; less is no window. */
export const MIN_HEIGHT = 56;
/** An answer needs so much: where the display has it, the popup opens no lower than leaves it below the top edge. */
export const ROOM_TO_GROW = 400;

/**
 * Where the popup opens in the work area of a display: at `place`, moved up and made smaller as far as it has to be
 * (pure). All numbers of the result are whole.
 */
export function placePopup(workArea: Rect, wanted: Size, place: RelativePlace = USUAL_PLACE): Rect {
  const area = whole(workArea);
  const width = within(wanted.width, area.width);
  const height = within(Math.max(MIN_HEIGHT, wanted.height), area.height);
  const room = Math.max(height, within(ROOM_TO_GROW, area.height));
  const top = area.y + Math.round(area.height * part(place.y));
  const lowest = area.y + area.height - room - margin(area.height, room);
  return {
    x: area.x + Math.round((area.width - width) * part(place.x)),
    y: Math.max(area.y, Math.min(top, lowest)),
    width,
    height,
  };
}

/** Where `rect` is in a work area; the nearest such place for one that is not wholly inside (pure). */
export function relativePlace(workArea: Rect, rect: Rect): RelativePlace {
  const area = whole(workArea);
  const free = area.width - rect.width;
  return {
    x: free > 0 ? part((rect.x - area.x) / free) : USUAL_PLACE.x,
    y: part((rect.y - area.y) / area.height),
  };
}

/**
 * The popup's rectangle for a new height of its content (pure). Inside the work area its top edge stays where it is and
 * the height is cut at the bottom; only where there is not even room for {@link MIN_HEIGHT} does it move up. One that
 * is partly outside, as after a change of displays, comes in.
 */
export function resizePopup(workArea: Rect, current: Rect, contentHeight: number): Rect {
  const area = whole(workArea);
  const bottom = area.y + area.height;
  const least = Math.min(MIN_HEIGHT, area.height);
  const y = clamp(Math.round(current.y), area.y, bottom - least);
  const room = bottom - y;
  const most = Math.max(least, room - margin(room, least));
  const height = clamp(Math.ceil(contentHeight), least, most);
  const width = clamp(Math.round(current.width), 1, area.width);
  const x = clamp(Math.round(current.x), area.x, area.x + area.width - width);
  return { x, y, width, height };
}

/** The length of an edge inside an available one, with a margin on both sides while there is room for it. */
function within(wanted: number, available: number): number {
  const most = available > 4 * MARGIN ? available - 2 * MARGIN : available;
  return clamp(Math.ceil(wanted), 1, most);
}

function margin(available: number, taken: number): number {
  return clamp(available - taken, 0, MARGIN);
}

/** `value`, or the nearest limit. `least` is at most `most`. */
function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}

function part(value: number): number {
  return clamp(value, 0, 1);
}

function whole(rect: Rect): Rect {
  return {
    x: Math.round(rect.x),
    y: Math.round(rect.y),
    width: Math.max(1, Math.floor(rect.width)),
    height: Math.max(1, Math.floor(rect.height)),
  };
}
