import type { WebPreferences } from 'electron';

/** What every page of ours is: closed in, whatever it holds (docs/security.md). `preload` is absolute. */
export function pagePreferences(preload: string): WebPreferences {
  return {
    preload,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
    // Else Chromium fetches dictionaries from the internet.
    spellcheck: false,
    navigateOnDragDrop: false,
  };
}
