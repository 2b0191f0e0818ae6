import type { Page } from 'playwright-core';
import type { PageName } from '../../../src/preload/contract';
import type { LaunchedApp } from './launch-app';

/** The page of an open window, in front; waits until there is one. @throws Error if none comes. */
export async function windowPage(app: LaunchedApp, name: PageName): Promise<Page> {
  const page = await app.page(await windowId(app, name));
  // The browser draws what lies behind another page once a second, and sometimes not at all.
  await page.bringToFront();
  return page;
}

async function windowId(app: LaunchedApp, name: PageName): Promise<number> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const window = (await app.driver.windows()).find(({ url }) => url.includes(`/${name}/`));
    if (window !== undefined) return window.id;
    if (performance.now() > deadline) throw new Error(`There is no ${name} window`);
    await new Promise((next) => setTimeout(next, 20));
  }
}
