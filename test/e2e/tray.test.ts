import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import type { ScenarioServer } from './harness/scenario-server';
import { scenarioServer } from './harness/scenario-server';
import { descendants, isAlive } from './harness/traces';

let server: ScenarioServer;
let app: LaunchedApp;
let popup: PopupPage;

beforeAll(async () => {
  server = await scenarioServer();
  app = await launchApp({ env: { ALOUD_REALTIME_URL: server.url } });
  popup = await PopupPage.of(app);
});

afterAll(async () => {
  await app.close();
  await server.close();
});

async function tray() {
  const [icon] = await app.driver.trays();
  if (icon === undefined) throw new Error('There is no tray icon');
  const item = (label: string) => icon.menu.find((entry) => entry.label === label);
  return { icon: basename(icon.image ?? ''), toolTip: icon.toolTip, menu: icon.menu, item };
}

/** Under Linux there is an icon for each theme. */
const iconOf = (state: string): RegExp => new RegExp(`^tray(Template)?-${state}\\b`, 'u');

async function untilIcon(state: string): Promise<void> {
  await expect
    .poll(async () => (await tray()).icon, { timeout: 20_000, interval: 20 })
    .toMatch(iconOf(state));
}

/** Nothing is open, asked or complained of. */
beforeEach(async () => {
  await server.play('calm');
  // The connection that was cut heals by itself.
  await popup.until(
    ({ source, connection }) => source === 'demo' || connection === 'idle' || connection === 'ready',
  );
  await popup.page.evaluate(async () => {
    const { aloud } = window as unknown as {
      aloud: { stop(): Promise<unknown>; dismissProblem(): Promise<unknown> };
    };
    await aloud.stop();
    await aloud.dismissProblem();
  });
});

