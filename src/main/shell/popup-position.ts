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

/** How far down the popup's top edge is, as a part of the work area: where the eye rests, above the middle. */
const TOP_PART = 0.22;
/** What stays free at every edge where there is room for it. */
const MARGIN = 16;
/** The least height the popup is ever given; less is no window. */
export const MIN_HEIGHT = 56;

/**
 * Where the popup opens in the work area of a display: centred across, its top edge at {@link TOP_PART}, moved up and
 * made smaller as far as it has to be (pure). All numbers of the result are whole.
 */
export function placePopup(workArea: Rect, wanted: Size): Rect {
  const area = whole(workArea);
  const width = within(wanted.width, area.width);
  const height = within(Math.max(MIN_HEIGHT, wanted.height), area.height);
  const top = area.y + Math.round(area.height * TOP_PART);
  const lowest = area.y + area.height - height - margin(area.height, height);
  return {
    x: area.x + Math.round((area.width - width) / 2),
    y: Math.max(area.y, Math.min(top, lowest)),
    width,
    height,
  };
}

/**
 * The popup's rectangle for a new height of its content (pure). The top edge stays where it is and the height is cut
 * at the bottom of the work area; only where there is not even room for {@link MIN_HEIGHT} does the window move up.
 */
export function resizePopup(workArea: Rect, current: Rect, contentHeight: number): Rect {
  const area = whole(workArea);
  const bottom = area.y + area.height;
  const least = Math.min(MIN_HEIGHT, Math.max(1, area.height));
  const y = Math.max(area.y, Math.min(Math.round(current.y), bottom - least));
  const room = bottom - y;
  const most = Math.max(least, room - margin(room, least));
  const height = Math.min(Math.max(least, Math.ceil(contentHeight)), most);
  return { x: Math.round(current.x), y, width: Math.round(current.width), height };
}

/** The length of an edge inside an available one, with a margin on both sides while there is room for it. */
function within(wanted: number, available: number): number {
  const most = available > 4 * MARGIN ? available - 2 * MARGIN : available;
  return Math.max(1, Math.min(Math.ceil(wanted), most));
}

function margin(available: number, taken: number): number {
  return Math.max(0, Math.min(MARGIN, available - taken));
}

function whole(rect: Rect): Rect {
  return {
    x: Math.round(rect.x),
    y: Math.round(rect.y),
    width: Math.max(1, Math.floor(rect.width)),
    height: Math.max(1, Math.floor(rect.height)),
  };
}
