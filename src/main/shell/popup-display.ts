import type { Rect, RelativePlace } from './popup-position';
import { relativePlace, USUAL_PLACE } from './popup-position';

/** A display as Electron tells it, in device-independent pixels: its scale factor is in them already. */
export interface DisplayArea {
  /** The same as long as the display is plugged in, and on most systems beyond. */
  id: number;
  bounds: Rect;
  /** Without the system's bars. */
  workArea: Rect;
}

export interface Point {
  x: number;
  y: number;
}

/** Where the user has put the popup. Relative, so that it holds on any display while its own is not there. */
export interface RememberedPlace extends RelativePlace {
  display: Pick<DisplayArea, 'id' | 'bounds'>;
}

/** Which display the popup opens on, and where there. `cursor`: the one with the cursor, at the usual place. */
export type Placing = { kind: 'cursor' } | { kind: 'last'; place: RememberedPlace | null };

/**
 * Where to open the popup (pure); null where there is no display at all, as on a computer that is closed. A remembered
 * place goes to its own display, or else, while that is not there, to the same place on the cursor's.
 */
export function chooseDisplay(
  displays: readonly DisplayArea[],
  cursor: Point,
  placing: Placing,
): { display: DisplayArea; place: RelativePlace } | null {
  const underCursor = displayAt(displays, cursor);
  if (underCursor === null) return null;
  const remembered = placing.kind === 'last' ? placing.place : null;
  if (remembered === null) return { display: underCursor, place: USUAL_PLACE };
  return { display: findAgain(displays, remembered.display) ?? underCursor, place: remembered };
}

/** What is to be remembered of a popup that stands at `rect` (pure); null where there is no display. */
export function rememberPlace(displays: readonly DisplayArea[], rect: Rect): RememberedPlace | null {
  const display = displayOf(displays, rect);
  if (display === null) return null;
  const { id, bounds } = display;
  return { display: { id, bounds }, ...relativePlace(display.workArea, rect) };
}

/** The display at a point, bars and all, or else the nearest one; the first of several. Null where there is none. */
export function displayAt(displays: readonly DisplayArea[], point: Point): DisplayArea | null {
  return best(displays, ({ bounds }) => -distance(bounds, point));
}

/** The display that most of `rect` is on, or else the one nearest to its middle. Null where there is none. */
export function displayOf(displays: readonly DisplayArea[], rect: Rect): DisplayArea | null {
  const most = best(displays, ({ bounds }) => overlap(bounds, rect));
  if (most === null || overlap(most.bounds, rect) > 0) return most;
  return displayAt(displays, { x: rect.x + rect.width / 2, y: rect.y + rect.height / 2 });
}

/** By its id, or, since some systems count anew at each start, by where it is and how large. */
function findAgain(
  displays: readonly DisplayArea[],
  { id, bounds }: RememberedPlace['display'],
): DisplayArea | undefined {
  const same = ({ bounds: other }: DisplayArea): boolean =>
    other.x === bounds.x &&
    other.y === bounds.y &&
    other.width === bounds.width &&
    other.height === bounds.height;
  return displays.find((display) => display.id === id) ?? displays.find(same);
}

function best(displays: readonly DisplayArea[], worth: (display: DisplayArea) => number): DisplayArea | null {
  let found: DisplayArea | null = null;
  for (const display of displays) if (found === null || worth(display) > worth(found)) found = display;
  return found;
}

/** Squared; 0 inside. The right and the bottom edge belong to the next display. */
function distance(area: Rect, { x, y }: Point): number {
  const dx = Math.max(area.x - x, 0, x - (area.x + area.width - 1));
  const dy = Math.max(area.y - y, 0, y - (area.y + area.height - 1));
  return dx * dx + dy * dy;
}

function overlap(a: Rect, b: Rect): number {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return Math.max(0, width) * Math.max(0, height);
}
