import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

/** What names the left or the right, and stays there where the page is read the other way. */
const PHYSICAL =
  /^(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)\b|(?:left|right)$|border-(?:top|bottom)-(?:left|right)-radius$)/u;
/** Four lengths, of which the second and the fourth are the right and the left. */
const SIDES = /^(?:margin|padding|inset|border-width)$/u;
const NAMED_SIDE =
  /^(?:left|right)$|\bto (?:left|right)\b|translateX|\b(?:circle|ellipse) at (?:left|right)\b/u;

/** The values of a shorthand; a function's own spaces part nothing. */
function parts(value: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let part = '';
  for (const sign of `${value} `) {
    if (sign === ' ' && depth === 0) {
      if (part !== '') found.push(part);
      part = '';
    } else part += sign;
    if (sign === '(') depth += 1;
    if (sign === ')') depth -= 1;
  }
  return found;
}

/** The declarations of a style sheet that do not turn with the page. */
function physical(css: string): string[] {
  const plain = css.replaceAll(/\/\*.*?\*\//gs, '');
  const declarations = [...plain.matchAll(/(?:^|[{;])\s*([\w-]+):\s*([^;{}]+)(?=[;}])/g)];
  return declarations.flatMap(([, property = '', written = '']) => {
    const value = written.replaceAll(/\s+/g, ' ').trim();
    const [, end, , start] = parts(value);
    const turnsNot =
      PHYSICAL.test(property) ||
      (SIDES.test(property) && start !== undefined && start !== end) ||
      (!property.startsWith('--') && NAMED_SIDE.test(value));
    return turnsNot ? [`${property}: ${value}`] : [];
  });
}

const sheets = readdirSync('src/renderer', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.css'))
  .map((file) => join('src/renderer', file));

test.each(sheets)('%s turns with the page where that is read from right to left', (file) => {
  expect(physical(readFileSync(file, 'utf8'))).toEqual([]);
});

test.each([
  '.a { margin-left: 1px; }',
  '.a { left: 0; }',
  '.a { padding: 1px 2px 1px 3px; }',
  '.a { inset: 0 0 0 calc(1px + 2px); }',
  '.a { text-align: right; }',
  '.a { float: left; }',
  '.a { background: linear-gradient(to right, red, blue); }',
  '.a { transform: translateX(-50%); }',
])('%s does not', (css) => {
  expect(physical(css)).toHaveLength(1);
});

test.each([
  '.a { margin-inline-start: 1px; }',
  '.a { padding: 1px 2px 1px 2px; }',
  '.a { padding: 1px calc(1px + 2px) 3px; }',
  '.a { inset-inline: 0; }',
  '.a { background: linear-gradient(to var(--end), red, blue); }',
  'html { --end: right; }',
])('%s does', (css) => {
  expect(physical(css)).toEqual([]);
});
