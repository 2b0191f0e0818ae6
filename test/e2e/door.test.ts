import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { AloudApi } from '../../src/preload/contract';
import type { LaunchedApp } from './harness/launch-app';
import { launchApp } from './harness/launch-app';
import { PopupPage } from './harness/popup-page';

/** Every name of the contract; the compiler says when one is missing or too many. */
const API: Record<keyof AloudApi, true> = {
  getSnapshot: true,
  ask: true,
  stop: true,
  retry: true,
  newConversation: true,
  hide: true,
  getDraft: true,
  setDraft: true,
  reportPainted: true,
  setKey: true,
  useDemo: true,
  setPaused: true,
  replay: true,
  setMuted: true,
  setVolume: true,
  setOutput: true,
  dismissProblem: true,
  openLog: true,
  openSettings: true,
  setContentHeight: true,
  requestAudioPort: true,
  reportAudioDevice: true,
  reportOutputs: true,
  getAbout: true,
  openAbout: true,
  openChromiumLicences: true,
  closeAbout: true,
  getSettings: true,
  changeSettings: true,
  resetSettings: true,
  useProfile: true,
  addProfile: true,
  changeProfile: true,
  removeProfile: true,
  checkKey: true,
  removeKey: true,
  recordHotkey: true,
  changeHotkey: true,
  proveHotkey: true,
  playVoiceSample: true,
  playTestTone: true,
  lookForUpdates: true,
  installUpdate: true,
  revealLogs: true,
  closeSettings: true,
  onSnapshot: true,
  onSettings: true,
  onLanguage: true,
  onSection: true,
  onHotkeyPressed: true,
  onShown: true,
  onHidden: true,
};

/** What a page of Electron must not find on its window. */
const FORBIDDEN = [
  'require',
  'module',
  'exports',
  'process',
  'Buffer',
  'global',
  'setImmediate',
  'electron',
  'ipcRenderer',
  'contextBridge',
  '__dirname',
  '__filename',
];

interface HostilePage {
  aloud: Record<string, (...args: unknown[]) => Promise<unknown>>;
  hacked?: boolean;
}

let app: LaunchedApp;
let popup: PopupPage;
let windowId = 0;

const OWN = { url: 'app://aloud/popup/index.html', isTopFrame: true };

beforeAll(async () => {
  app = await launchApp({ args: ['--demo', '--show'] });
  popup = await PopupPage.of(app);
  windowId = (await app.driver.windows())[0]?.id ?? 0;
});

afterAll(() => app.close());

