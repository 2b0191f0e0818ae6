import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { AloudApi } from '../../../src/preload/contract';
import { examine, type Findings } from '../../bench/analysis/findings';
import { excerpt, speak, toFloat } from '../../bench/speech';
import type { LaunchedApp } from '../harness/launch-app';
import { launchApp } from '../harness/launch-app';
import { PopupPage } from '../harness/popup-page';
import { goFirst } from '../harness/priority';
import { processesOf } from '../harness/processes';
import type { SoundRecording, SoundSink } from '../harness/sound-sink';
import { soundSink, soundSinkProblem } from '../harness/sound-sink';
import type { TappedServer } from '../harness/tapped-server';
import { tappedServer } from '../harness/tapped-server';
import { bestLag } from '../harness/waveform';

const RATE = 24_000;
const MS = RATE / 1_000;
/** What the target allows, ms: a reported position against the recording. */
const POSITION_MS = 20;
const HEADSET = 'headset';
/** Less than a syllable, ms. */
const WORD_MS = 150;

const problem = soundSinkProblem();
if (problem !== null) process.stderr.write(`No listening tests: ${problem}\n`);

/**
 * What a listener hears while this and that happens, in speech without pauses, so that nothing can hide in them: no
 * frame may be lost, none repeated, and the position that the server is told must be what was heard.
 */
