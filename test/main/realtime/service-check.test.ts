import { describe, expect, it, vi } from 'vitest';
import type { Connect, ConnectionListener, Endpoint } from '../../../src/main/realtime/connection';
import { RealtimeError } from '../../../src/main/realtime/errors';
import type { HttpGet } from '../../../src/main/realtime/models-list';
import { checkService } from '../../../src/main/realtime/service-check';
import { FakeClock } from '../../fakes/clock';

const KEY = 'sk-proj-ALOUDMARKf3Q7xT0pZs9LkVw2Rb5Yd8NcGh1JmUe4';
const endpoint: Endpoint = { url: 'wss://api.openai.com/v1/realtime', key: KEY, model: 'gpt-realtime-2.1' };
const config = { instructions: 'Speak.', voice: 'marin', speed: 1 };

/** What the other end does with a connection. */
type Server = (listener: ConnectionListener) => void;

const ready: Server = (listener) => {
  listener.opened();
  listener.received({ type: 'session.created', session: { type: 'realtime' } });
};

function check(get: HttpGet, server: Server, listUrl: string | null = 'https://api.openai.com/v1') {
  const sent: string[] = [];
  const connect = vi.fn<Connect>((_endpoint, listener) => {
    queueMicrotask(() => server(listener));
    return {
      send(event) {
        sent.push(event.type);
        const session = {
          type: 'realtime',
          audio: { output: { format: { type: 'audio/pcm', rate: 24_000 }, voice: 'marin' } },
        };
        if (event.type === 'session.update') listener.received({ type: 'session.updated', session });
      },
      probe() {},
      close: () => void sent.push('close'),
    };
  });
  const checked = checkService(
    { endpoint, config, listUrl },
    { connect, get, schedule: new FakeClock().schedule, wallNow: () => 0 },
  );
  return { checked, connect, sent };
}

const answers =
  (status: number, body: unknown, headers: Record<string, string> = {}): HttpGet =>
  async () =>
    new Response(typeof body === 'string' ? body : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json', ...headers },
    });
const models = (...ids: string[]) =>
  answers(200, { object: 'list', data: ids.map((id) => ({ id, object: 'model' })) });
const refusal = (code: string | null) => ({
  error: { message: `Incorrect API key provided: ${KEY}.`, type: 'x', code },
});
const never: HttpGet = () => Promise.reject(new Error('not to be asked'));

