import { expect, test } from 'vitest';
import { acceleratorKeys, acceleratorText } from '../../../src/renderer/ui/accelerator';
import { en } from '../../../src/texts/en';

const names = { ...en.keyNames, Ctrl: 'Strg', Space: 'Leertaste' };

test.each([
  ['CommandOrControl+Shift+Space', 'darwin', '⌘⇧Leertaste'],
  ['CommandOrControl+Shift+Space', 'win32', 'Strg+Shift+Leertaste'],
  ['Super+Alt+A', 'win32', 'Win+Alt+A'],
  ['Super+Alt+A', 'linux', 'Super+Alt+A'],
  ['Alt+F13', 'darwin', '⌥F13'],
  ['Control+Return', 'darwin', '⌃↩'],
  ['Ctrl+PageUp', 'linux', 'Strg+Page Up'],
  ['AltGr+Down', 'linux', 'Alt Gr+↓'],
  ['Ctrl+Plus', 'win32', 'Strg++'],
] as const)('%s on %s is %s', (accelerator, platform, text) => {
  expect(acceleratorText(accelerator, platform, names)).toBe(text);
});

test('an accelerator gives one key each', () => {
  expect(acceleratorKeys('Control+Alt+Space', 'linux', names)).toEqual(['Strg', 'Alt', 'Leertaste']);
});