/** Whatever a page tried: it is still our page, alone, and main answers it. */
afterEach(async () => {
  const windows = await app.driver.windows();
  expect(windows).toHaveLength(1);
  expect(windows[0]).toMatchObject({ id: windowId, url: expect.stringMatching(/^app:\/\/aloud\/popup\//u) });
  expect((await popup.snapshot()).source).toBe('demo');
  expect(await popup.page.evaluate(() => (window as unknown as HostilePage).hacked)).toBeUndefined();
});

/** Calls as our own page does; resolves with the sentence of the refusal. */
function refusalOf(method: string, ...args: unknown[]): Promise<string> {
  return popup.page.evaluate(
    async ([name, given]) => {
      const call = (window as unknown as HostilePage).aloud[name];
      if (call === undefined) return 'no such method';
      return call(...given).then(
        (value) => `accepted: ${JSON.stringify(value)}`,
        (error: Error) => error.message,
      );
    },
    [method, args] as const,
  );
}

describe('the door to main', () => {
  it('offers the page the calls of the contract and nothing of Electron or Node', async () => {
    const seen = await popup.page
      .evaluate((forbidden) => {
        const { aloud } = window as unknown as HostilePage;
        return {
          names: Object.keys(aloud).sort(),
          kinds: [...new Set(Object.values(aloud).map((value) => typeof value))],
          found: forbidden.filter((name) => name in window),
          replaced: Reflect.set(window, 'aloud', {}) && Object.keys(aloud).length === 0,
          // The way by which a leaked object of the other world would lead to its globals.
          foreign: Object.values(aloud).some(
            (call) => call.constructor('return typeof process')() !== 'undefined',
          ),
        };
      }, FORBIDDEN)
      .catch((error: Error) => error);
    // `Function` from a string is refused by the policy, which is as good.
    if (seen instanceof Error) throw seen;
    expect(seen).toEqual({
      names: Object.keys(API).sort(),
      kinds: ['function'],
      found: [],
      replaced: false,
      foreign: false,
    });
  });

  it.each([
    ['no such channel', 'getKey', []],
    ['a channel of Electron', 'ELECTRON_BROWSER_REQUIRE', ['fs']],
    ['the name of a handler’s own property', 'toString', []],
    ['an empty channel', '', []],
  ])('refuses %s', async (_what, channel, args) => {
    const outcome = await app.driver.invokeAs(windowId, OWN, channel, ...args);
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('No handler registered') });
  });

  const WRONG_ARGUMENTS: [string, unknown[]][] = [
    ['ask', []],
    ['ask', [42]],
    ['ask', [null]],
    ['ask', [{ toString: 'hello' }]],
    ['ask', ['a'.repeat(1_000_001)]],
    ['setMuted', ['yes']],
    ['setMuted', [1]],
    ['setPaused', []],
    ['setPaused', ['no']],
    ['setVolume', [1.01]],
    ['setVolume', [-0.01]],
    ['setVolume', ['0.5']],
    ['setVolume', [Number.NaN]],
    ['setOutput', []],
    ['setOutput', ['']],
    ['setOutput', [{ id: 'a', name: 'Loudspeaker' }]],
    ['setKey', ['sk-proj-abcdefghijklmnopqrstuvwxyz', 'true']],
    ['setKey', [['sk-proj-abcdefghijklmnopqrstuvwxyz'], true]],
    ['setContentHeight', [-1]],
    ['setContentHeight', [1e9]],
    ['setContentHeight', ['100']],
    ['reportAudioDevice', [{ kind: 'broken' }]],
    ['reportAudioDevice', [{ kind: 'running', outputLatencyMs: -5 }]],
    ['reportAudioDevice', [{ kind: 'failed', fault: 'closed', more: true }]],
    ['reportAudioDevice', [null]],
    ['reportOutputs', ['default']],
    ['reportOutputs', [[{ id: 'a' }]]],
    ['reportOutputs', [[{ id: 'a', name: 'A', more: true }]]],
    ['reportOutputs', [Array.from({ length: 257 }, (_, id) => ({ id: String(id), name: 'A' }))]],
  ];
  it.each(WRONG_ARGUMENTS)('refuses the wrong arguments of %s (%#)', async (method, args) => {
    expect(await refusalOf(method, ...args)).toContain(
      'Refused: the arguments are not what this call takes.',
    );
  });

  it.each([
    'getSnapshot',
    'stop',
    'retry',
    'hide',
    'useDemo',
    'replay',
    'dismissProblem',
    'openLog',
    'requestAudioPort',
  ])('refuses too many arguments of %s', async (channel) => {
    const outcome = await app.driver.invokeAs(windowId, OWN, channel, 'one too many');
    expect(outcome).toMatchObject({ ok: false, message: expect.stringContaining('Refused: the arguments') });
  });

  it('lets its own page call once the arguments are right', async () => {
    expect(await app.driver.invokeAs(windowId, OWN, 'stop')).toEqual({ ok: true, value: false });
  });

  it.each([
    ['another site', { url: 'https://evil.example/', isTopFrame: true }],
    [
      'another site with our name in its path',
      { url: 'https://evil.example/app://aloud/', isTopFrame: true },
    ],
    ['another host of our scheme', { url: 'app://other/popup/index.html', isTopFrame: true }],
    ['a host that begins as ours', { url: 'app://aloud.evil.example/', isTopFrame: true }],
    ['a file', { url: 'file:///tmp/index.html', isTopFrame: true }],
    ['a data address', { url: 'data:text/html,hello', isTopFrame: true }],
    ['a frame inside our page', { url: OWN.url, isTopFrame: false }],
  ])('refuses %s', async (_who, frame) => {
    for (const [channel, args] of [
      ['getSnapshot', []],
      ['setKey', ['sk-proj-abcdefghijklmnopqrst', true]],
    ] as const) {
      const outcome = await app.driver.invokeAs(windowId, frame, channel, ...args);
      expect(outcome).toMatchObject({
        ok: false,
        message: expect.stringContaining('Refused: only the pages of Aloud may ask this.'),
      });
    }
  });

  it('refuses a flood, and answers again a moment later', async () => {
    const flood = await popup.page.evaluate(async () => {
      const { aloud } = window as unknown as HostilePage;
      const calls = Array.from({ length: 1_500 }, () =>
        aloud.getSnapshot?.().then(
          () => 'accepted',
          (error: Error) => error.message,
        ),
      );
      return Promise.all(calls);
    });
    const refused = flood.filter((outcome) => outcome !== 'accepted');
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused)).toEqual(
      new Set([expect.stringContaining('Refused: too many calls in a short time.')]),
    );
    await expect.poll(() => refusalOf('stop'), { timeout: 20_000 }).toBe('accepted: false');
  });

  it('writes refusals down without what was sent', () => {
    expect(app.stderr()).toContain('A call was refused');
    expect(app.stderr()).not.toContain('one too many');
    expect(app.stderr()).not.toContain('sk-proj-abcdef');
  });
});

