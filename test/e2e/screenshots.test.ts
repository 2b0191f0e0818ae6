import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Theme } from './harness/framed-picture';
import { framed } from './harness/framed-picture';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import type { ScenarioServer } from './harness/scenario-server';
import { scenarioServer } from './harness/scenario-server';
import type { SoundSink } from './harness/sound-sink';
import { soundSink, soundSinkProblem } from './harness/sound-sink';

/** Ignored by git; `docs/screenshots` has copies of the best. */
const FOLDER = resolve(import.meta.dirname, '../../test-results/screenshots');
const SCALE = 2;
const THEMES: readonly Theme[] = ['light', 'dark'];

let sink: SoundSink | null = null;
let app: LaunchedApp;
let popup: PopupPage;
const taken = new Map<string, Buffer>();

beforeAll(async () => {
  await mkdir(FOLDER, { recursive: true });
  // Without a device the popup would remark on that in every picture.
  sink = soundSinkProblem() === null ? await soundSink() : null;
  app = await launchApp({ env: { ...sink?.env }, storage: 'real' });
  popup = await PopupPage.of(app);
});

afterAll(async () => {
  await app.close();
  await sink?.close();
});

/** The window follows its content; it is still once it has had the same size for five looks, and all that moves ended. */
async function untilStill(): Promise<{ width: number; height: number }> {
  let last = '';
  let looks = 0;
  await expect
    .poll(
      async () => {
        const size = JSON.stringify(await popup.page.evaluate(() => [innerWidth, innerHeight]));
        looks = size === last ? looks + 1 : 0;
        last = size;
        return looks;
      },
      { interval: 30, timeout: 10_000 },
    )
    .toBeGreaterThanOrEqual(5);
  const [width = 0, height = 0] = JSON.parse(last) as number[];
  return { width, height };
}

/** It appears with a delay, so that short pauses pass unseen. */
async function untilWaitIsSeen(): Promise<void> {
  const wait = popup.page.locator('.status-retry');
  await expect.poll(() => wait.evaluate((element) => getComputedStyle(element).opacity)).toBe('1');
}

/** `moment`: resolves just when the picture is to be taken. */
async function take(name: string, moment = async (): Promise<void> => {}): Promise<void> {
  for (const theme of THEMES) {
    await app.driver.setDark(theme === 'dark');
    await popup.page.waitForFunction(
      (dark) => matchMedia('(prefers-color-scheme: dark)').matches === dark,
      theme === 'dark',
    );
    const { width, height } = await untilStill();
    const session = await popup.page.context().newCDPSession(popup.page);
    await moment();
    const { data } = await session.send('Page.captureScreenshot', {
      clip: { x: 0, y: 0, width, height, scale: SCALE },
    });
    await session.detach();
    const png = Buffer.from(data, 'base64');
    taken.set(`${name}-${theme}`, png);
    await writeFile(
      join(FOLDER, `${name}-${theme}.png`),
      framed(png, { width, height, theme, scale: SCALE }),
    );
  }
}

