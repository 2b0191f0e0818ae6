import type { Page } from 'playwright-core';

/** Something that Chromium did, with a beginning and an end. */
export interface Span {
  name: string;
  /** How long it took by the clock on the wall, µs: with what else the processor did meanwhile. */
  micros: number;
}

/** What Chromium traces of one category in the page's process while `during` runs. */
export async function trace(page: Page, category: string, during: () => Promise<void>): Promise<Span[]> {
  const session = await page.context().newCDPSession(page);
  const spans: Span[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const { name, ph, dur } of value as readonly Readonly<Record<string, unknown>>[]) {
      if (ph === 'X' && typeof name === 'string') spans.push({ name, micros: Number(dur ?? 0) });
    }
  });
  try {
    const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
    await session.send('Tracing.start', {
      transferMode: 'ReportEvents',
      traceConfig: { includedCategories: [category], excludedCategories: ['*'] },
    });
    await during();
    await session.send('Tracing.end');
    await complete;
  } finally {
    await session.detach();
  }
  return spans;
}
