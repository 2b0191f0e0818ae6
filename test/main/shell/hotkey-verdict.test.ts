import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FALLBACK_HOTKEYS, isHotkey } from '../../../src/main/shell/hotkey-choice';
import { judgeHotkey } from '../../../src/main/shell/hotkey-verdict';

const PLATFORMS = ['darwin', 'win32', 'linux'] as const;

describe.each(PLATFORMS)('on %s', (platform) => {
  it.each([
    ['A', 'no-modifier'],
    ['Space', 'no-modifier'],
    ['Shift+A', 'shift-alone'],
    ['CommandOrControl+C', 'editing'],
    ['CommandOrControl+V', 'editing'],
    ['CommandOrControl+Z', 'editing'],
    ['CommandOrControl', 'no-key'],
    ['', 'no-key'],
    ['Alt+Ä', 'no-key'],
    ['Alt+Alt+A', 'no-key'],
    ['Hello+A', 'no-key'],
  ])('%s is refused: %s', (accelerator, why) => {
    expect(judgeHotkey(accelerator, platform)).toEqual({ kind: 'refused', why });
  });

  it.each(FALLBACK_HOTKEYS)('%s is what Aloud itself would take', (accelerator) => {
    expect(judgeHotkey(accelerator, platform).kind).not.toBe('refused');
  });

  it('refuses nothing that Electron takes but for a reason, and takes nothing that it does not', () => {
    const modifiers = fc.uniqueArray(
      fc.constantFrom('CommandOrControl', 'Control', 'Command', 'Alt', 'Shift', 'Super', 'AltGr', 'Fn'),
    );
    const keys = fc.constantFrom(
      'A',
      'Z',
      '0',
      'F1',
      'F12',
      'F24',
      'Space',
      'Up',
      'Delete',
      'Escape',
      'Ä',
      '',
    );
    fc.assert(
      fc.property(modifiers, keys, (parts, key) => {
        const accelerator = [...parts, key].join('+');
        const verdict = judgeHotkey(accelerator, platform);
        if (verdict.kind !== 'refused' && key !== 'Escape') expect(isHotkey(accelerator)).toBe(true);
      }),
    );
  });

  it('does not mind the order, nor which of two names a modifier has', () => {
    const [a, b] =
      platform === 'darwin'
        ? ['Command+Shift+4', 'Shift+CommandOrControl+4']
        : ['Ctrl+Alt+Delete', 'Alt+Control+Delete'];
    expect(judgeHotkey(a ?? '', platform)).toEqual(judgeHotkey(b ?? '', platform));
  });
});

describe('what the system keeps or uses', () => {
  it.each([
    ['darwin', 'Command+Tab', { kind: 'refused', why: 'never-arrives' }],
    ['win32', 'CommandOrControl+Alt+Delete', { kind: 'refused', why: 'never-arrives' }],
    ['win32', 'Super+L', { kind: 'refused', why: 'never-arrives' }],
    ['win32', 'F12', { kind: 'refused', why: 'never-arrives' }],
    ['linux', 'CommandOrControl+Alt+F3', { kind: 'refused', why: 'never-arrives' }],
    ['darwin', 'CommandOrControl+Space', { kind: 'used', by: 'search' }],
    ['darwin', 'Control+Space', { kind: 'used', by: 'input-source' }],
    ['darwin', 'CommandOrControl+Shift+4', { kind: 'used', by: 'screenshot' }],
    ['darwin', 'Alt+A', { kind: 'used', by: 'characters' }],
    ['darwin', 'CommandOrControl+Q', { kind: 'used', by: 'quit' }],
    ['win32', 'Alt+Tab', { kind: 'used', by: 'switch-windows' }],
    ['win32', 'Alt+Space', { kind: 'used', by: 'window-menu' }],
    ['win32', 'Super+Shift+A', { kind: 'used', by: 'windows-key' }],
    ['win32', 'Control+Shift+Escape', { kind: 'used', by: 'task-manager' }],
    ['linux', 'Control+Alt+T', { kind: 'used', by: 'terminal' }],
    ['linux', 'Super+A', { kind: 'used', by: 'super-key' }],
    ['linux', 'CommandOrControl+W', { kind: 'used', by: 'close-window' }],
    ['linux', 'CommandOrControl+P', { kind: 'used', by: 'programs' }],
    ['linux', 'F5', { kind: 'used', by: 'programs' }],
    ['linux', 'Alt+A', { kind: 'fine' }],
    ['linux', 'CommandOrControl+Shift+Space', { kind: 'fine' }],
    ['win32', 'CommandOrControl+Alt+A', { kind: 'fine' }],
    ['darwin', 'CommandOrControl+Shift+Space', { kind: 'fine' }],
  ] as const)('%s: %s', (platform, accelerator, verdict) => {
    expect(judgeHotkey(accelerator, platform)).toEqual(verdict);
  });
});