describe('a page that turned hostile', () => {
  it('cannot navigate away', async () => {
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'data:text/html,<h1>hello</h1>',
      'app://other/',
    ]) {
      await popup.page.evaluate((target) => {
        location.href = target;
      }, url);
      await popup.page.evaluate((target) => {
        const link = document.createElement('a');
        link.href = target;
        document.body.append(link);
        link.click();
        link.remove();
      }, url);
    }
    await popup.prompt.waitFor();
  });

  it('cannot open a window', async () => {
    await popup.page.evaluate(() => {
      window.open('https://example.com/');
      window.open('app://aloud/popup/index.html', '_blank', 'nodeIntegration=yes');
    });
    await expect.poll(() => app.stderr()).toContain('A page tried to open a window: refused');
  });

  it('cannot embed a webview or a frame with the API', async () => {
    const frames = await popup.page.evaluate(async () => {
      const webview = document.createElement('webview');
      webview.setAttribute('src', 'https://example.com/');
      const frame = document.createElement('iframe');
      document.body.append(webview, frame);
      const inner = frame.contentWindow as unknown as Partial<HostilePage> | null;
      const seen = {
        webviewIsPlain: webview instanceof HTMLUnknownElement || webview.constructor === HTMLElement,
        api: typeof inner?.aloud,
      };
      webview.remove();
      frame.remove();
      return seen;
    });
    expect(frames).toEqual({ webviewIsPlain: true, api: 'undefined' });
  });

  it('gets no permission', async () => {
    for (const permission of [
      'media',
      'geolocation',
      'notifications',
      'clipboard-read',
      'openExternal',
      'fullscreen',
      'hid',
      'unknown',
    ]) {
      expect(await app.driver.requestPermission(windowId, permission)).toBe(false);
    }
    const microphone = await popup.page.evaluate(() =>
      navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        (error: Error) => error.name,
      ),
    );
    expect(microphone).not.toBe('granted');
  });

  it('runs no code from strings, inline scripts or elsewhere', async () => {
    const violated = await popup.page.evaluate(async () => {
      const directives: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        directives.push(event.effectiveDirective),
      );
      // Not under the debugger, which may do more than a page.
      await new Promise<void>((done) => {
        setTimeout(() => {
          for (const run of [
            // biome-ignore lint/security/noGlobalEval: it must be refused
            () => eval('window.hacked = true'),
            () => new Function('window.hacked = true')(),
          ]) {
            try {
              run();
            } catch {}
          }
          done();
        });
      });
      const image = new Image();
      image.src = 'https://example.com/pixel.png';
      const style = document.createElement('style');
      style.textContent = 'body { display: none }';
      document.body.append(image, style);
      const fetched = await fetch('https://example.com/').then(
        () => 'fetched',
        () => 'refused',
      );
      const socket = await new Promise<string>((done) => {
        try {
          const opened = new WebSocket('wss://example.com/');
          opened.onopen = () => done('opened');
          opened.onerror = () => done('refused');
        } catch {
          done('refused');
        }
      });
      for (const element of [image, style]) element.remove();
      return { directives: [...new Set(directives)].sort(), fetched, socket };
    });
    expect(violated).toMatchObject({ fetched: 'refused', socket: 'refused' });
    expect(violated.directives).toEqual(
      expect.arrayContaining(['connect-src', 'img-src', 'require-trusted-types-for', 'style-src-elem']),
    );
  });

  it('turns no text into HTML or code', async () => {
    const done = await popup.page.evaluate(() => {
      const bad = '<img src=x onerror="window.hacked = true">';
      const script = document.createElement('script');
      const place = document.createElement('div');
      document.body.append(place);
      const ways: Record<string, () => unknown> = {
        innerHTML: () => (place.innerHTML = bad),
        outerHTML: () => (place.outerHTML = bad),
        insertAdjacentHTML: () => place.insertAdjacentHTML('beforeend', bad),
        'document.write': () => document.write(bad),
        srcdoc: () => (document.createElement('iframe').srcdoc = bad),
        DOMParser: () => new DOMParser().parseFromString(bad, 'text/html'),
        contextual: () => document.createRange().createContextualFragment(bad),
        'script.text': () => (script.text = 'window.hacked = true'),
        'script.src': () => (script.src = 'https://example.com/hack.js'),
        handler: () => place.setAttribute('onclick', 'window.hacked = true'),
        worker: () => new Worker('https://example.com/hack.js'),
      };
      const worked = Object.entries(ways).flatMap(([name, way]) => {
        try {
          way();
          return [name];
        } catch (error) {
          return error instanceof TypeError ? [] : [`${name}: ${String(error)}`];
        }
      });
      place.remove();
      return { worked, hacked: Reflect.has(window, 'hacked') };
    });
    expect(done).toEqual({ worked: [], hacked: false });
  });
});

