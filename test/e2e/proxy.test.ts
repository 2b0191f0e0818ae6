import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { certificateFor } from '../fakes/certificate';
import type { Front } from '../fakes/front';
import { startFront } from '../fakes/front';
import type { HttpProxy } from '../fakes/http-proxy';
import { startHttpProxy } from '../fakes/http-proxy';
import { startSocksProxy } from '../fakes/socks-proxy';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';
import type { ScenarioServer } from './harness/scenario-server';
import { scenarioServer } from './harness/scenario-server';
import { holds, tracesInFiles, tracesInPage, tracesInTraffic } from './harness/traces';

/** A host that only the proxies know. */
const HOST = 'realtime.example';
const SERVER = `${HOST}:443`;
const KEY = 'sk-test-0123456789';
const NAME = 'me@work';
const PASSWORD = 'p:ss %ALOUDMARK';

let folder: string;
let server: ScenarioServer;
let front: Front;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aloud-proxy-'));
  const certificate = await certificateFor(HOST);
  await writeFile(join(folder, 'authority.pem'), certificate.cert);
  server = await scenarioServer();
  front = await startFront(Number(new URL(server.url).port), certificate);
});

afterAll(async () => {
  await front.stop();
  await server.close();
  await rm(folder, { recursive: true, force: true });
});

/** On a computer whose system names these proxies. */
async function start(
  proxies: string,
  env: Record<string, string> = {},
): Promise<{ app: LaunchedApp; popup: PopupPage }> {
  const app = await launchApp({
    env: {
      ALOUD_REALTIME_URL: `wss://${HOST}/v1/realtime`,
      OPENAI_API_KEY: KEY,
      NODE_EXTRA_CA_CERTS: join(folder, 'authority.pem'),
      ...env,
    },
  });
  // Before the popup is opened there is no connection.
  await app.driver.setProxy(proxies);
  await app.driver.fireHotkey('CommandOrControl+Shift+Space');
  return { app, popup: await PopupPage.of(app) };
}

/** What becomes of the question once it is over: the words of the answer, or the code of its failure. */
async function outcomeOf(popup: PopupPage, question: string): Promise<string | undefined> {
  await popup.ask(question);
  const { answer, problem } = await popup.until(
    (now) => now.answer?.prompt === question && ['done', 'failed'].includes(now.answer.phase),
  );
  return answer?.phase === 'done' ? answer.text : problem?.code;
}

const told = (popup: PopupPage): Promise<string> => popup.page.getByRole('alert').innerText();
const address = (url: string): string => new URL(url).host;

describe('a proxy that lets everybody through', () => {
  it('is taken, whatever kind it is of, and the next one when it goes', async () => {
    const http = await startHttpProxy({ target: front.port });
    const { app, popup } = await start(`PROXY ${address(http.url)}`);
    const socks = await startSocksProxy({ target: front.port });
    try {
      expect(await outcomeOf(popup, 'Count to two')).toBe('One, two.');
      expect(http.asked.map(({ url }) => url)).toEqual([SERVER]);
      expect(JSON.stringify(http.asked[0]?.headers)).not.toContain(KEY);

      // In another network, whose script names a proxy that is gone before one that is there, and both for that server alone.
      await app.driver.setProxyScript(`function FindProxyForURL(url, host) {
        return url === 'https://${HOST}/' && host === '${HOST}'
          ? 'PROXY ${address(http.url)}; SOCKS5 127.0.0.1:${socks.port}'
          : 'PROXY 127.0.0.1:9';
      }`);
      await http.stop();
      expect(await outcomeOf(popup, 'Count to three')).toBe('One, two, three.');
      expect(socks.asked).toEqual([SERVER]);
      expect(server.heads.at(-1)).toContain(`Bearer ${KEY}`);
    } finally {
      await app.close();
      await socks.stop();
      await http.stop();
    }
  });
});

describe('a proxy that wants a password', () => {
  let proxy: HttpProxy;

  beforeAll(async () => {
    proxy = await startHttpProxy({ target: front.port, password: `${NAME}:${PASSWORD}` });
  });

  afterAll(() => proxy.stop());

  const startBehind = (env?: Record<string, string>) => start(`PROXY ${address(proxy.url)}`, env);
  /** What is put before the address of the proxy, written as the sentence says. */
  const signIn = (password: string): string => `${encodeURIComponent(NAME)}:${encodeURIComponent(password)}`;

  /** Every place where the password was found, however it is spelt. */
  async function tracesOf(app: LaunchedApp, popup: PopupPage, password: string): Promise<string[]> {
    // The search itself finds what is there.
    expect(tracesInFiles(app.userData, 'The hotkey is registered')).toHaveLength(1);
    expect(await tracesInPage(popup.page, 'Your question')).toEqual(['page document']);
    const secrets = [password, `${NAME}:${password}`];
    const inApp = secrets.map(async (secret) => [
      ...tracesInFiles(app.userData, secret),
      ...(holds(app.stdout(), secret) ? ['stdout'] : []),
      ...(holds(app.stderr(), secret) ? ['stderr'] : []),
      ...(await tracesInPage(popup.page, secret)),
      ...(await tracesInTraffic(app, secret)),
    ]);
    return (await Promise.all(inApp)).flat();
  }

  it('is given it by the very command that the popup tells', async () => {
    const first = await startBehind();
    let variable = '';
    try {
      expect(await outcomeOf(first.popup, 'Count to two')).toBe('proxy-auth');
      const { problem } = await first.popup.snapshot();
      const line = problem?.command?.line ?? '';
      const sentence = await told(first.popup);
      expect(sentence).toContain('The proxy of this network wants a name and a password.');
      expect(sentence).toContain(line);
      // It is in quotes, of one kind or the other.
      variable = /["'](.*NAME:PASSWORD.*?)["']/u.exec(line)?.[1] ?? '';
    } finally {
      await first.app.close();
    }
    const again = await startBehind({ HTTPS_PROXY: variable.replace('NAME:PASSWORD', signIn(PASSWORD)) });
    try {
      expect(await outcomeOf(again.popup, 'Count to two')).toBe('One, two.');
      // The popup itself, a browser's page, does not go there.
      expect(new Set(proxy.asked.map(({ url }) => url))).toEqual(new Set([SERVER]));
      expect(await tracesOf(again.app, again.popup, PASSWORD)).toEqual([]);
    } finally {
      await again.app.close();
    }
  });

  it('says that it is another one, where a wrong one was given', async () => {
    const wrong = 'wr:ng %ALOUDMARK';
    const { app, popup } = await startBehind({ HTTPS_PROXY: proxy.url.replace('//', `//${signIn(wrong)}@`) });
    try {
      expect(await outcomeOf(popup, 'Count to two')).toBe('proxy-password');
      const { problem } = await popup.snapshot();
      const sentence = await told(popup);
      expect(sentence).toContain('did not accept the name and password in HTTPS_PROXY');
      expect(sentence).toContain(`NAME:PASSWORD@${address(proxy.url)}`);
      expect(problem?.details).toBe('proxy http 407 basic');
      expect(await tracesOf(app, popup, wrong)).toEqual([]);
    } finally {
      await app.close();
    }
  });
});
