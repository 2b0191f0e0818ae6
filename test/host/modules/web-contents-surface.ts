import type { WebContents } from 'electron';

/** What the host declares of Electron's WebContents; anything else throws when the app uses it. */
export type DeclaredWebContents = Pick<
  WebContents,
  | 'send'
  | 'postMessage'
  | 'getURL'
  | 'isDestroyed'
  | 'isLoading'
  | 'reload'
  | 'focus'
  | 'setBackgroundThrottling'
  | 'isCrashed'
>;

export const CONTENTS_EVENTS = [
  'did-start-loading',
  'did-finish-load',
  'did-stop-loading',
  'did-fail-load',
  'dom-ready',
  'did-start-navigation',
  'did-navigate',
  'will-navigate',
  'will-frame-navigate',
  'will-redirect',
  'render-process-gone',
  'preload-error',
  'console-message',
  'destroyed',
  // Known, and never emitted here: there are no webviews, no unresponsive pages, no menus under the pointer.
  'will-attach-webview',
  'did-attach-webview',
  'unresponsive',
  'responsive',
  'context-menu',
];
