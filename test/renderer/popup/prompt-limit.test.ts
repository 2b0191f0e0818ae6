import { expect, test } from 'vitest';
import { PROMPT_LIMIT, promptFit } from '../../../src/renderer/popup/prompt-limit';

test.each([
  ['', { kind: 'blank' }],
  [' \n\t\u3000', { kind: 'blank' }],
  ['why?', { kind: 'fits' }],
  ['x'.repeat(28_799), { kind: 'fits' }],
  ['x'.repeat(28_800), { kind: 'near', left: 3_200 }],
  ['x'.repeat(PROMPT_LIMIT), { kind: 'near', left: 0 }],
  ['x'.repeat(PROMPT_LIMIT + 1), { kind: 'over', by: 1 }],
  [' '.repeat(PROMPT_LIMIT + 7), { kind: 'over', by: 7 }],
  // Counted as main counts: UTF-16 code units.
  ['🌈'.repeat(16_001), { kind: 'over', by: 2 }],
])('%.20s', (text, fit) => {
  expect(promptFit(text)).toEqual(fit);
});
