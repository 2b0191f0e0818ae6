import { expect, test } from 'vitest';
import { acceleratorKeys, acceleratorText } from '../../../src/renderer/ui/accelerator';
import { deviceText, duration, texts } from '../../../src/renderer/ui/texts';

test.each([
  [0, '0 ms'],
  [180.4, '180 ms'],
  [994, '994 ms'],
  [996, '1.0 s'],
  [1_440, '1.4 s'],
  [9_960, '10 s'],
  [61_000, '61 s'],
])('%d ms reads %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

test('numbers are grouped and counted rightly', () => {
  expect(texts.prompt.left(3_200)).toBe('3,200 characters left');
  expect(texts.prompt.left(1)).toBe('1 character left');
  expect(texts.prompt.over(1, 32_000)).toBe('Too long by 1 character: at most 32,000 can be asked at once.');
});

test('a device that works, starts or sleeps is not talked about', () => {
  expect(deviceText({ kind: 'starting' })).toBeNull();
  expect(deviceText({ kind: 'running', outputLatencyMs: 30 })).toBeNull();
  expect(deviceText({ kind: 'suspended' })).toBeNull();
  expect(deviceText({ kind: 'no-device' })).toMatch(/^No sound device found/u);
});

test.each([
  ['CommandOrControl+Shift+Space', 'darwin', '⌘⇧Space'],
  ['CommandOrControl+Shift+Space', 'win32', 'Ctrl+Shift+Space'],
  ['Super+Alt+A', 'win32', 'Win+Alt+A'],
  ['Super+Alt+A', 'linux', 'Super+Alt+A'],
  ['Alt+F13', 'darwin', '⌥F13'],
] as const)('%s on %s is %s', (accelerator, platform, text) => {
  expect(acceleratorText(accelerator, platform)).toBe(text);
});

test('an accelerator gives one key each', () => {
  expect(acceleratorKeys('Control+Alt+Space', 'linux')).toEqual(['Ctrl', 'Alt', 'Space']);
});
