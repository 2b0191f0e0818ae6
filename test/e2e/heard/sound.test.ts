import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findScenario } from '../../../src/main/demo/scenarios/scenarios';
import type { LaunchedApp } from '../harness/launch-app';
import { launchApp } from '../harness/launch-app';
import { PopupPage } from '../harness/popup-page';
import { goFirst } from '../harness/priority';
import { processesOf } from '../harness/processes';
import type { SoundRecording, SoundSink } from '../harness/sound-sink';
import { soundSink, soundSinkProblem } from '../harness/sound-sink';
import type { TappedServer } from '../harness/tapped-server';
import { tappedServer } from '../harness/tapped-server';
import { bestLag, compareSound } from '../harness/waveform';

const RATE = 24_000;
/** The sink and the browser put so much silence, ms, between what belongs together at the very most. */
const NO_GAP_MS = 10;

const problem = soundSinkProblem();
// Said plainly, and shown as skipped: nothing here can be known without a recording.
if (problem !== null) process.stderr.write(`No sound tests: ${problem}\n`);

// A busy machine makes the browser or the sound server miss a buffer now and then, which no program can help: that spoils
// one recording. A fault of ours spoils every one, so what fails is recorded anew twice before it counts.
describe.skipIf(problem !== null)('the sound at the device', { retry: 2 }, () => {
  let sink: SoundSink;
  let server: TappedServer;
  let app: LaunchedApp;
  let popup: PopupPage;

  beforeAll(async () => {
    sink = await soundSink();
    server = await tappedServer();
    app = await launchApp({ env: { ...sink.env, ALOUD_REALTIME_URL: server.url } });
    popup = await PopupPage.of(app);
    await popup.until(({ audio }) => audio.kind === 'running' || audio.kind === 'suspended');
  });

  afterAll(async () => {
    await app?.close();
    await server?.stop();
    await sink?.close();
  });

  /** Asks and records until the answer was heard, or was stopped. */
  async function recorded(question: string, meanwhile?: (recording: SoundRecording) => Promise<void>) {
    // A desktop serves a browser's sound in real time; a test's machine does so only if asked.
    await goFirst(await processesOf(app.pid));
    const recording = await sink.record(RATE);
    await popup.ask(question);
    await meanwhile?.(recording);
    await popup.until(
      ({ answer }) =>
        answer?.prompt === question && answer.phase !== 'waiting' && answer.phase !== 'speaking',
    );
    await recording.untilSilent(400);
    const samples = await recording.stop();
    const answer = server.answers().at(-1);
    if (answer === undefined) throw new Error('The server sent no sound');
    return { samples, answer };
  }

  it('is the server’s, whole, without a gap or a click', async () => {
    const { samples, answer } = await recorded('Count to five');
    const compared = compareSound(samples, answer.pcm, { rate: RATE });
    expect(compared.correlation).toBeGreaterThan(0.98);
    expect(compared).toMatchObject({ missingAtStartMs: 0, missingAtEndMs: 0, clicks: 0 });
    expect(compared.longestGapMs).toBeLessThanOrEqual(NO_GAP_MS);
  });

  it.each(['odd-bytes', 'tiny-chunks', 'one-chunk', 'burst'])(
    'is whole when the server sends %s',
    async (name) => {
      const scenario = findScenario(name);
      if (scenario === null) throw new Error(`There is no scenario ${name}`);
      server.setScenario(scenario);
      // Scenarios hold for new connections: choosing the voice again drops the old one.
      await app.driver.power('suspend');
      const { samples, answer } = await recorded(`Count from ${name.length} to 14`);
      const compared = compareSound(samples, answer.pcm, { rate: RATE });
      expect(compared.correlation).toBeGreaterThan(0.98);
      expect(compared).toMatchObject({ missingAtStartMs: 0, missingAtEndMs: 0 });
      expect(compared.longestGapMs).toBeLessThanOrEqual(NO_GAP_MS);
    },
  );

  it('has no hole while the page is blocked for half a second again and again', async () => {
    const { samples, answer } = await recorded('Count to eight', async () => {
      await popup.until(({ answer: now }) => now?.phase === 'speaking');
      for (let times = 0; times < 4; times += 1) {
        await popup.page.evaluate(() => {
          const until = performance.now() + 500;
          while (performance.now() < until);
        });
      }
    });
    const compared = compareSound(samples, answer.pcm, { rate: RATE });
    expect(compared.correlation).toBeGreaterThan(0.98);
    expect(compared.longestGapMs).toBeLessThanOrEqual(NO_GAP_MS);
  });

  it('ends for Esc, and the server is told where', async () => {
    await app.driver.chooseTrayItem('Ask…');
    const before = server.fromApp().length;
    const { samples, answer } = await recorded('Tell me a long story', async () => {
      await popup.until(({ answer: now }) => (now?.heardLength ?? 0) > 40);
      await popup.page.keyboard.press('Escape');
    });
    const truncated = () =>
      server
        .fromApp()
        .slice(before)
        .find(({ type }) => type === 'conversation.item.truncate');
    await expect.poll(truncated).toMatchObject({ item_id: answer.item, content_index: 0 });
    const lag = bestLag(samples, answer.pcm.subarray(0, RATE));
    const lastSound = samples.findLastIndex((sample) => Math.abs(sample) > 64);
    const heardMs = ((lastSound - lag) * 1000) / RATE;
    const toldMs = Number(truncated()?.audio_end_ms);
    expect(heardMs).toBeGreaterThan(500);
    // Words may end in a pause of up to some hundred ms, which no recording can tell from silence.
    expect(toldMs - heardMs).toBeLessThan(600);
    expect(heardMs - toldMs).toBeLessThan(60);
    expect(server.fromServer().filter(({ type }) => type === 'error')).toEqual([]);
  });

  it('is none while muted, and is there again after', async () => {
    await app.driver.chooseTrayItem('Mute');
    await popup.until(({ muted }) => muted);
    const recording = await sink.record(RATE);
    await popup.ask('Count to two');
    await popup.until(({ answer }) => answer?.prompt === 'Count to two' && answer.phase === 'done');
    const silent = await recording.stop();
    expect(silent.some((sample) => Math.abs(sample) > 64)).toBe(false);
    await app.driver.chooseTrayItem('Mute');
    await popup.until(({ muted }) => !muted);
    const { samples, answer } = await recorded('Count to three');
    expect(compareSound(samples, answer.pcm, { rate: RATE }).correlation).toBeGreaterThan(0.98);
  });
});
