import type { Page } from 'playwright-core';
import { launchRivalBrowser } from '../contenders/rival-browser';
import type { Sink } from './sink';

const MEASURE_MS = 3_000;
const EVERY_MS = 20;

/** What Chromium says that its device holds back, ms: one figure for each look. */
export interface DeviceLatency {
  /** With what a page gets that asks for nothing. */
  interactive: readonly number[];
  /** With the least that a page can ask for. */
  least: readonly number[];
}

/**
 * The latency of Chromium's own output in a plain page: what a page has rendered is heard so much later, and whatever
 * it does then, that still sounds.
 */
export async function measureDeviceLatency(executable: string, sink: Sink): Promise<DeviceLatency> {
  const browser = await launchRivalBrowser('device', executable, sink);
  try {
    return {
      interactive: await look(browser.page, "'interactive'"),
      least: await look(browser.page, '0'),
    };
  } finally {
    await browser.close();
  }
}

/** As text: what a build tool adds to functions is not there in the page. */
async function look(page: Page, hint: string): Promise<number[]> {
  const seconds = await page.evaluate<number[]>(`(async () => {
    const context = new AudioContext({ latencyHint: ${hint} });
    const silence = new ConstantSourceNode(context, { offset: 0 });
    silence.connect(context.destination);
    silence.start();
    await context.resume();
    const seen = [];
    const until = performance.now() + ${MEASURE_MS};
    while (performance.now() < until) {
      await new Promise((next) => setTimeout(next, ${EVERY_MS}));
      // 0 until the device has begun.
      if (context.outputLatency > 0) seen.push(context.outputLatency);
    }
    await context.close();
    return seen;
  })()`);
  return seconds.map((latency) => latency * 1000);
}
