import { beforeEach, expect, it, vi } from 'vitest';
import { createTheme } from '../../../src/main/shell/theme';
import { nativeTheme } from '../../fakes/electron';

vi.mock('electron', () => import('../../fakes/electron'));

beforeEach(() => {
  nativeTheme.themeSource = 'system';
  nativeTheme.shouldUseDarkColors = true;
});

it('is what the user wants, whatever the system is', () => {
  const theme = createTheme();
  theme.use('light');
  expect(nativeTheme.themeSource).toBe('light');
  theme.use('system');
  expect(nativeTheme.themeSource).toBe('system');
});

it('leaves the tray on the ground of the desktop', () => {
  const theme = createTheme();
  expect(theme.isDesktopDark()).toBe(true);
  theme.use('light');
  nativeTheme.shouldUseDarkColors = false;
  expect(theme.isDesktopDark()).toBe(true);
  theme.use('dark');
  nativeTheme.shouldUseDarkColors = true;
  theme.use('system');
  nativeTheme.shouldUseDarkColors = false;
  expect(theme.isDesktopDark()).toBe(false);
});
