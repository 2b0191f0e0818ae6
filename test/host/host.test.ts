import { resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { LaunchedApp } from '../e2e/harness/launch-app';
import { launchApp } from '../e2e/harness/launch-app';

const appRoot = resolve(import.meta.dirname, 'fixtures/app');

/** What the fixture's page has on `window`. */
interface FixtureWindow {
  seenAtStart: string;
  leaked: string[];
  said: string[];
  newPort(channel: string): Promise<MessagePort>;
  fixture: {
    refused: string;
    platform: string;
    invoke(channel: string, ...args: unknown[]): Promise<unknown>;
    throws(): void;
    nested: { list: [number, { two: number }]; bytes: Uint8Array };
  };
}
declare const window: FixtureWindow & typeof globalThis;

let app: LaunchedApp;
let page: Page;

beforeAll(async () => {
  app = await launchApp({ appRoot });
  await app.waitForOutput(/loaded app:\/\/fixture\/index\.html/);
  page = await app.page();
}, 60_000);

afterAll(async () => {
  await app.close();
});

describe('the preload', () => {
  test('runs before the page, in a world of its own', async () => {
    const seen = await page.evaluate(() => ({
      atStart: window.seenAtStart,
      leaked: window.leaked,
      frozen: !Reflect.set(window, 'fixture', null) && window.fixture !== null,
    }));
    expect(seen).toEqual({ atStart: 'object', leaked: [], frozen: true });
  });

  test('may require nothing but electron', async () => {
    expect(await page.evaluate(() => window.fixture.refused)).toContain('module not found: node:fs');
  });

  test('passes values, errors and its process', async () => {
    const passed = await page.evaluate(() => {
      let thrown = '';
      try {
        window.fixture.throws();
      } catch (error) {
        thrown = String(error);
      }
      const { nested, platform } = window.fixture;
      return { thrown, platform, list: nested.list, bytes: [...nested.bytes] };
    });
    expect(passed).toEqual({
      thrown: 'TypeError: thrown in the preload',
      platform: process.platform,
      list: [1, { two: 2 }],
      bytes: [1, 2],
    });
  });
});

describe('IPC', () => {
  test('carries structured values and tells the sender', async () => {
    const answer = await page.evaluate(async () => {
      const call = await window.fixture.invoke('echo', 'ünï', null, undefined, new Map([['a', new Date(5)]]));
      const { args, ...rest } = call as { args: [string, null, undefined, Map<string, Date>] };
      return { ...rest, args: [args[0], args[1], args[2] === undefined, args[3].get('a')?.getTime()] };
    });
    expect(answer).toEqual({
      url: 'app://fixture/index.html',
      origin: 'app://fixture',
      top: true,
      known: true,
      args: ['ünï', null, true, 5],
    });
  });

  test.each([
    ['fail', "Error invoking remote method 'fail': Error: on purpose"],
    ['nobody', "Error invoking remote method 'nobody': Error: No handler registered for 'nobody'"],
  ])('rejects %s with the words of Electron', async (channel, sentence) => {
    const message = await page.evaluate(
      (name) => window.fixture.invoke(name).catch((error: Error) => error.message),
      channel,
    );
    expect(message).toBe(sentence);
  });

  test('refuses what cannot be cloned', async () => {
    const message = await page.evaluate(() =>
      // The bridge itself refuses, at once.
      new Promise((done) => done(window.fixture.invoke('echo', Symbol('no')))).catch(String),
    );
    expect(message).toContain('could not be cloned');
  });

  test('tells main of a foreign frame', async () => {
    const [window] = await app.driver.windows();
    const outcome = await app.driver.invokeAs(
      window?.id ?? 0,
      { url: 'https://evil.example/x', isTopFrame: false },
      'echo',
    );
    expect(outcome).toMatchObject({ ok: true, value: { origin: 'https://evil.example', top: false } });
  });

  test('is written down', async () => {
    const channels = (await app.driver.traffic()).map((entry) => entry.channel);
    expect(channels).toContain('echo');
    expect(channels).toContain('reply:echo');
  });
});

describe('message ports', () => {
  test('carry buffers from main and answers back, in order', async () => {
    const got = await page.evaluate(async () => {
      const port = await window.newPort('port');
      const first = await new Promise<{ type: string; pcm: ArrayBuffer }>((done) => {
        port.onmessage = ({ data }) => done(data);
      });
      const echoes: number[] = [];
      const all = new Promise<void>((done) => {
        port.onmessage = ({ data }) => {
          echoes.push(data.n);
          if (echoes.length === 100) done();
        };
      });
      for (let n = 0; n < 100; n++) port.postMessage({ n });
      await all;
      return {
        type: first.type,
        pcm: [...new Int16Array(first.pcm)],
        ordered: echoes.every((n, i) => n === i),
      };
    });
    expect(got).toEqual({ type: 'chunk', pcm: [1, -2, 3], ordered: true });
  });

  test('flow while the page is blocked, as far as its own thread is not needed', async () => {
    const worst = await page.evaluate(async () => {
      const port = await window.newPort('port');
      // It stands for the AudioWorklet: it answers while the page is busy.
      const worker = new Worker('/worker.js');
      const result = new Promise<number>((done) => {
        worker.onmessage = ({ data }) => done(data);
      });
      worker.postMessage(null, [port]);
      const until = performance.now() + 500;
      while (performance.now() < until);
      return result;
    });
    expect(worst).toBeLessThan(400);
  });

  test('answer within milliseconds', async () => {
    const p50 = await page.evaluate(async () => {
      const port = await window.newPort('port');
      const times: number[] = [];
      for (let i = 0; i < 300; i++) {
        const begin = performance.now();
        await new Promise((done) => {
          port.onmessage = done;
          port.postMessage({ i });
        });
        times.push(performance.now() - begin);
      }
      return times.sort((a, b) => a - b)[150] ?? Number.POSITIVE_INFINITY;
    });
    console.log(`port round trip p50 ${p50.toFixed(2)} ms`);
    expect(p50).toBeLessThan(5);
  });

  test('close with their document', async () => {
    await page.evaluate(() => window.newPort('port'));
    const [first] = await app.driver.windows();
    await app.driver.reloadWindow(first?.id ?? 0);
    await app.waitForOutput(/port closed/);
    await page.waitForFunction(() => window.seenAtStart === 'object');
  });

  test('lose a buffer on the way to main, and main may transfer only ports', async () => {
    const echoed = await page.evaluate(async () => {
      const port = await window.newPort('port');
      const first = new Promise((done) => {
        port.onmessage = ({ data }) => {
          if (typeof data === 'string') done(data);
        };
      });
      port.postMessage(new ArrayBuffer(4), [new ArrayBuffer(4)]);
      port.postMessage('after');
      return first;
    });
    expect(echoed).toBe('after');
    expect(await page.evaluate(() => window.fixture.invoke('bad-port'))).toBe('TypeError');
  });
});

describe('windows, hotkeys, tray', () => {
  test('a hotkey shows and hides, a click elsewhere blurs', async () => {
    expect(await app.driver.fireHotkey('Control+Shift+Space')).toBe(true);
    expect(await app.driver.windows()).toMatchObject([{ visible: true, focused: true }]);
    await app.driver.focusElsewhere();
    expect(await app.driver.windows()).toMatchObject([{ visible: true, focused: false }]);
    await app.driver.fireHotkey('Shift+Ctrl+Space');
    expect(await app.driver.windows()).toMatchObject([{ visible: false }]);
    expect(await app.driver.fireHotkey('Alt+F4')).toBe(false);
    expect(app.stdout()).toMatch(/show\nfocus\nblur\nhide/);
  });

  test('a page has the size of its window', async () => {
    expect(await page.evaluate(() => [innerWidth, innerHeight])).toEqual([400, 200]);
  });

  test('a page follows the theme', async () => {
    const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    expect(await isDark()).toBe(false);
    await app.driver.setDark(true);
    await page.waitForFunction(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await app.driver.setDark(false);
  });

  test("the tray's menu is read and clicked", async () => {
    const [tray] = await app.driver.trays();
    expect(tray).toMatchObject({ toolTip: 'Fixture' });
    expect(tray?.menu.map((entry) => entry.label)).toEqual(['Say', '', 'Off', 'More', 'Quit']);
    expect(await app.driver.chooseTrayItem('Off')).toBe(false);
    expect(await app.driver.chooseTrayItem('Say')).toBe(true);
    await page.waitForFunction(() => window.said.includes('from the tray'));
    expect(await app.driver.chooseTrayItem('More', 'Mute')).toBe(true);
  });

  test('pages go nowhere and open nothing when the app objects', async () => {
    await page.evaluate(() => document.querySelector<HTMLElement>('#away')?.click());
    await app.waitForOutput(/navigate https:\/\/example\.com\/away true/);
    await page.evaluate(() => document.querySelector<HTMLElement>('#window')?.click());
    await app.waitForOutput(/open https:\/\/example\.com\/window/);
    expect(await page.evaluate(() => document.querySelector('#state')?.textContent)).toBe('ready');
    expect(await app.driver.windows()).toHaveLength(1);
  });

  test('a page is refused what the app refuses', async () => {
    const [window] = await app.driver.windows();
    expect(await app.driver.requestPermission(window?.id ?? 0, 'media')).toBe(false);
  });
});

test('nobody else on the machine reads the pages', async () => {
  const { origin } = new URL(page.url());
  const { port } = new URL(origin);
  const answer = await fetch(`http://127.0.0.1:${port}/index.html`, {
    headers: { Host: new URL(origin).host },
  });
  expect(answer.status).toBe(403);
});

test('the host itself found nothing wrong', async () => {
  expect(await app.driver.problems()).toEqual([]);
});