describe('a service that lists its models', () => {
  it('is asked with the key alone, in the header, whatever the environment adds', async () => {
    vi.stubEnv('OPENAI_BASE_URL', 'https://elsewhere.test');
    vi.stubEnv('OPENAI_ORG_ID', 'org-1');
    vi.stubEnv('OPENAI_CUSTOM_HEADERS', 'X-Spy: 1');
    const get = vi.fn(models('gpt-realtime-2.1'));
    const { checked, connect } = check(get, ready);
    await expect(checked).resolves.toEqual({ kind: 'works', how: 'models' });
    vi.unstubAllEnvs();
    expect(get).toHaveBeenCalledOnce();
    const [url, options] = get.mock.calls[0] ?? [];
    expect(url).toBe('https://api.openai.com/v1/models');
    expect(options?.headers).toEqual({
      Authorization: `Bearer ${KEY}`,
      Accept: 'application/json',
      'User-Agent': 'Aloud',
    });
    expect(connect).not.toHaveBeenCalled();
  });

  it('and does not name the wanted one is put to the proof', async () => {
    const { checked, sent } = check(models('gpt-4'), ready);
    await expect(checked).resolves.toEqual({ kind: 'works', how: 'session' });
    // Nothing is asked, and nothing stays open.
    expect(sent).toEqual(['session.update', 'close']);
  });

  it.each([
    [401, 'invalid_api_key', 'bad-key'],
    [403, null, 'forbidden'],
    [404, 'model_not_found', 'not-found'],
  ] as const)(
    'and refuses with %i is believed only once a session is refused, too',
    async (status, code, cause) => {
      const works = check(answers(status, refusal(code)), ready);
      await expect(works.checked).resolves.toEqual({ kind: 'works', how: 'session' });
      const refused = check(answers(status, refusal(code)), (listener) =>
        listener.ended(new RealtimeError(cause)),
      );
      await expect(refused.checked).resolves.toMatchObject({ kind: 'failed', error: { code: cause } });
    },
  );

  it.each([
    [429, 'insufficient_quota', 'quota'],
    [429, 'rate_limit_exceeded', 'rate-limited'],
    [500, null, 'server-error'],
  ] as const)('and answers %i %s is not asked twice', async (status, code, cause) => {
    const { checked, connect } = check(answers(status, refusal(code), { 'retry-after': '20' }), ready);
    const result = await checked;
    expect(result).toMatchObject({ kind: 'failed', error: { code: cause, retryAfterMs: 20_000 } });
    expect(connect).not.toHaveBeenCalled();
    // Errors are shown and logged.
    expect(JSON.stringify(result)).not.toContain('ALOUDMARK');
    if (result.kind === 'failed') expect(String(result.error.stack)).not.toContain('ALOUDMARK');
  });

  it.each([
    ['net::ERR_NAME_NOT_RESOLVED', undefined, 'host-not-found'],
    ['net::ERR_INTERNET_DISCONNECTED', undefined, 'offline'],
    ['net::ERR_CERT_AUTHORITY_INVALID', undefined, 'self-signed'],
    ['net::ERR_CERT_DATE_INVALID', undefined, 'tls'],
    ['net::ERR_PROXY_CONNECTION_FAILED', undefined, 'proxy-refused'],
    ['fetch failed', { code: 'ENOTFOUND' }, 'host-not-found'],
    ['fetch failed', { code: 'ECONNREFUSED' }, 'refused-connection'],
  ])('and cannot be reached says why: %s %j', async (message, cause, code) => {
    const get: HttpGet = () =>
      Promise.reject(new TypeError(message, { cause: Object.assign(new Error('inside'), cause) }));
    const { checked } = check(get, ready);
    await expect(checked).resolves.toMatchObject({ kind: 'failed', error: { code } });
  });

  it('and is behind a proxy that wants a password is asked by a session, which may have one', async () => {
    for (const name of ['ERR_PROXY_AUTH_REQUESTED', 'ERR_PROXY_AUTH_UNSUPPORTED']) {
      const get: HttpGet = () => Promise.reject(new TypeError(`net::${name}`));
      await expect(check(get, ready).checked).resolves.toEqual({ kind: 'works', how: 'session' });
    }
  });

  it('and answers with a page, something else, or without end, is not believed', async () => {
    const page = check(answers(511, '<html>', { 'content-type': 'text/html' }), ready);
    await expect(page.checked).resolves.toMatchObject({ kind: 'failed', error: { code: 'captive-portal' } });
    // No list leaves everything open.
    const other = check(answers(200, { hello: 'world' }), ready);
    await expect(other.checked).resolves.toEqual({ kind: 'works', how: 'session' });
    const huge = check(answers(200, 'x'.repeat(3 * 1024 * 1024)), ready);
    await expect(huge.checked).resolves.toMatchObject({ kind: 'failed', error: { code: 'too-large' } });
  });
});

describe('any other service', () => {
  it('is put to the proof by a session', async () => {
    const { checked, connect } = check(never, ready, null);
    await expect(checked).resolves.toEqual({ kind: 'works', how: 'session' });
    expect(connect).toHaveBeenCalledWith(endpoint, expect.anything());
  });

  it('is told to fail with the reason of the session', async () => {
    const { checked } = check(
      never,
      (listener) => listener.ended(new RealtimeError('refused-connection')),
      null,
    );
    await expect(checked).resolves.toMatchObject({ kind: 'failed', error: { code: 'refused-connection' } });
  });
});
