import { expect, test } from 'vitest';
import { type FollowGeometry, followScrollTop, isLineInView } from '../../../src/renderer/popup/follow';

const place = (change: Partial<FollowGeometry>): FollowGeometry => ({
  scrollTop: 0,
  viewHeight: 300,
  contentHeight: 1_000,
  lineTop: 0,
  lineBottom: 25,
  ...change,
});

test.each<[string, Partial<FollowGeometry>, number]>([
  ['a line near the top stays', { lineTop: 100, lineBottom: 125 }, 0],
  ['a line low in the view is brought up', { lineTop: 250, lineBottom: 275 }, 145],
  ['a line as low as it may be stays', { lineTop: 185, lineBottom: 210 }, 0],
  ['a line in the middle of a scrolled view stays', { scrollTop: 200, lineTop: 350, lineBottom: 375 }, 200],
  ['a line at the very top of it stays', { scrollTop: 200, lineTop: 200, lineBottom: 225 }, 200],
  ['the first line is brought all the way down', { scrollTop: 500, lineTop: 0, lineBottom: 25 }, 0],
  ['a line below the view is brought up', { lineTop: 600, lineBottom: 625 }, 495],
  ['a line above the view is brought down', { scrollTop: 500, lineTop: 200, lineBottom: 225 }, 95],
  ['the last line goes no further than the end', { lineTop: 975, lineBottom: 1_000 }, 700],
  ['what fits is not scrolled', { contentHeight: 280, lineTop: 250, lineBottom: 275 }, 0],
])('%s', (_, change, scrollTop) => {
  expect(followScrollTop(place(change))).toBe(scrollTop);
});

test('following once is enough: it rests until the line has moved on', () => {
  const first = place({ lineTop: 400, lineBottom: 425 });
  const scrollTop = followScrollTop(first);
  expect(followScrollTop({ ...first, scrollTop })).toBe(scrollTop);
});

test('a line is in view when any of it is', () => {
  expect(isLineInView(place({ lineTop: 290, lineBottom: 315 }))).toBe(true);
  expect(isLineInView(place({ lineTop: 300, lineBottom: 325 }))).toBe(false);
  expect(isLineInView(place({ scrollTop: 100, lineTop: 80, lineBottom: 101 }))).toBe(true);
  expect(isLineInView(place({ scrollTop: 100, lineTop: 75, lineBottom: 100 }))).toBe(false);
});
