import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const css = readFileSync(new URL('../../../src/renderer/ui/tokens.css', import.meta.url), 'utf8');
type Scheme = 'light' | 'dark';

/** The token's colour in a scheme, as 0 to 255 of red, green and blue. */
function color(token: string, scheme: Scheme): number[] {
  const both = new RegExp(`--${token}: light-dark\\((#\\w{6}), (#\\w{6})\\);`, 'u').exec(css);
  const one = new RegExp(`--${token}: (#\\w{6});`, 'u').exec(css);
  const hex = both?.[scheme === 'light' ? 1 : 2] ?? one?.[1];
  if (hex === undefined) throw new Error(`There is no colour --${token}.`);
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
}

/** Contrast by WCAG 2, 1 to 21. */
function contrast(a: number[], b: number[]): number {
  const luminance = (rgb: number[]): number => {
    const [r = 0, g = 0, b = 0] = rgb.map((c) =>
      c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4,
    );
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

describe.each<Scheme>(['light', 'dark'])('in the %s scheme', (scheme) => {
  test.each([
    ['ink', 'surface'],
    ['ink', 'raised-more'],
    ['ink-soft', 'surface'],
    ['ink-soft', 'raised'],
    ['ink-soft', 'accent-wash'],
    ['ink-soft', 'bad-wash'],
    ['ink-unheard', 'surface'],
    ['accent', 'surface'],
    ['accent', 'bad-wash'],
    ['bad', 'surface'],
    ['bad', 'accent-wash'],
    ['on-accent', 'accent-strong'],
    ['on-accent', 'accent-strong-hover'],
  ])('%s can be read on %s', (ink, ground) => {
    expect(contrast(color(ink, scheme), color(ground, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  test.each(['edge', 'accent', 'good', 'busy', 'bad'])('%s can be told from the surface', (token) => {
    expect(contrast(color(token, scheme), color('surface', scheme))).toBeGreaterThanOrEqual(3);
  });

  test('heard and unheard words can be told apart', () => {
    expect(contrast(color('ink', scheme), color('ink-unheard', scheme))).toBeGreaterThanOrEqual(3);
  });
});

describe('where the user wants no motion', () => {
  const still = /@media \(prefers-reduced-motion: reduce\) \{(.*?)\n\}/su.exec(css)?.[1] ?? '';
  const sheets = readdirSync('src/renderer', { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.css'))
    .map((file) => [file, readFileSync(join('src/renderer', file), 'utf8')] as const);

  test('every token of time is nothing', () => {
    const times = [...css.matchAll(/--([\w-]+): \d+\.?\d*m?s\b[^;]*;/gu)].map(([, name]) => name);
    expect(new Set(times)).toEqual(new Set(['quick', 'calm', 'breath', 'breath-deep']));
    for (const name of times) expect(still).toContain(`--${name}: 0s;`);
  });

  test.each(sheets)('what moves in %s takes its time from a token', (_, sheet) => {
    const moving = sheet.matchAll(/(?<![\w-])(?:animation|transition)(?:-duration)?:([^;]+);/gu);
    for (const [declaration, value = ''] of moving) {
      for (const part of value.split(/,(?![^(]*\))/u)) expect(part, declaration).toMatch(/var\(--[\w-]+\)/u);
    }
  });
});
