import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { SimulatedDisplay } from '../host/system';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';

function display(id: number, x: number, y: number, width: number, height: number): SimulatedDisplay {
  const bounds = { x, y, width, height };
  return { id, bounds, workArea: { ...bounds, height: height - 40 }, scaleFactor: id };
}

const RIGHT = display(1, 0, 0, 1920, 1080);
/** Of twice the scale factor, left of the other and higher. */
const LEFT = display(2, -1280, -200, 1280, 800);

describe('where the popup is', () => {
  let app: LaunchedApp;
  let popup: PopupPage;

  beforeAll(async () => {
    app = await launchApp({ args: ['--demo', '--hide'] });
    popup = await PopupPage.of(app);
  });

  afterAll(() => app.close());

  beforeEach(async () => {
    await app.driver.focusElsewhere();
    await expect.poll(() => popup.isVisible()).toBe(false);
    await app.driver.setDisplays([RIGHT, LEFT]);
  });

  const bounds = async () => (await app.driver.windows())[0]?.bounds ?? RIGHT.bounds;
  const show = async (x: number, y: number): Promise<void> => {
    await app.driver.setCursor(x, y);
    await app.driver.chooseTrayItem('Ask…');
    await expect.poll(() => popup.isVisible()).toBe(true);
  };

  it('is the display of the cursor, also left of and above the first one', async () => {
    await show(500, 500);
    expect(await bounds()).toMatchObject({ x: 640, y: 229, width: 640 });
    await app.driver.focusElsewhere();
    await expect.poll(() => popup.isVisible()).toBe(false);
    await show(-10, 0);
    expect(await bounds()).toMatchObject({ x: -960, y: -33, width: 640 });
  });

  it('is another display when its own is unplugged while it is open', async () => {
    await show(-10, 0);
    await app.driver.setDisplays([RIGHT]);
    await expect.poll(async () => (await bounds()).x).toBe(0);
    expect((await bounds()).y).toBe(0);
    expect(await popup.isVisible()).toBe(true);
  });

  it('is wholly in a tiny display, whose popup scrolls', async () => {
    const tiny = display(3, 100, 100, 420, 300);
    await app.driver.setDisplays([tiny]);
    await show(150, 150);
    await popup.ask('Tell me a long story');
    await popup.until(({ answer }) => (answer?.text.length ?? 0) > 300);
    const { x, y, width, height } = await bounds();
    expect(x).toBeGreaterThanOrEqual(tiny.workArea.x);
    expect(y).toBeGreaterThanOrEqual(tiny.workArea.y);
    expect(x + width).toBeLessThanOrEqual(tiny.workArea.x + tiny.workArea.width);
    expect(y + height).toBeLessThanOrEqual(tiny.workArea.y + tiny.workArea.height);
    await expect.poll(() => popup.prompt.isVisible()).toBe(true);
    await popup.page.keyboard.press('Escape');
  });

  it('keeps its top edge while an answer grows', async () => {
    await app.driver.chooseTrayItem('New conversation');
    await popup.until(({ answer }) => answer === null);
    await show(500, 500);
    await expect.poll(async () => (await bounds()).height).toBeLessThan(300);
    const before = await bounds();
    await popup.ask('Tell me a long story');
    await expect
      .poll(async () => (await bounds()).height, { timeout: 10_000 })
      .toBeGreaterThan(before.height + 60);
    expect(await bounds()).toMatchObject({ x: before.x, y: before.y, width: before.width });
    await popup.page.keyboard.press('Escape');
  });

  it('is not opened again by the click on the tray that has closed it, but by the next', async () => {
    await show(500, 500);
    // The settling of the focus after it was shown is over.
    await new Promise((next) => setTimeout(next, 200));
    await app.driver.focusElsewhere();
    await app.driver.clickTray();
    expect(await popup.isVisible()).toBe(false);
    await expect
      .poll(
        async () => {
          await app.driver.clickTray();
          return popup.isVisible();
        },
        { interval: 350 },
      )
      .toBe(true);
  });
});