describe('the popup, seen', () => {
  it('at the first run', async () => {
    await popup.page.getByRole('heading', { name: 'Welcome to Aloud' }).waitFor();
    await popup.until(({ connection }) => connection === 'ready');
    await take('first-run');
  });

  it('where the key is entered', async () => {
    await popup.page.getByRole('button', { name: 'Add my OpenAI key' }).click();
    await popup.page.getByRole('textbox', { name: 'API key' }).waitFor();
    await popup.until(({ canEncrypt }) => canEncrypt !== null);
    await take('key');
    await popup.page.getByRole('button', { name: 'Back' }).click();
  });

  it('ready to ask', async () => {
    await popup.page.getByRole('button', { name: 'Stay with the demo voice' }).click();
    await popup.until(({ firstRun, connection }) => !firstRun && connection === 'ready');
    await take('idle');
  });

  it('while it speaks', async () => {
    // The first answer waits for the voice to be loaded, once for each start; the picture shows what is usual.
    await popup.ask('Count to two');
    await popup.until(({ answer }) => answer?.phase === 'done');
    await popup.ask('What can you do?');
    await popup.until(
      ({ answer }) => answer?.phase === 'speaking' && answer.heardLength > 60 && answer.text.length > 150,
    );
    // In the middle of a word: between two, the meter rests. A machine that is too busy to draw it has it resting.
    const moving = () =>
      popup.page
        .waitForFunction(
          () => {
            // The middle of the bar in the middle, a quarter of the way from the top.
            const canvas = document.querySelector<HTMLCanvasElement>('.meter > canvas');
            const { width = 0, height = 0 } = canvas ?? {};
            const place = canvas?.getContext('2d')?.getImageData(width / 2, height / 4, 1, 1);
            return (place?.data[3] ?? 0) > 0;
          },
          null,
          { timeout: 1_500 },
        )
        .then(
          () => {},
          () => {},
        );
    await take('speaking', moving);
  });

  it('while it is paused', async () => {
    await popup.prompt.press('Space');
    await popup.until(({ paused }) => paused);
    await popup.page.locator('.speech-paused').waitFor();
    await take('paused');
    await popup.page.keyboard.press('Escape');
    await popup.until(({ answer }) => answer?.phase === 'stopped');
  });

  it('while it is paused, wherever a long answer was scrolled to', async () => {
    await popup.ask('Tell me a long story');
    await popup.until(
      ({ answer }) => answer?.phase === 'speaking' && answer.heardLength > 20 && answer.text.length > 1_000,
    );
    await popup.prompt.press('Space');
    await popup.until(({ paused }) => paused);
    for (let pages = 0; pages < 3; pages += 1) await popup.prompt.press('PageDown');
    const scroller = popup.page.locator('.answer-scroller');
    await expect.poll(() => scroller.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
    await popup.page.getByText('Paused', { exact: true }).and(popup.page.locator('.top *')).waitFor();
    await take('paused-scrolled');
    await popup.page.keyboard.press('Escape');
    await popup.until(({ answer }) => answer?.phase === 'stopped');
  });

  it('after it was stopped, and while it is heard again', async () => {
    await popup.page.getByRole('button', { name: 'Hear it again' }).hover();
    await take('stopped');
    await popup.page.getByRole('button', { name: 'Hear it again' }).click();
    await popup.until(({ answer }) => answer?.replay === 'sounding' && answer.heardLength > 20);
    await popup.page.getByText('Hearing it again', { exact: true }).first().waitFor();
    await take('replaying');
    await popup.page.keyboard.press('Escape');
    await popup.until(({ answer }) => answer?.phase === 'stopped');
  });

  it('with the volume being set', async () => {
    const slider = popup.page.getByRole('slider', { name: 'Volume' });
    await slider.fill('40');
    await popup.until(({ volume }) => volume === 0.4);
    await slider.focus();
    await take('volume');
    await slider.fill('100');
    await popup.prompt.focus();
  });

  it('while the chosen sound device is away', async () => {
    await popup.page.evaluate(async () => {
      const { aloud } = window as unknown as {
        aloud: Record<'reportAudioDevice' | 'reportOutputs' | 'setOutput', (what: unknown) => Promise<void>>;
      };
      // On a machine without any device, the popup would remark on that instead.
      await aloud.reportAudioDevice({ kind: 'suspended' });
      await aloud.reportOutputs([{ id: 'headset', name: 'Headset' }]);
      await aloud.setOutput('headset');
      await aloud.reportOutputs([{ id: 'speakers', name: 'Loudspeakers' }]);
    });
    await popup.page.getByText('“Headset” is not connected.').waitFor();
    await take('device-away');
    await app.driver.chooseTrayItem('Output', 'System’s own');
    await popup.until(({ output }) => output.chosen === null);
  });

  it('with a problem', async () => {
    await app.driver.chooseTrayItem('API key…');
    await popup.page.getByRole('textbox', { name: 'API key' }).fill('sk-proj-a-key-for-a-picture-only');
    await popup.page.getByRole('button', { name: 'Use this key' }).click();
    await popup.until(({ source }) => source === 'openai');
    await popup.ask('What makes the sky blue?');
    await popup.until(({ answer, problem }) => answer?.phase === 'failed' && problem !== null);
    await popup.page.getByRole('button', { name: 'Dismiss' }).first().waitFor();
    await take('problem');
  });

  it('without a network, and after that was read', async () => {
    await app.driver.setOnline(false);
    await popup.until(({ connection }) => connection === 'offline');
    await popup.page.getByRole('button', { name: 'New conversation' }).click();
    await popup.prompt.fill('');
    await popup.until(({ problem }) => problem?.code === 'offline');
    await take('no-network');
    await popup.page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await popup.until(({ problem }) => problem === null);
    await take('no-network-read');
    await app.driver.setOnline(true);
  });
});

describe('the popup, seen while the connection heals', () => {
  let server: ScenarioServer;

  beforeAll(async () => {
    await app.close();
    server = await scenarioServer();
    app = await launchApp({ args: ['--show'], env: { ...sink?.env, ALOUD_REALTIME_URL: server.url } });
    popup = await PopupPage.of(app);
  });

  afterAll(() => server.close());

  it('with an answer that was cut off, and after that was read', async () => {
    await server.play('reset-mid-answer');
    await popup.ask('What can you do?');
    await popup.until(({ answer }) => answer?.cutOff === true && answer.phase === 'failed');
    await popup.until(({ connection }) => connection === 'ready');
    await popup.prompt.fill('');
    await take('cut-off');
    await popup.page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    await popup.page.locator('.answer-ask-again').waitFor();
    await take('cut-off-read');
  });

  it('while it waits to connect again', async () => {
    await server.vanish();
    await popup.page.getByRole('button', { name: 'New conversation' }).click();
    // The first pauses are too short to be seen in peace.
    await popup.until(({ retryAt }) => (retryAt ?? 0) > Date.now() + 5_000, 30_000);
    await untilWaitIsSeen();
    await take('retrying');
  });

  it('while it waits, and the reason was read: no failed attempt brings it back', async () => {
    await popup.page.getByRole('button', { name: 'Dismiss', exact: true }).click();
    const { retryAt } = await popup.until(({ problem }) => problem === null);
    const next = await popup.until((now) => now.retryAt !== null && now.retryAt !== retryAt, 40_000);
    expect(next.problem).toBeNull();
    await popup.page.getByRole('button', { name: 'Try now' }).waitFor();
    await untilWaitIsSeen();
    await take('retrying-read');
  });
});

describe('each picture', () => {
  it('is not blank, and differs in every state and theme', () => {
    expect(taken.size).toBe(34);
    // A plain surface of this size is a tenth of that.
    for (const [name, png] of taken) expect(png.length, name).toBeGreaterThan(12_000);
    expect(new Set([...taken.values()].map((png) => png.toString('base64'))).size).toBe(taken.size);
  });
});