describe('app://', () => {
  /** Asks for a path exactly as it is written, with the right of the page to do so. */
  async function get(
    path: string,
    method = 'GET',
  ): Promise<{ status: number; headers: Record<string, unknown> }> {
    const { host, port } = new URL(popup.page.url());
    const cookies = await popup.page.context().cookies(popup.page.url());
    const headers = { Host: host, Cookie: cookies.map(({ name, value }) => `${name}=${value}`).join('; ') };
    return new Promise((done, failed) => {
      const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
        response.resume();
        done({ status: response.statusCode ?? 0, headers: response.headers });
      });
      asked.on('error', failed);
      asked.end();
    });
  }

  it('serves the popup under the strictest policy', async () => {
    const { status, headers } = await get('/popup/index.html');
    expect(status).toBe(200);
    const policy = String(headers['content-security-policy']);
    const directives = new Map(
      policy.split(';').map((directive) => {
        const [name = '', ...sources] = directive.trim().split(/\s+/u);
        return [name, sources.join(' ')];
      }),
    );
    expect(Object.fromEntries(directives)).toEqual({
      'default-src': "'none'",
      'script-src': "'self'",
      'style-src': "'self'",
      'img-src': "'self'",
      'font-src': "'self'",
      'connect-src': "'none'",
      'base-uri': "'none'",
      'form-action': "'none'",
      'frame-ancestors': "'none'",
      'object-src': "'none'",
      'require-trusted-types-for': "'script'",
    });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it.each([
    '/../main/index.js',
    '/popup/../../main/index.js',
    '/popup/../../../package.json',
    '/%2e%2e/main/index.js',
    '/%2e%2e%2fmain%2findex.js',
    '/..%2f..%2fpackage.json',
    '/popup/..%5c..%5cmain%5cindex.js',
    '/%252e%252e/main/index.js',
    '//etc/passwd',
    '/etc/passwd',
    '/popup/index.html%00.js',
    '/popup/',
    '/popup',
    '/',
    '/licenses.json',
    '/%E0%A4%A',
  ])('does not serve %s', async (path) => {
    const { status, headers } = await get(path);
    expect(status).toBe(404);
    expect(headers).toMatchObject({
      'content-security-policy': expect.stringContaining("default-src 'none'"),
    });
  });

  it.each(['POST', 'PUT', 'DELETE'])('takes no %s', async (method) => {
    expect((await get('/popup/index.html', method)).status).toBe(405);
  });
});