describe('with settings of the user’s', { timeout: 180_000 }, () => {
  let folder: string;
  let app: LaunchedApp;
  let popup: PopupPage;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aloud-place-'));
  });

  afterEach(async () => {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(settings: Readonly<Record<string, unknown>>): Promise<void> {
    await writeFile(join(folder, 'settings.json'), JSON.stringify({ version: 3, ...settings }));
    // Under Wayland nobody could say where the popup is.
    app = await launchApp({
      args: ['--demo', '--hide'],
      userData: folder,
      env: { XDG_SESSION_TYPE: 'x11' },
    });
    popup = await PopupPage.of(app);
    await app.driver.setDisplays([RIGHT, LEFT]);
  }

  async function show(): Promise<{ id: number; x: number; y: number }> {
    await app.driver.chooseTrayItem('Ask…');
    await expect.poll(() => popup.isVisible()).toBe(true);
    const [window] = await app.driver.windows();
    return { id: window?.id ?? 0, x: window?.bounds.x ?? 0, y: window?.bounds.y ?? 0 };
  }

  it('opens where it was left, also after a restart, and elsewhere only while that display is away', async () => {
    await start({ popupPosition: 'last' });
    const { id } = await show();
    // What moves it sooner is taken for the window manager.
    await new Promise((next) => setTimeout(next, 350));
    await app.driver.dragWindow(id, -1280, 0);
    await app.driver.focusElsewhere();
    await expect.poll(() => popup.isVisible()).toBe(false);
    expect(await show()).toMatchObject({ x: -1280, y: 0 });
    await app.close();

    await start({ popupPosition: 'last' });
    expect(await show()).toMatchObject({ x: -1280, y: 0 });
    await app.driver.focusElsewhere();
    await expect.poll(() => popup.isVisible()).toBe(false);
    await app.driver.setDisplays([RIGHT]);
    // As far to the left, and as far down by the display's own height.
    expect(await show()).toMatchObject({ x: 0, y: Math.round((1040 * 200) / 760) });
  });

  it('stays open without the focus, which the hotkey gives back to it before it hides it', async () => {
    await start({ keepOnTop: true });
    await show();
    await new Promise((next) => setTimeout(next, 800));
    await app.driver.focusElsewhere();
    await new Promise((next) => setTimeout(next, 200));
    expect((await app.driver.windows())[0]).toMatchObject({ visible: true, focused: false });
    const [hotkey = ''] = await app.driver.hotkeys();
    await app.driver.fireHotkey(hotkey);
    await expect.poll(async () => (await app.driver.windows())[0]?.focused).toBe(true);
    await new Promise((next) => setTimeout(next, 200));
    await app.driver.fireHotkey(hotkey);
    await expect.poll(() => popup.isVisible()).toBe(false);
  });
});

// Each starts the program several times.
describe('an unfinished prompt', { timeout: 180_000 }, () => {
  let folder: string;
  let app: LaunchedApp | null = null;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'aloud-draft-'));
  });

  afterEach(async () => {
    await app?.close();
    app = null;
    await rm(folder, { recursive: true, force: true });
  });

  async function start(): Promise<PopupPage> {
    app = await launchApp({ args: ['--demo', '--show'], userData: folder });
    return PopupPage.of(app);
  }

  it('outlives hiding, a crash of its page, and the program, until it is sent', async () => {
    let popup = await start();
    await popup.prompt.fill('Why is the');
    await popup.page.keyboard.press('Escape');
    await expect.poll(() => popup.isVisible()).toBe(false);
    await app?.driver.chooseTrayItem('Ask…');
    expect(await popup.prompt.inputValue()).toBe('Why is the');

    const [window] = (await app?.driver.windows()) ?? [];
    await app?.driver.crashRenderer(window?.id ?? 0);
    await expect.poll(async () => (await app?.driver.windows())?.[0]?.id).not.toBe(window?.id);
    if (app === null) throw new Error('It runs');
    popup = await PopupPage.of(app);
    await expect.poll(() => popup.prompt.inputValue()).toBe('Why is the');

    await app.close();
    popup = await start();
    await expect.poll(() => popup.prompt.inputValue()).toBe('Why is the');
    await popup.prompt.press('Enter');
    await popup.until(({ answer }) => answer?.prompt === 'Why is the');
    await app.close();
    popup = await start();
    // By then main has been asked for the draft, too: calls are answered in order.
    await popup.snapshot();
    expect(await popup.prompt.inputValue()).toBe('');
    expect(JSON.parse(await readFile(join(folder, 'draft.json'), 'utf8'))).toMatchObject({ text: '' });
  });

  it('with a key in it is not written to the disk', async () => {
    const popup = await start();
    await popup.prompt.fill('sk-proj-ALOUDMARKf3Q7xT0pZs9LkVw2');
    await popup.page.keyboard.press('Escape');
    await expect.poll(() => popup.isVisible()).toBe(false);
    await app?.close();
    expect(await readFile(join(folder, 'draft.json'), 'utf8').catch(() => '')).not.toContain('ALOUDMARK');
  });
});