describe.skipIf(problem !== null)('listening', { retry: 2, timeout: 40_000 }, () => {
  let sink: SoundSink;
  let server: TappedServer;
  let app: LaunchedApp;
  let popup: PopupPage;
  let speech: Int16Array;
  /** What the next answers say. */
  let lines: Int16Array[] = [];

  beforeAll(async () => {
    speech = await speak();
    sink = await soundSink();
    server = await tappedServer({ pace: 4, speech: () => lines.shift() ?? new Int16Array(0) });
  });

  beforeEach(async () => {
    // A fresh app each time: what one test does to page and devices is none of the next one's business.
    app = await launchApp({ env: { ...sink.env, ALOUD_REALTIME_URL: server.url } });
    popup = await PopupPage.of(app);
    await popup.until(({ audio }) => audio.kind === 'running' || audio.kind === 'suspended');
    await goFirst(await processesOf(app.pid));
  });

  afterEach(async () => {
    await app?.close();
    sink.reset();
  });

  afterAll(async () => {
    await server?.stop();
    await sink?.close();
  });

  interface Heard {
    findings: Findings;
    /** Where it begins in the reference and ends, frames. */
    from: number;
    to: number;
  }

  async function heardOn(recording: SoundRecording, said: Int16Array): Promise<Heard> {
    const findings = examine(toFloat(said), toFloat(await recording.stop()));
    const [first] = findings.runs;
    return { findings, from: first?.ref ?? 0, to: findings.heard };
  }

  /** Asks for `ms` of speech and waits until it has sounded for a while. */
  async function speaking(ms: number): Promise<Int16Array> {
    const said = excerpt(speech, 0, ms);
    lines = [said];
    await popup.ask('Speak');
    await popup.until(({ answer }) => answer?.phase === 'speaking');
    await pause(900);
    return said;
  }

  /** In the tray's menu, as soon as the page has seen it. */
  async function choose(device: string): Promise<void> {
    await popup.page.evaluate(() => navigator.mediaDevices.dispatchEvent(new Event('devicechange')));
    await popup.until(({ output }) => output.devices.some(({ name }) => name === device));
    expect(await app.driver.chooseTrayItem('Output', device)).toBe(true);
    await popup.until(({ output }) => output.active?.name === device);
  }

  async function reload(): Promise<void> {
    const [window] = await app.driver.windows();
    const loaded = popup.page.waitForEvent('load');
    await app.driver.reloadWindow(window?.id ?? 0);
    await loaded;
  }

  const pause = (ms: number) => new Promise((next) => setTimeout(next, ms));
  const over = () => popup.until(({ answer }) => answer?.phase === 'done', 40_000);

  /** The last `audio_end_ms` that the server was told. */
  async function told(): Promise<number> {
    const truncations = () => server.fromApp().filter(({ type }) => type === 'conversation.item.truncate');
    await expect.poll(() => truncations().length, { timeout: 5_000 }).toBeGreaterThan(0);
    return Number(truncations().at(-1)?.audio_end_ms);
  }

  /** One break, shorter than a second, after which nothing is missing and next to nothing comes again. */
  function expectGoneOn(findings: Findings): void {
    expect(findings.lostAtStart).toBe(0);
    // What the device gave out of its last buffer, nobody can know better.
    expect(findings.lostInside / MS).toBeLessThan(POSITION_MS);
    expect(findings.repeated / MS).toBeLessThan(WORD_MS);
    expect(findings.holes).toHaveLength(1);
    expect((findings.holes[0]?.frames ?? 0) / MS).toBeLessThan(1_000);
  }

  it('goes on after a pause with the very next word, and knows its position then', async () => {
    const recording = await sink.record(RATE);
    const said = await speaking(6_000);
    await popup.page.keyboard.press('Space');
    await popup.until(({ paused }) => paused);
    await recording.untilSilent(500);
    await app.driver.chooseTrayItem('Resume');
    await popup.until(({ paused }) => !paused);
    await pause(800);
    await popup.page.keyboard.press('Escape');
    await recording.untilSilent(300);
    const { findings, to } = await heardOn(recording, said);
    expect(findings).toMatchObject({ lostAtStart: 0, lostInside: 0, repeated: 0, clicks: [] });
    expect(findings.holes).toHaveLength(1);
    expect(Math.abs((await told()) - to / MS)).toBeLessThan(POSITION_MS);
  });

  it('changes the device in mid-speech without losing or repeating a word', async () => {
    sink.plug(HEADSET);
    const recordings = [await sink.record(RATE), await sink.record(RATE, HEADSET)] as const;
    const said = await speaking(6_000);
    await choose(HEADSET);
    await pause(1_000);
    await popup.page.keyboard.press('Escape');
    await recordings[1].untilSilent(300);
    const first = await heardOn(recordings[0], said);
    const second = await heardOn(recordings[1], said);
    expect(first.findings).toMatchObject({ lostAtStart: 0, lostInside: 0, repeated: 0, clicks: [] });
    expect(second.findings).toMatchObject({ lostInside: 0, repeated: 0, clicks: [] });
    expect(Math.abs((await told()) - second.to / MS)).toBeLessThan(POSITION_MS);
    expect(Math.abs(second.from - first.to) / MS).toBeLessThan(POSITION_MS / 2);
  });

  it('goes on elsewhere when the chosen device is lost, says so, and takes it again when it is back', async () => {
    sink.plug(HEADSET);
    await choose(HEADSET);
    const recordings = [await sink.record(RATE), await sink.record(RATE, HEADSET)] as const;
    const said = await speaking(9_000);
    sink.unplug(HEADSET);
    // Not every system tells of it: the page looks every two seconds.
    await popup.until(({ output }) => output.chosen?.name === HEADSET && output.active === null);
    await popup.page.getByText(`“${HEADSET}” is not connected`).waitFor();
    await pause(500);
    const [elsewhere, before] = [await heardOn(recordings[0], said), await heardOn(recordings[1], said)];
    sink.plug(HEADSET);
    // Chromium may go on for some seconds on the stream that it had opened for it, wherever that was moved to.
    const rest = [await sink.record(RATE), await sink.record(RATE, HEADSET)];
    await popup.until(({ output }) => output.active?.name === HEADSET);
    await over();
    const ends = [];
    for (const recording of rest) ends.push((await heardOn(recording, said)).to);
    expect(said.length - Math.max(...ends)).toBeLessThan(MS);
    // The sound server moves what plays, and what records, from the lost device: that costs some ms of its own.
    expect(before.findings.lostAtStart).toBe(0);
    expect(before.findings.lostInside / MS).toBeLessThan(WORD_MS);
    // Then Chromium breaks off, and ours is to go on where it was, as exactly as the moved stream's latency was known.
    expect(elsewhere.findings.lostInside / MS).toBeLessThan(POSITION_MS);
    expect(elsewhere.findings.repeated / MS).toBeLessThan(POSITION_MS);
  });

  it('follows the system to another device', async () => {
    sink.plug(HEADSET);
    const recordings = [await sink.record(RATE), await sink.record(RATE, HEADSET)] as const;
    const said = await speaking(5_000);
    sink.makeDefault(HEADSET);
    await over();
    await recordings[1].untilSilent(400);
    // The first recording follows the system too: it is all that the listener hears.
    const [all, second] = [await heardOn(recordings[0], said), await heardOn(recordings[1], said)];
    expect(all.findings).toMatchObject({ lostAtStart: 0, lostAtEnd: 0 });
    // What the sound server repeats or leaves out when it moves a stream is its own: a few ms.
    expect((all.findings.lostInside + all.findings.repeated) / MS).toBeLessThan(POSITION_MS);
    expect(second.to - second.from).toBeGreaterThan(1_000 * MS);
  });

  it.each(['crash', 'reload'] as const)('goes on within a second after a %s of the page', async (what) => {
    const recording = await sink.record(RATE);
    const said = await speaking(8_000);
    const [window] = await app.driver.windows();
    if (what === 'crash') await app.driver.crashRenderer(window?.id ?? 0);
    else await reload();
    await pause(2_500);
    await app.driver.chooseTrayItem('Stop speaking');
    await recording.untilSilent(300);
    const { findings, to } = await heardOn(recording, said);
    expectGoneOn(findings);
    // The browser breaks the old page's sound off hard; ours fades in.
    expect(findings.clicks.length).toBeLessThanOrEqual(1);
    expect(Math.abs((await told()) - to / MS)).toBeLessThan(POSITION_MS);
  });

  it.each([
    ['suspended', (contexts: AudioContext[]) => contexts.at(-1)?.suspend()],
    ['closed', (contexts: AudioContext[]) => contexts.at(-1)?.close()],
  ] as const)('goes on within a second when the system has %s the context', async (_what, act) => {
    await popup.page.addInitScript(`{
      const contexts = [];
      const Original = AudioContext;
      window.AudioContext = class extends Original {
        constructor(options) {
          super(options);
          contexts.push(this);
        }
      };
      window.contexts = contexts;
    }`);
    await reload();
    const recording = await sink.record(RATE);
    const said = await speaking(6_000);
    await popup.page.evaluate(`(${String(act)})(window.contexts)`);
    await pause(1_500);
    await app.driver.chooseTrayItem('Stop speaking');
    await recording.untilSilent(300);
    const { findings, to } = await heardOn(recording, said);
    expectGoneOn(findings);
    expect(Math.abs((await told()) - to / MS)).toBeLessThan(POSITION_MS);
  });

  it('hears nothing of the window being hidden and shown, and knows its position', async () => {
    const recording = await sink.record(RATE);
    const said = await speaking(6_000);
    const hotkey = (await app.driver.hotkeys())[0] ?? '';
    for (let times = 0; times < 3; times++) {
      await app.driver.fireHotkey(hotkey);
      await pause(400);
    }
    await app.driver.chooseTrayItem('Stop speaking');
    await recording.untilSilent(300);
    const { findings, to } = await heardOn(recording, said);
    expect(findings).toMatchObject({ lostAtStart: 0, lostInside: 0, repeated: 0, holes: [], clicks: [] });
    expect(Math.abs((await told()) - to / MS)).toBeLessThan(POSITION_MS);
  });

  it('hears it once more from memory, every word', async () => {
    const said = await speaking(1_500);
    await over();
    const recording = await sink.record(RATE);
    await app.driver.chooseTrayItem('Hear the last answer again');
    await popup.until(({ answer }) => answer?.replay === 'sounding');
    await popup.until(({ answer }) => answer?.replay === 'finished');
    await recording.untilSilent(400);
    const { findings } = await heardOn(recording, said);
    expect(findings).toMatchObject({ lostAtStart: 0, lostAtEnd: 0, lostInside: 0, holes: [], clicks: [] });
  });

  it('makes a change of the volume smooth, and knows its position after it', async () => {
    const recording = await sink.record(RATE);
    const said = await speaking(6_000);
    for (const volume of [0.5, 0.2, 0, 1]) {
      await popup.page.evaluate(
        (value) => (window as unknown as { aloud: AloudApi }).aloud.setVolume(value),
        volume,
      );
      await pause(250);
    }
    await pause(600);
    await popup.page.keyboard.press('Escape');
    await recording.untilSilent(300);
    const { findings, to } = await heardOn(recording, said);
    expect(findings.clicks).toEqual([]);
    expect(Math.abs((await told()) - to / MS)).toBeLessThan(POSITION_MS);
  });

  it('leaves the server’s conversation with just what was heard, after three questions in a second', async () => {
    const recording = await sink.record(RATE);
    const before = server.answers().length;
    await speaking(6_000);
    lines = [excerpt(speech, 5_000, 4_000), excerpt(speech, 9_000, 4_000), excerpt(speech, 14_000, 2_000)];
    for (const prompt of ['One', 'Two', 'Three']) {
      await popup.ask(prompt);
      await pause(300);
    }
    await popup.until(({ answer }) => answer?.prompt === 'Three' && answer.phase === 'done', 30_000);
    await recording.untilSilent(300);
    const samples = await recording.stop();
    const answers = server.answers().slice(before);
    expect(answers).toHaveLength(4);
    for (const { item, pcm } of answers) {
      const kept = await server.retrieve(item);
      if (kept === null) continue;
      // The recording holds the other answers too: this one is where its beginning is.
      const at = bestLag(samples, pcm.subarray(0, 150 * MS));
      const own = samples.subarray(Math.max(0, at - 5 * MS), at + kept.length + 400 * MS);
      const [run] = examine(toFloat(pcm), toFloat(own)).runs;
      const heard = (run?.ref ?? 0) + (run?.frames ?? 0);
      expect(Math.abs(kept.length - heard) / MS).toBeLessThan(POSITION_MS);
    }
    expect(server.fromServer().filter(({ type }) => type === 'error')).toEqual([]);
  });
});
