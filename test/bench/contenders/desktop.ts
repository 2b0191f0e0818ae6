import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type LaunchedApp, type LaunchOptions, launchApp } from '../../e2e/harness/launch-app';

/** How the popup came up. */
export interface Opening {
  /** From the hotkey until the page had drawn, ms; null if it did not within {@link DRAW_LIMIT_MS}. */
  paintedMs: number | null;
  /** Whether the window and, when it was drawn, the prompt had the focus. */
  isFocused: boolean;
}

/** What only a program of the desktop has. */
export interface Desktop {
  /** Presses the hotkey while the popup is hidden, and hides it again. */
  open(): Promise<Opening>;
  /** Starts the program anew, beside this one. The answer is how long its own code took until the tray icon was there, ms. */
  start(): Promise<number>;
}

const DRAW_LIMIT_MS = 2_000;
/** How often it is asked whether the page has drawn, ms: seldom, since asking takes the page's time. */
const ASK_MS = 100;
/** After the popup was hidden by the loss of its focus, a key this soon is taken for what took it. */
const HIDDEN_MS = 400;

export function desktopOf(app: LaunchedApp, page: Page, options: LaunchOptions): Desktop {
  return {
    async open() {
      await app.driver.focusElsewhere();
      await sleep(HIDDEN_MS);
      const [hotkey] = await app.driver.hotkeys();
      if (hotkey === undefined) throw new Error('Aloud has no hotkey.');
      await page.evaluate(NOTE_DRAWING);
      const pressedAt = await app.driver.timeHotkey(hotkey);
      const drawn = await untilDrawn(page);
      const [window] = await app.driver.windows();
      return {
        paintedMs: drawn === null ? null : drawn.at - pressedAt,
        isFocused: window?.focused === true && drawn?.focus === 'prompt-field',
      };
    },
    async start() {
      const other = await launchApp(options);
      try {
        const { 'main-begun': begun, 'main-loaded': loaded, ready, tray } = await other.driver.milestones();
        if (begun === null || loaded === null || ready === null || tray === null) {
          throw new Error('Aloud has no tray icon.');
        }
        return loaded - begun + (tray - ready);
      } finally {
        await other.close();
      }
    },
  };
}

/** When the page had drawn, and what had the focus then: ms since 1970, and a class. */
async function untilDrawn(page: Page): Promise<{ at: number; focus: string } | null> {
  for (const until = performance.now() + DRAW_LIMIT_MS; performance.now() < until; ) {
    await sleep(ASK_MS);
    const { drawnAt, drawnFocus } = await page.evaluate(() => ({ ...document.documentElement.dataset }));
    if (drawnAt !== undefined) return { at: Number(drawnAt), focus: drawnFocus ?? '' };
  }
  return null;
}

/**
 * Notes when the page has drawn what it is shown with next: the task after the frame's own callback runs when the frame
 * was given to the compositor. On the clock that counts from 1970, which the host's process has too.
 */
const NOTE_DRAWING = `{
  const noted = document.documentElement.dataset;
  delete noted.drawnAt;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    noted.drawnAt = String(performance.timeOrigin + performance.now());
    noted.drawnFocus = document.activeElement?.className ?? '';
  };
  const unsubscribe = aloud.onShown(() => {
    unsubscribe();
    requestAnimationFrame(() => port2.postMessage(null));
  });
}`;
