import { nativeTheme } from 'electron';
import type { Theme } from '../../preload/settings-contract';

export interface ThemeChoice {
  /** Once the app is ready, before the first window. */
  use(theme: Theme): void;
  /** Whether the desktop itself is dark: its panel, and so what a tray icon lies on, does not follow the user's choice. */
  isDesktopDark(): boolean;
}

/**
 * The pages' theme: the system's, or the one that the user wants whatever that is. What the system's own is cannot be
 * asked while another is wanted, so it is remembered from before.
 */
export function createTheme(): ThemeChoice {
  let desktopDark: boolean | null = null;
  return {
    use(theme) {
      if (nativeTheme.themeSource === 'system') desktopDark = nativeTheme.shouldUseDarkColors;
      nativeTheme.themeSource = theme;
    },
    isDesktopDark: () =>
      nativeTheme.themeSource === 'system'
        ? nativeTheme.shouldUseDarkColors
        : (desktopDark ?? nativeTheme.shouldUseDarkColors),
  };
}