describe('the tray', () => {
  it('offers everything, in words', async () => {
    const { menu, item, toolTip } = await tray();
    expect(menu.map(({ label, type }) => (type === 'separator' ? '—' : label))).toEqual([
      'Ask…',
      'Stop speaking',
      'Pause',
      'Hear the last answer again',
      '—',
      'Mute',
      'Volume',
      'Output',
      'Voice',
      '—',
      'Recent',
      'New conversation',
      '—',
      'API key…',
      'Use demo voice',
      '—',
      'Settings…',
      'Check for updates…',
      'Open log',
      'About Aloud',
      '—',
      'Quit Aloud',
    ]);
    expect(menu.filter(({ enabled }) => !enabled).map(({ label }) => label)).toEqual([
      'Stop speaking',
      'Pause',
      'Hear the last answer again',
      'Recent',
      'New conversation',
    ]);
    expect(item('Volume')?.items.map(({ label, checked }) => [label, checked])).toEqual([
      ['100%', true],
      ['75%', false],
      ['50%', false],
      ['25%', false],
    ]);
    expect(item('Output')?.items[0]).toMatchObject({ label: 'System’s own', type: 'radio', checked: true });
    expect(item('Mute')?.checked).toBe(false);
    expect(item('Use demo voice')?.checked).toBe(false);
    expect(toolTip).toBe('Aloud');
  });

  it('shows by its icon that Aloud connects, speaks, and is idle again', async () => {
    await untilIcon('idle');
    await server.play('slow-handshake');
    await popup.ask('Count to four');
    await untilIcon('connecting');
    expect(await tray()).toMatchObject({ toolTip: 'Aloud: connecting' });
    await untilIcon('speaking');
    const speaking = await tray();
    expect(speaking.toolTip).toBe('Aloud: speaking');
    expect(speaking.item('Stop speaking')?.enabled).toBe(true);
    await popup.until(({ answer }) => answer?.phase === 'done');
    await untilIcon('idle');
    expect((await tray()).item('Stop speaking')?.enabled).toBe(false);
  });

  it('shows by its icon that something went wrong, until it is put right', async () => {
    await server.play('refuse-500');
    await popup.ask('Count to four');
    await untilIcon('error');
    expect((await tray()).toolTip).toBe('Aloud: The server has a fault of its own just now.');
    await server.play('calm');
    await popup.page.getByRole('button', { name: 'Try again' }).click();
    await popup.until(({ answer }) => answer?.phase === 'done');
    await untilIcon('idle');
  });

  it('says why Aloud, which was not installed, does not update itself', async () => {
    expect(await app.driver.chooseTrayItem('Check for updates…')).toBe(true);
    await expect
      .poll(() => app.driver.dialogs())
      .toContainEqual({
        kind: 'message',
        title: 'Aloud',
        message: 'Aloud does not update itself here.',
        detail: 'Only an installed Aloud can update itself.',
        buttons: ['OK'],
      });
  });

  it('follows the theme of the desktop', async () => {
    const light = (await tray()).icon;
    await app.driver.setDark(true);
    await expect.poll(async () => (await tray()).icon).not.toBe(light);
    await app.driver.setDark(false);
    await expect.poll(async () => (await tray()).icon).toBe(light);
  });

  it('stops the speech', async () => {
    await popup.ask('Count to twenty');
    await popup.until(({ answer }) => answer?.phase === 'speaking');
    await expect.poll(() => app.driver.chooseTrayItem('Stop speaking')).toBe(true);
    await popup.until(({ answer }) => answer?.phase === 'stopped');
    await expect.poll(async () => (await tray()).item('Stop speaking')?.enabled).toBe(false);
  });

  it('pauses the speech, and lets it go on where it was', async () => {
    await popup.ask('Count to twenty');
    await popup.until(({ answer }) => answer?.phase === 'speaking' && answer.heardLength > 0);
    await expect.poll(() => app.driver.chooseTrayItem('Pause')).toBe(true);
    await popup.until(({ paused }) => paused);
    await untilIcon('paused');
    expect((await tray()).toolTip).toBe('Aloud: paused');
    const held = (await popup.snapshot()).answer;
    expect(held?.phase).toBe('speaking');
    expect(await app.driver.chooseTrayItem('Resume')).toBe(true);
    await popup.until(
      ({ paused, answer }) => !paused && (answer?.heardLength ?? 0) > (held?.heardLength ?? 0),
    );
    await untilIcon('speaking');
  });

  it('lets the last answer be heard again', async () => {
    await popup.ask('Count to two');
    await popup.until(({ answer }) => answer?.prompt === 'Count to two' && answer.phase === 'done');
    await expect.poll(() => app.driver.chooseTrayItem('Hear the last answer again')).toBe(true);
    const { canReplay } = await popup.until(({ answer }) => answer?.replay === 'sounding');
    expect(canReplay).toBe(false);
    await popup.until(({ answer }) => answer?.replay === 'finished' && answer.phase === 'done');
  });

  it('sets the volume, which the popup shows, and which ends a mute', async () => {
    const slider = popup.page.getByRole('slider', { name: 'Volume' });
    await app.driver.chooseTrayItem('Mute');
    expect(await app.driver.chooseTrayItem('Volume', '25%')).toBe(true);
    await popup.until(({ volume, muted }) => volume === 0.25 && !muted);
    await expect.poll(() => slider.inputValue()).toBe('25');
    await slider.fill('60');
    await popup.until(({ volume }) => volume === 0.6);
    await expect
      .poll(async () => (await tray()).item('Volume')?.items.find(({ checked }) => checked)?.label)
      .toBe('50%');
    await app.driver.chooseTrayItem('Volume', '100%');
    await popup.until(({ volume }) => volume === 1);
  });

  it('offers the output devices, and keeps the chosen one in sight while it is away', async () => {
    type Devices = readonly { id: string; name: string }[];
    const report = (devices: Devices) =>
      popup.page.evaluate(async (list) => {
        const { aloud } = window as unknown as {
          aloud: Record<'reportAudioDevice' | 'reportOutputs', (what: unknown) => Promise<void>>;
        };
        // On a machine without any device, the popup would remark on that instead.
        await aloud.reportAudioDevice({ kind: 'suspended' });
        await aloud.reportOutputs(list);
      }, devices);
    const outputs = async () =>
      (await tray()).item('Output')?.items.map(({ label, checked, enabled }) => [label, checked, enabled]);
    const speakers = { id: 'speakers', name: 'Loudspeakers' };
    await report([speakers, { id: 'headset', name: 'Bass & Brass' }]);
    await expect.poll(outputs).toEqual([
      ['System’s own', true, true],
      ['Loudspeakers', false, true],
      ['Bass & Brass', false, true],
    ]);
    expect(await app.driver.chooseTrayItem('Output', 'Bass & Brass')).toBe(true);
    await popup.until(({ output }) => output.active?.id === 'headset');
    await report([speakers]);
    await expect.poll(outputs).toEqual([
      ['System’s own', false, true],
      ['Loudspeakers', false, true],
      ['Bass & Brass (not connected)', true, false],
    ]);
    const notice = popup.page.getByText('“Bass & Brass” is not connected.');
    await notice.waitFor();
    expect(await app.driver.chooseTrayItem('Output', 'Bass & Brass (not connected)')).toBe(false);
    await app.driver.chooseTrayItem('Output', 'System’s own');
    await popup.until(({ output }) => output.chosen === null);
    await notice.waitFor({ state: 'detached' });
  });

  it('moves its icon while it speaks, but not where the user wants nothing to move', async () => {
    const { driver } = app;
    await popup.ask('Count to twenty');
    await untilIcon('speaking');
    const seen = new Set<string>();
    await expect
      .poll(
        async () => {
          seen.add((await tray()).icon);
          return seen.size;
        },
        { timeout: 10_000, interval: 50 },
      )
      .toBe(3);
    await driver.chooseTrayItem('Stop speaking');
    await untilIcon('idle');
    await driver.setReducedMotion(true);
    await popup.ask('Count to twenty');
    await untilIcon('speaking');
    const still = (await tray()).icon;
    const heard = (await popup.snapshot()).answer?.heardLength ?? 0;
    await popup.until(({ answer }) => (answer?.heardLength ?? 0) > heard + 10);
    expect((await tray()).icon).toBe(still);
    expect(seen).not.toContain(still);
    await driver.setReducedMotion(false);
  });

  it('lets another voice speak, and keeps that', async () => {
    const voices = (await tray()).item('Voice')?.items ?? [];
    expect(voices.map(({ label, type }) => [label, type])).toContainEqual(['Cedar', 'radio']);
    expect(voices.filter(({ checked }) => checked).map(({ label }) => label)).toEqual(['Marin']);
    expect(await app.driver.chooseTrayItem('Voice', 'Cedar')).toBe(true);
    await expect
      .poll(async () => (await tray()).item('Voice')?.items.find(({ checked }) => checked)?.label)
      .toBe('Cedar');
    await expect.poll(() => readFile(join(app.userData, 'settings.json'), 'utf8')).toContain('"cedar"');
    await popup.ask('Count to two');
    await popup.until(({ answer }) => answer?.prompt === 'Count to two' && answer.phase === 'done');
    await app.driver.chooseTrayItem('Voice', 'Marin');
    await expect
      .poll(async () => (await tray()).item('Voice')?.items.find(({ checked }) => checked)?.label)
      .toBe('Marin');
  });

  it('asks an earlier question again, and shows its answer', async () => {
    await popup.ask('Count to one, & then to three');
    await popup.until(({ answer }) => answer?.phase === 'done');
    const turn = (await popup.snapshot()).answer?.turn ?? 0;
    await app.driver.focusElsewhere();
    expect((await tray()).item('Recent')?.items[0]).toMatchObject({
      label: 'Count to one, & then to three',
      type: 'normal',
    });
    expect(await app.driver.chooseTrayItem('Recent', 'Count to one, & then to three')).toBe(true);
    await popup.until(({ answer }) => (answer?.turn ?? 0) > turn && answer?.phase === 'done');
    expect(await popup.isVisible()).toBe(true);
  });

  it('mutes, which the popup shows, and unmutes with it', async () => {
    expect(await app.driver.chooseTrayItem('Mute')).toBe(true);
    await popup.page.getByText('Muted', { exact: true }).waitFor();
    const button = popup.page.getByRole('button', { name: 'Mute' });
    await expect.poll(() => button.getAttribute('aria-pressed')).toBe('true');
    expect(await tray()).toMatchObject({ toolTip: 'Aloud (muted)' });
    expect((await tray()).item('Mute')?.checked).toBe(true);
    await button.click();
    await expect.poll(async () => (await tray()).item('Mute')?.checked).toBe(false);
    expect((await popup.snapshot()).muted).toBe(false);
  });

  it('opens the popup to ask, and to enter a key', async () => {
    await app.driver.chooseTrayItem('API key…');
    await popup.page.getByRole('textbox', { name: 'API key' }).waitFor();
    await expect.poll(() => popup.isVisible()).toBe(true);
    await app.driver.chooseTrayItem('Ask…');
    await expect.poll(() => popup.prompt.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await popup.page.getByRole('textbox', { name: 'API key' }).count()).toBe(0);
  });

  it('opens the log with the system’s program', async () => {
    await app.driver.chooseTrayItem('Open log');
    await expect
      .poll(() => app.driver.shellCalls())
      .toEqual([{ action: 'openPath', target: expect.stringMatching(/logs[\\/]aloud\.log$/u) }]);
  });

  it('chooses the demo voice, and comes back from it to the server of this run', async () => {
    expect(await app.driver.chooseTrayItem('Use demo voice')).toBe(true);
    await popup.until(({ source }) => source === 'demo');
    expect((await tray()).item('Use demo voice')?.checked).toBe(true);
    await popup.ask('Count to two');
    await popup.until(({ answer }) => answer?.prompt === 'Count to two' && answer.phase === 'done');
    await app.driver.chooseTrayItem('Use demo voice');
    await popup.until(({ source }) => source === 'custom');
    await expect.poll(async () => (await tray()).item('Use demo voice')?.checked).toBe(false);
  });

  it('quits, and leaves no process behind', async () => {
    const children = descendants(app.pid);
    expect(children.length).toBeGreaterThan(0);
    expect(await app.driver.chooseTrayItem('Quit Aloud')).toBe(true);
    expect(await app.exited).toEqual({ code: 0, signal: null });
    await expect.poll(() => children.filter(isAlive), { timeout: 10_000 }).toEqual([]);
  });
});
