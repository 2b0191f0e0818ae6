import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCertificate } from '../../src/main/demo/certificate';
import type { Problem } from '../../src/preload/contract';
import { en } from '../../src/texts/en';
import { problemText } from '../../src/texts/problem-text';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp, runApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import type { ScenarioServer } from './harness/scenario-server';
import { scenarioServer, toneFrames } from './harness/scenario-server';

const PROMPT = 'Count to four';
const SHORT_PROMPT = 'Count to two';
const ANSWERS = { [PROMPT]: 'One, two, three, four.', [SHORT_PROMPT]: 'One, two.' };
/** Scenarios that begin only when 500 or 800 ms of sound have been sent. */
const LATE = /mid-|^(?:expire|server-error|content-filter|max-tokens|huge-frame|event-flood|bad-base64)$/u;

const promptFor = (scenario: string) => (LATE.test(scenario) ? PROMPT : SHORT_PROMPT);

let server: ScenarioServer;
let app: LaunchedApp;
let popup: PopupPage;

beforeAll(async () => {
  server = await scenarioServer();
  app = await launchApp({ args: ['--show'], env: { ALOUD_REALTIME_URL: server.url } });
  popup = await PopupPage.of(app);
});

afterAll(async () => {
  const problems = await app.driver.problems();
  await app.close();
  await server.close();
  expect(problems).toEqual([]);
});

/** How many frames the player has reported at the end of items: the sound that was really played. */
async function drainedFrames(): Promise<number> {
  const messages = (await app.driver.traffic())
    .filter(({ direction, channel }) => direction === 'to-main' && channel.startsWith('port:'))
    .map(({ text }) => /"drained".*?"playedFrames"[^\d]*(\d+)/su.exec(text)?.[1]);
  return messages.reduce((sum, frames) => sum + Number(frames ?? 0), 0);
}

async function heardWhole(prompt: keyof typeof ANSWERS): Promise<void> {
  const text = ANSWERS[prompt];
  const before = await drainedFrames();
  await popup.ask(prompt);
  const { answer, problem } = await popup.until(
    (now) => now.answer?.prompt === prompt && (now.answer.phase === 'done' || now.answer.phase === 'failed'),
  );
  expect({ phase: answer?.phase, text: answer?.text, problem }).toEqual({
    phase: 'done',
    text,
    problem: null,
  });
  expect(answer?.heardLength).toBe(text.length);
  expect((await drainedFrames()) - before).toBe(toneFrames(text));
  await expect.poll(() => popup.page.locator('.answer-text').innerText()).toBe(text);
}

/** Asks, and looks at the failure as a user does: one sentence, its buttons, the prompt back in the field. */
async function failsPlainly(prompt: string): Promise<Problem> {
  await popup.ask(prompt);
  const { answer, problem } = await popup.until(
    ({ answer }) => answer?.prompt === prompt && (answer.phase === 'failed' || answer.phase === 'done'),
  );
  if (answer?.phase !== 'failed' || problem === null)
    throw new Error(`It did not fail, but is ${answer?.phase}`);
  const { title, advice } = problemText(problem, en.sentences);
  const card = popup.page.getByRole('region', { name: title });
  await card.waitFor();
  expect(await popup.page.locator('.card.problem').count()).toBe(1);
  expect(await popup.page.getByRole('alert').getByRole('heading').allInnerTexts()).toEqual([title]);
  expect(await card.getByRole('button', { name: 'Dismiss' }).isVisible()).toBe(true);
  for (const sentence of [title, advice]) expect(sentence).toMatch(/^[A-Z].*\.$/u);
  await expect.poll(() => popup.prompt.inputValue(), { timeout: 10_000 }).toBe(prompt);
  return problem;
}

/** The server is well again: the same app answers, by the button where there is one and by Enter otherwise. */
async function recovers(problem: Problem): Promise<void> {
  await server.play('calm');
  const again = problem.actions.find((action) => action === 'retry' || action === 'ask-again');
  if (again !== undefined) {
    await popup.page.getByRole('button', { name: again === 'retry' ? 'Try again' : 'Ask again' }).click();
  } else {
    await popup.prompt.press('Enter');
  }
  const { answer } = await popup.until(
    (now) => now.answer?.phase === 'done' || (now.answer?.phase === 'failed' && now.problem !== problem),
  );
  expect(answer).toMatchObject({ phase: 'done', text: expect.stringMatching(/^One, two/u) });
  expect(await popup.page.locator('.card.problem').count()).toBe(0);
}

