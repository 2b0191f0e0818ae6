import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp, runApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import type { ScenarioServer } from './harness/scenario-server';
import { scenarioServer } from './harness/scenario-server';
import type { SoundSink } from './harness/sound-sink';
import { soundSink, soundSinkProblem } from './harness/sound-sink';

const ANSWER = 'One, two, three, four.\n';

describe('a second start', () => {
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

  beforeEach(() => hide());

  async function hide(): Promise<void> {
    await popup.page.evaluate(() => (window as unknown as { aloud: { hide(): Promise<void> } }).aloud.hide());
    expect(await popup.isVisible()).toBe(false);
  }

  /** Starts Aloud again with the same data; it must hand over and go. */
  async function startAgain(...args: string[]): Promise<void> {
    const second = await runApp({ args, userData: app.userData });
    expect(second).toMatchObject({ code: 0, signal: null, stderr: '' });
    expect(second.stdout).toBe('Aloud runs already, and has been told.\n');
  }

  const untilVisible = (visible: boolean) =>
    expect.poll(() => popup.isVisible(), { timeout: 20_000 }).toBe(visible);

  it('opens the popup of the running one, ready to type', async () => {
    await startAgain();
    await untilVisible(true);
    await expect.poll(() => popup.prompt.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await app.driver.windows()).toHaveLength(1);
  });

  it('shows, hides and toggles it', async () => {
    await startAgain('--show');
    await untilVisible(true);
    await startAgain('--hide');
    await untilVisible(false);
    await startAgain('--toggle');
    await untilVisible(true);
    await startAgain('--toggle');
    await untilVisible(false);
  });

  it('asks in the running one, and stops it', async () => {
    await startAgain('--ask', 'Count to four');
    await untilVisible(true);
    await popup.until(({ answer }) => answer?.prompt === 'Count to four' && answer.phase === 'done');
    await startAgain('--ask=--what is this?');
    await popup.until(({ answer }) => answer?.prompt === '--what is this?' && answer.text !== '');
    await popup.ask('Count to fifty');
    await popup.until(({ answer }) => answer?.prompt === 'Count to fifty' && answer.phase === 'speaking');
    await startAgain('--stop');
    await popup.until(({ answer }) => answer?.prompt === 'Count to fifty' && answer.phase === 'stopped');
  });

  it('is refused with a sentence when it says nothing sensible, and the running one does not hear of it', async () => {
    const second = await runApp({ args: ['--ask'], userData: app.userData });
    expect(second).toMatchObject({ code: 2, stdout: '' });
    expect(second.stderr).toMatch(/^--ask needs a question after it.*\n$/u);
    expect(await popup.isVisible()).toBe(false);
  });

  it('ends the running one', async () => {
    await startAgain('--quit');
    expect(await app.exited).toEqual({ code: 0, signal: null });
  });
});

describe('a run for one answer', () => {
  let server: ScenarioServer;

  beforeAll(async () => {
    server = await scenarioServer({ key: 'the-right-key-of-this-server' });
  });

  afterAll(() => server.close());

  const ask = (env: Record<string, string>, args: readonly string[] = []) =>
    runApp({ args: ['--ask', 'Count to four', '--quit-after-answer', ...args], env });

  it('prints the words and ends well, without a sound device too', async () => {
    const { code, stdout, stderr } = await ask({
      ALOUD_REALTIME_URL: server.url,
      OPENAI_API_KEY: 'the-right-key-of-this-server',
      // No sound server is there: whatever the machine has is not reached.
      PULSE_SERVER: 'unix:/nonexistent/pulse',
      PULSE_CLIENTCONFIG: '/dev/null',
    });
    expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: ANSWER });
  });

  const missing = soundSinkProblem();
  if (missing !== null) process.stderr.write(`Not tested with a sound device: ${missing}\n`);
  it.skipIf(missing !== null)('has played the answer to its end when it ends', async () => {
    const sink: SoundSink = await soundSink();
    try {
      const recording = await sink.record(24_000);
      const { code, stdout, stderr } = await ask(sink.env, ['--demo']);
      const samples = await recording.stop();
      expect({ code, stdout }, stderr).toEqual({ code: 0, stdout: ANSWER });
      const loud = samples.reduce((count, sample) => count + (Math.abs(sample) > 500 ? 1 : 0), 0);
      // More than half a second of it is louder than a whisper; "four" alone would not be.
      expect(loud).toBeGreaterThan(12_000);
    } finally {
      await sink.close();
    }
  });

  // They have nothing to play, so they may run at once.
  it.concurrent.each([
    ['nothing listens there', { ALOUD_REALTIME_URL: 'ws://127.0.0.1:9' }, 'The server does not answer.'],
    [
      'no such server exists',
      { ALOUD_REALTIME_URL: 'wss://nowhere.invalid/v1/realtime', OPENAI_API_KEY: 'any-key-at-all' },
      'The server could not be found on the network.',
    ],
    ['it is no address', { ALOUD_REALTIME_URL: 'over there' }, 'ALOUD_REALTIME_URL is not an address'],
    [
      'a key would go out unencrypted',
      { ALOUD_REALTIME_URL: 'ws://nowhere.invalid/v1/realtime', OPENAI_API_KEY: 'any-key-at-all' },
      'The key was not sent, because the connection would not be encrypted.',
    ],
  ])('ends with one sentence when %s', async (_why, env, sentence) => {
    const { code, stdout, stderr } = await ask(env);
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n'), stderr).toHaveLength(1);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '\n' });
  });

  it('ends with one sentence when the key is wrong, which it does not show', async () => {
    const { code, stderr } = await ask({
      ALOUD_REALTIME_URL: server.url,
      OPENAI_API_KEY: 'some-other-key-altogether',
    });
    expect(stderr).toBe('The server did not accept the key. Check that the key is whole and still valid.\n');
    expect(code).toBe(1);
  });
});

describe('a start with wrong arguments', () => {
  it.concurrent.each([
    [['--ask'], '--ask needs a question'],
    [['--ask', '   '], 'The question after --ask is blank.'],
    [['--ask', 'x'.repeat(32_001)], 'The question after --ask is too long'],
    [['--show', '--hide'], 'Give one command at a time'],
    [['--quit-after-answer'], '--quit-after-answer goes with --ask'],
  ])('ends with the code 2 and a sentence (%#)', async (args, sentence) => {
    const { code, stdout, stderr } = await runApp({ args });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(sentence);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });
});
