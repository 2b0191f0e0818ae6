/** Where a scroller stands and which line should be seen; all in CSS pixels, the line measured from the content's top. */
export interface FollowGeometry {
  scrollTop: number;
  viewHeight: number;
  contentHeight: number;
  lineTop: number;
  lineBottom: number;
}

/** A spoken line further down than this share of the view is brought up, so that the next lines can be seen too. */
const LOWEST = 0.7;
/** Where it is brought to. */
const RESTING = 0.35;

/** The `scrollTop` with which the line being spoken is comfortably in view: the present one if it is already. */
export function followScrollTop(g: FollowGeometry): number {
  const highest = Math.max(0, g.contentHeight - g.viewHeight);
  const isAbove = g.lineTop < g.scrollTop;
  const isTooLow = g.lineBottom > g.scrollTop + g.viewHeight * LOWEST;
  if (!isAbove && !isTooLow) return Math.min(g.scrollTop, highest);
  return Math.min(highest, Math.max(0, g.lineTop - g.viewHeight * RESTING));
}

/** Whether the line being spoken can be seen. */
export function isLineInView(g: FollowGeometry): boolean {
  return g.lineBottom > g.scrollTop && g.lineTop < g.scrollTop + g.viewHeight;
}