describe('an answer is heard whole from a server that', () => {
  it.each([
    ['behaves', 'calm'],
    ['sends everything at once', 'burst'],
    ['sends in bursts', 'jitter'],
    ['cuts samples in two', 'odd-bytes'],
    ['sends crumbs', 'tiny-chunks'],
    ['sends a single piece', 'one-chunk'],
    ['sends empty pieces', 'empty-deltas'],
    ['is slow to connect', 'slow-handshake'],
    ['is slower than speech', 'starve'],
    ['sends the words late', 'late-words'],
    ['says only what is needed', 'minimal-events'],
    ['speaks the beta dialect', 'beta-only'],
    ['speaks the GA dialect alone', 'ga-only'],
    ['says things from the future', 'unknown-events'],
    ['sends fields of wrong types', 'wrong-types'],
    ['says everything twice', 'duplicates'],
    ['sends the sound of somebody else', 'foreign-ids'],
    ['floods', 'event-flood'],
    ['mixes garbage in', 'garbage'],
  ])('%s', async (_what, scenario) => {
    await server.play(scenario);
    await heardWhole(promptFor(scenario));
  });
});

describe('a failure is one sentence, and then over, with a server that', () => {
  it.each([
    ['refuses the key', 'refuse-401', 'bad-key'],
    ['refuses the country', 'refuse-403', 'forbidden'],
    ['does not know the model', 'refuse-404', 'not-found'],
    ['asks to slow down', 'refuse-429', 'rate-limited'],
    ['finds no credit', 'refuse-429-quota', 'quota'],
    ['has a fault', 'refuse-500', 'server-error'],
    ['is overloaded', 'refuse-503', 'server-error'],
    ['is behind a broken gateway', 'refuse-html', 'server-error'],
    ['is the login page of a network', 'captive-portal', 'captive-portal'],
    ['speaks G.711', 'wrong-format', 'wrong-format'],
    ['speaks at another rate', 'wrong-rate', 'wrong-format'],
    ['sends damaged sound', 'bad-base64', 'bad-audio'],
    ['sends 24 MB in one frame', 'huge-frame', 'too-large'],
    ['closes at once', 'close-at-once', 'closed'],
    ['closes with a fault in the middle of an answer', 'close-mid-answer', 'server-error'],
    ['closes politely in the middle of an answer', 'close-normally-mid-answer', 'closed'],
    ['breaks off in the middle of an answer', 'reset-mid-answer', 'closed'],
    ['breaks off in the middle of a frame', 'reset-mid-frame', 'closed'],
    ['ends the session in the middle of an answer', 'expire', 'session-expired'],
    ['runs out of credit', 'quota', 'quota'],
    ['runs out of credit in the middle of an answer', 'quota-mid-answer', 'quota'],
    ['fails in the middle of an answer', 'server-error', 'server-error'],
    ['withholds the answer', 'content-filter', 'content-filter'],
    ['cuts the answer off', 'max-tokens', 'incomplete'],
    ['refuses the request', 'error-unknown-parameter', 'rejected'],
  ])('%s', async (_what, scenario, code) => {
    await server.play(scenario);
    const problem = await failsPlainly(promptFor(scenario));
    expect(problem.code).toBe(code);
    await recovers(problem);
  });

  it('is not there', async () => {
    await server.vanish();
    const problem = await failsPlainly(SHORT_PROMPT);
    expect(problem).toMatchObject({ code: 'refused-connection', actions: ['retry', 'use-demo'] });
    await recovers(problem);
  });

  const page = '<!doctype html><title>It works!</title>';
  const OTHERS: [string, (socket: Socket) => void, string][] = [
    [
      'is a web server',
      (socket) =>
        void socket.once('data', () => {
          const head = `HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: ${page.length}`;
          socket.end(`${head}\r\nConnection: close\r\n\r\n${page}`);
        }),
      'not-a-realtime-server',
    ],
    ['speaks no HTTP', (socket) => void socket.end('SSH-2.0-OpenSSH_9.9\r\n'), 'not-a-realtime-server'],
    ['hangs up', (socket) => void socket.once('data', () => socket.resetAndDestroy()), 'refused-connection'],
  ];
  it.each(OTHERS)('%s', async (_what, serve, code) => {
    await server.replace(serve);
    const problem = await failsPlainly(SHORT_PROMPT);
    expect(problem.code).toBe(code);
    await recovers(problem);
  });
});

it('does not trust a certificate that nobody vouches for', async () => {
  const certificate = await createCertificate(new Date());
  const secure = await scenarioServer({ certificate });
  try {
    const { code, stderr } = await runApp({
      args: ['--ask', PROMPT, '--quit-after-answer'],
      env: { ALOUD_REALTIME_URL: secure.url, OPENAI_API_KEY: 'any-key-at-all' },
    });
    expect(stderr).toContain('The certificate of the server is signed by nobody whom this computer trusts.');
    expect(code).toBe(1);
  } finally {
    await secure.close();
  }
});
