import { expect, test } from 'vitest';
import { isCommand, type Press } from '../../../src/renderer/ui/command-key';

const none: Press = { key: 'w', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };

test.each([
  ['linux', { ctrlKey: true }],
  ['win32', { ctrlKey: true, key: 'W' }],
  ['darwin', { metaKey: true }],
] as const)('on %s a command is %o', (platform, press) => {
  expect(isCommand({ ...none, ...press }, 'w', platform)).toBe(true);
});

test.each([
  ['linux', {}],
  ['linux', { metaKey: true }],
  ['linux', { ctrlKey: true, metaKey: true }],
  ['linux', { ctrlKey: true, altKey: true }],
  ['linux', { ctrlKey: true, shiftKey: true }],
  ['linux', { ctrlKey: true, key: 'q' }],
  ['darwin', { ctrlKey: true }],
] as const)('on %s %o is none', (platform, press) => {
  expect(isCommand({ ...none, ...press }, 'w', platform)).toBe(false);
});
