import type { Page } from 'playwright-core';
import type { SettingsSection, SettingsSnapshot } from '../../../src/preload/settings-contract';
import type { LaunchedApp } from './launch-app';
import { windowPage } from './window-page';

const TABS: Record<SettingsSection, string> = {
  account: 'Account',
  voice: 'Voice',
  sound: 'Sound',
  shortcut: 'Shortcut',
  general: 'General',
};

/** What is asked of the settings window again and again, in a user's words. */
export class SettingsPage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** The open settings window; waits until it is drawn. */
  static async of(app: LaunchedApp): Promise<SettingsPage> {
    const settings = new SettingsPage(await windowPage(app, 'settings'));
    await settings.page.getByRole('tablist').waitFor();
    return settings;
  }

  async show(section: SettingsSection): Promise<void> {
    await this.page.getByRole('tab', { name: TABS[section] }).click();
    await this.page.getByRole('heading', { name: TABS[section], level: 2 }).waitFor();
  }

  /** What the page is told. */
  snapshot(): Promise<SettingsSnapshot> {
    return this.page.evaluate(() =>
      (window as unknown as { aloud: { getSettings(): Promise<SettingsSnapshot> } }).aloud.getSettings(),
    );
  }

  /** Resolves with the first snapshot that `holds`; fails with the last one otherwise. */
  async until(holds: (snapshot: SettingsSnapshot) => boolean, timeoutMs = 20_000): Promise<SettingsSnapshot> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const snapshot = await this.snapshot();
      if (holds(snapshot)) return snapshot;
      if (performance.now() > deadline) throw new Error(`Not in time: ${JSON.stringify(snapshot, null, 2)}`);
      await new Promise((next) => setTimeout(next, 20));
    }
  }
}
