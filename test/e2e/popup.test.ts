import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';

const HOTKEY = 'CommandOrControl+Shift+Space';

let app: LaunchedApp;
let popup: PopupPage;

beforeAll(async () => {
  app = await launchApp({ args: ['--demo'] });
  popup = await PopupPage.of(app);
});

afterAll(async () => {
  const problems = await app.driver.problems();
  await app.close();
  expect(problems).toEqual([]);
});

/** Each test begins with a silent, empty, hidden popup. */
beforeEach(async () => {
  await popup.prompt.fill('');
  for (let presses = 0; presses < 2 || (await popup.isVisible()); presses += 1) {
    await popup.page.keyboard.press('Escape');
    // What the key asked for is done once a later call is answered.
    await popup.snapshot();
  }
});

describe('the popup', () => {
  it('opens by the hotkey on the display of the cursor, focused and ready to type, and closes by it', async () => {
    const left = { id: 1, bounds: { x: 0, y: 0, width: 1280, height: 800 } };
    const right = { id: 2, bounds: { x: 1280, y: -200, width: 1920, height: 1080 } };
    await app.driver.setDisplays(
      [left, right].map((display) => ({ ...display, workArea: display.bounds, scaleFactor: 1 })),
    );
    await app.driver.setCursor(2_000, 100);
    expect(await popup.isVisible()).toBe(false);
    expect(await app.driver.fireHotkey(HOTKEY)).toBe(true);
    await expect.poll(() => popup.isVisible()).toBe(true);
    const [window] = await app.driver.windows();
    expect(window?.focused).toBe(true);
    expect(window?.bounds.x).toBe(1280 + (1920 - 640) / 2);
    await expect.poll(() => popup.prompt.evaluate((field) => field === document.activeElement)).toBe(true);
    await popup.until(({ connection }) => connection === 'ready');
    // A key held down repeats for a while without closing it; a later press does.
    await expect
      .poll(
        async () => {
          await app.driver.fireHotkey(HOTKEY);
          return popup.isVisible();
        },
        { interval: 200 },
      )
      .toBe(false);
  });

  it('opens from the tray, hides when the user goes elsewhere, and does not flash back', async () => {
    expect(await app.driver.chooseTrayItem('Ask…')).toBe(true);
    await expect.poll(() => popup.isVisible()).toBe(true);
    await expect
      .poll(async () => {
        await app.driver.focusElsewhere();
        return popup.isVisible();
      })
      .toBe(false);
    // The click that took the focus is the tray's own: it must not open the popup again.
    await app.driver.clickTray();
    expect(await popup.isVisible()).toBe(false);
  });

  it('asks on Enter, stops on Esc, hides on the second Esc', async () => {
    await app.driver.chooseTrayItem('Ask…');
    await popup.ask('Tell me a long story');
    await popup.until(({ answer }) => answer?.phase === 'speaking' && answer.heardLength > 0);
    expect(await popup.page.getByText(/first sound after/u).isVisible()).toBe(true);
    await popup.page.keyboard.press('Escape');
    const { answer } = await popup.until((now) => now.answer?.phase === 'stopped');
    expect(answer?.heardLength).toBeLessThan(answer?.text.length ?? 0);
    expect(await popup.isVisible()).toBe(true);
    await popup.page.getByRole('button', { name: 'Stop speaking' }).waitFor({ state: 'detached' });
    await popup.page.keyboard.press('Escape');
    await expect.poll(() => popup.isVisible()).toBe(false);
  });

  it('pauses with Space from an empty prompt and goes on with it; Space in a text is a space', async () => {
    await app.driver.chooseTrayItem('Ask…');
    await popup.ask('Tell me a long story');
    await popup.until(({ answer }) => answer?.phase === 'speaking' && answer.heardLength > 0);
    await popup.prompt.press('Space');
    await popup.until(({ paused }) => paused);
    expect(await popup.prompt.inputValue()).toBe('');
    await popup.page.getByText('Paused', { exact: true }).first().waitFor();
    const pause = popup.page.getByRole('button', { name: 'Pause' });
    expect(await pause.getAttribute('aria-pressed')).toBe('true');
    // What the device still held when it was paused is heard; then nothing more is.
    await new Promise((next) => setTimeout(next, 500));
    const held = (await popup.snapshot()).answer?.heardLength ?? 0;
    await new Promise((next) => setTimeout(next, 500));
    expect((await popup.snapshot()).answer?.heardLength).toBe(held);
    await popup.prompt.press('Space');
    await popup.until(({ paused, answer }) => !paused && (answer?.heardLength ?? 0) > held);
    await popup.prompt.pressSequentially('and then');
    expect(await popup.prompt.inputValue()).toBe('and then');
    expect((await popup.snapshot()).paused).toBe(false);
    await pause.click();
    await popup.until(({ paused }) => paused);
    // What is paused is stopped as what sounds is, and the next answer is not held.
    await popup.page.keyboard.press('Escape');
    await popup.until(({ paused, answer }) => !paused && answer?.phase === 'stopped');
  });

  it('softens an edge of a long answer behind which there is more', async () => {
    await app.driver.chooseTrayItem('Ask…');
    await popup.ask('Tell me a long story');
    await popup.until(({ answer }) => answer?.phase === 'speaking' && answer.text.length > 1_000);
    const scroller = popup.page.locator('.answer-scroller');
    const fades = () =>
      scroller.evaluate((element) => {
        const style = getComputedStyle(element);
        return [style.getPropertyValue('--fade-top'), style.getPropertyValue('--fade-bottom')];
      });
    await expect.poll(fades).toEqual(['0px', '28px']);
    for (let pages = 0; pages < 2; pages += 1) await popup.prompt.press('PageDown');
    await expect.poll(fades).toEqual(['28px', '28px']);
    await popup.page.keyboard.press('Escape');
    await popup.until(({ answer }) => answer?.phase === 'stopped');
  });

  it('types a space into an empty prompt when nothing sounds', async () => {
    await app.driver.chooseTrayItem('Ask…');
    await popup.prompt.press('Space');
    expect(await popup.prompt.inputValue()).toBe(' ');
  });

  it('lets the answer be heard again, word by word, until Esc', async () => {
    await app.driver.chooseTrayItem('Ask…');
    await popup.ask('Count to five');
    await popup.until(({ answer }) => answer?.prompt === 'Count to five' && answer.phase === 'done');
    const again = popup.page.getByRole('button', { name: 'Hear it again' });
    await again.click();
    const { answer } = await popup.until(
      ({ answer: now }) => now?.replay === 'sounding' && now.heardLength > 0,
    );
    expect(answer?.phase).toBe('speaking');
    expect(answer?.heardLength).toBeLessThan(answer?.text.length ?? 0);
    await again.waitFor({ state: 'detached' });
    await expect.poll(() => popup.prompt.evaluate((field) => field === document.activeElement)).toBe(true);
    await popup.page.keyboard.press('Escape');
    await popup.until((now) => now.answer?.replay === 'stopped' && now.answer.phase === 'done');
    await again.waitFor();
    expect(await popup.isVisible()).toBe(true);
  });

  it('sets the volume with mouse and keys, and ends a mute with it', async () => {
    await app.driver.chooseTrayItem('Ask…');
    const slider = popup.page.getByRole('slider', { name: 'Volume' });
    const box = await slider.boundingBox();
    if (box === null) throw new Error('The slider is not shown');
    await popup.page.getByRole('button', { name: 'Mute' }).click();
    await popup.until(({ muted }) => muted);
    await popup.page.mouse.move(box.x + box.width - 8, box.y + box.height / 2);
    await popup.page.mouse.down();
    for (let step = 1; step <= 20; step += 1) {
      await popup.page.mouse.move(box.x + box.width - 8 - (step * box.width) / 40, box.y + box.height / 2);
    }
    await popup.page.mouse.up();
    const { volume } = await popup.until((now) => !now.muted && now.volume < 0.6);
    expect(volume).toBeGreaterThan(0.2);
    await slider.press('End');
    await popup.until((now) => now.volume === 1);
    await slider.press('ArrowLeft');
    await popup.until((now) => now.volume === 0.95);
    expect(await slider.getAttribute('aria-valuetext')).toBe('95%');
    await slider.press('a');
    await expect.poll(() => popup.prompt.inputValue()).toBe('a');
    await slider.press('End');
    await popup.until((now) => now.volume === 1);
  });

  it('keeps all of its status bar in the window, also with large text', async () => {
    await app.driver.chooseTrayItem('Ask…');
    await popup.ask('Count to two');
    await popup.until(({ answer }) => answer?.prompt === 'Count to two' && answer.phase === 'done');
    for (const size of ['100%', '130%', '150%', '200%']) {
      const outside = await popup.page.evaluate((fontSize) => {
        document.documentElement.style.fontSize = fontSize;
        const isOutside = (element: Element) => {
          const { left, right } = element.getBoundingClientRect();
          return left < 0 || right > innerWidth;
        };
        const parts = document.querySelectorAll('.status-words > *, .status .icon-button, .slider');
        return [...parts].filter(isOutside).map(({ className }) => className);
      }, size);
      expect(outside, size).toEqual([]);
    }
    await popup.page.evaluate(() => document.documentElement.style.removeProperty('font-size'));
  });

  it('stops the old answer for a new prompt', async () => {
    await popup.ask('Tell me a long story');
    await popup.until(({ answer }) => answer?.phase === 'speaking');
    await popup.ask('Count to three');
    const { answer } = await popup.until(
      (now) => now.answer?.prompt === 'Count to three' && now.answer.phase === 'done',
    );
    expect(answer?.text).toMatch(/one.*two.*three/iu);
    await expect.poll(() => popup.page.getByRole('main').innerText()).toMatch(/three/iu);
  });

  it('brings earlier prompts back and gives the draft back', async () => {
    await popup.ask('Count to two');
    await popup.ask('What time is it?');
    await popup.until(({ recentPrompts }) => recentPrompts[0] === 'What time is it?');
    await popup.prompt.fill('half a thou');
    await popup.prompt.press('ArrowUp');
    await expect.poll(() => popup.prompt.inputValue()).toBe('What time is it?');
    await popup.prompt.press('ArrowUp');
    await expect.poll(() => popup.prompt.inputValue()).toBe('Count to two');
    await popup.prompt.press('ArrowDown');
    await popup.prompt.press('ArrowDown');
    await expect.poll(() => popup.prompt.inputValue()).toBe('half a thou');
  });

  it('does nothing for a blank prompt and refuses one that is too long, which stays in the field', async () => {
    const before = (await popup.snapshot()).answer;
    await popup.ask('  \n ');
    await popup.ask('x'.repeat(32_001));
    await popup.page.getByText('Too long by 1 character').waitFor();
    expect((await popup.snapshot()).answer).toEqual(before);
    expect(await popup.prompt.inputValue()).toHaveLength(32_001);
  });

  it.each(['你好，世界', 'שלום עולם', '👩‍👩‍👧‍👦 🎉', 'tab\tand \u0007bell'])(
    'carries %j through unharmed',
    async (question) => {
      await popup.ask(question);
      const { answer } = await popup.until(
        (now) => now.answer?.prompt === question && now.answer.text !== '',
      );
      expect(answer?.phase).not.toBe('failed');
    },
  );

  it('tells a screen reader the start and the end, and not each word', async () => {
    const status = popup.page.getByRole('status');
    await popup.ask('Count to two');
    await expect.poll(() => status.allInnerTexts()).toContain('Answering');
    await expect.poll(() => status.allInnerTexts(), { timeout: 15_000 }).toContain('Answer finished');
  });

  it('moves its meter with the sound', async () => {
    await app.driver.chooseTrayItem('Ask…');
    await popup.ask('Tell me a long story');
    await popup.until(({ answer }) => answer?.phase === 'speaking');
    const bars = () =>
      popup.page
        .locator('.meter > canvas')
        .evaluate((canvas) => (canvas instanceof HTMLCanvasElement ? canvas.toDataURL() : null));
    const first = await bars();
    await expect.poll(bars).not.toBe(first);
  });

  it('comes back after its page crashed, and goes on speaking where the listener was', async () => {
    await popup.ask('Tell me a long story');
    const before = await popup.until(({ answer }) => (answer?.heardLength ?? 0) > 20);
    const [window] = await app.driver.windows();
    await app.driver.crashRenderer(window?.id ?? 0);
    await expect.poll(async () => (await app.driver.windows())[0]?.id).not.toBe(window?.id);
    popup = await PopupPage.of(app);
    const heard = before.answer?.heardLength ?? 0;
    await popup.until(({ answer }) => (answer?.heardLength ?? 0) > heard + 20);
  });
});
