import type { Page } from 'playwright-core';
import type { Snapshot } from '../../../src/preload/contract';
import type { LaunchedApp } from './launch-app';

/** What is asked of the popup again and again, in a user's words. */
export class PopupPage {
  readonly page: Page;
  readonly #app: LaunchedApp;

  private constructor(app: LaunchedApp, page: Page) {
    this.#app = app;
    this.page = page;
  }

  /** Waits until the page is drawn. */
  static async of(app: LaunchedApp): Promise<PopupPage> {
    const popup = new PopupPage(app, await app.page());
    await popup.prompt.waitFor();
    return popup;
  }

  get prompt() {
    return this.page.getByRole('textbox', { name: 'Your question' });
  }

  async ask(question: string): Promise<void> {
    await this.prompt.fill(question);
    await this.prompt.press('Enter');
  }

  /** What the page sees of the state. */
  snapshot(): Promise<Snapshot> {
    return this.page.evaluate(() =>
      (window as unknown as { aloud: { getSnapshot(): Promise<Snapshot> } }).aloud.getSnapshot(),
    );
  }

  /** Resolves with the first snapshot that `holds`; fails with the last one otherwise. */
  async until(holds: (snapshot: Snapshot) => boolean, timeoutMs = 20_000): Promise<Snapshot> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const snapshot = await this.snapshot();
      if (holds(snapshot)) return snapshot;
      if (performance.now() > deadline) throw new Error(`Not in time: ${JSON.stringify(snapshot, null, 2)}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  }

  async isVisible(): Promise<boolean> {
    const [window] = await this.#app.driver.windows();
    return window?.visible ?? false;
  }
}
