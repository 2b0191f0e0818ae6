import type { IncomingHttpHeaders } from 'node:http';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { chooseEndpoint, originOf } from '../../../src/main/assistant/endpoint';
import { type Certificate, createCertificate } from '../../../src/main/demo/certificate';
import type { DemoServer } from '../../../src/main/demo/server';
import { createConnect } from '../../../src/main/realtime/connect';
import type { Endpoint } from '../../../src/main/realtime/connection';
import { createSession } from '../../../src/main/realtime/session';
import type { SessionEvent } from '../../../src/main/realtime/session-events';
import { OPENAI_PROFILE, type Profile } from '../../../src/main/settings/profile';
import { startServer } from '../demo/server-harness';

const KEY = 'sk-key-of-a-profile';
const answering = { model: 'my-model', voice: null, speed: 1, instructions: null, maxOutputTokens: null };
const common = { id: 'mine', name: 'Mine', ...answering };

let certificate: Certificate;
let server: DemoServer;
let seen: { url: string | undefined; headers: IncomingHttpHeaders }[];

beforeEach(async () => {
  certificate = await createCertificate(new Date());
  seen = [];
  server = await startServer({
    certificate,
    key: KEY,
    saw: ({ url, headers }) => seen.push({ url, headers }),
  });
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await server.stop();
});

function endpointOf(profile: Profile): Endpoint {
  const chosen = chooseEndpoint({
    source: profile.kind === 'openai' ? 'openai' : 'profile',
    customUrl: null,
    profile,
    enteredKey: { key: KEY, origin: originOf(profile) },
    environmentKey: null,
  });
  if (chosen.kind !== 'endpoint') throw new Error(`no endpoint: ${chosen.kind}`);
  return chosen.endpoint;
}

/** A whole turn with our session; resolves with its words. */
function turn(endpoint: Endpoint): Promise<{ text: string; dialect: string }> {
  return new Promise((resolve, reject) => {
    let text = '';
    let dialect = '';
    const onEvent = (event: SessionEvent): void => {
      if (event.type === 'words') text += event.delta;
      if (event.type === 'state' && event.state.kind === 'ready') dialect = event.state.dialect;
      if (event.type === 'state' && event.state.kind === 'closed')
        reject(event.state.reason ?? new Error('closed'));
      if (event.type !== 'turn-done') return;
      if (event.outcome.kind === 'completed') resolve({ text, dialect });
      else reject(event.outcome.kind === 'failed' ? event.outcome.error : new Error('cancelled'));
      session.close();
    };
    const session = createSession({
      connect: createConnect({ authorities: () => [certificate.cert] }),
      endpoint,
      config: { instructions: 'Speak.', voice: 'marin', speed: 1 },
      schedule: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      onEvent,
    });
    session.ask(1, 'Count to 3');
  });
}

it('reaches Azure by today’s address, with its own header', async () => {
  const profile: Profile = {
    ...common,
    kind: 'azure',
    resource: `https://localhost:${server.port}/`,
    apiVersion: null,
  };
  expect(await turn(endpointOf(profile))).toMatchObject({ text: 'One, two, three.', dialect: 'ga' });
  expect(seen).toHaveLength(1);
  expect(seen[0]?.url).toBe('/openai/v1/realtime?model=my-model');
  expect(seen[0]?.headers['api-key']).toBe(KEY);
  expect(seen[0]?.headers).not.toHaveProperty('authorization');
});

it('reaches Azure by the preview’s address, in its dialect', async () => {
  const profile: Profile = {
    ...common,
    kind: 'azure',
    resource: `localhost:${server.port}`,
    apiVersion: '2024-10-01-preview',
  };
  expect(await turn(endpointOf(profile))).toMatchObject({ text: 'One, two, three.', dialect: 'beta' });
  const url = new URL(seen[0]?.url ?? '', 'https://localhost');
  expect(url.pathname).toBe('/openai/realtime');
  expect(url.searchParams.get('api-version')).toBe('2024-10-01-preview');
  expect(url.searchParams.get('deployment')).toBe('my-model');
  expect(seen[0]?.headers['api-key']).toBe(KEY);
  expect(seen[0]?.headers).not.toHaveProperty('authorization');
});

it('reaches OpenAI’s address through the SDK, with a bearer token and nothing of the environment', async () => {
  vi.stubEnv('OPENAI_ORG_ID', 'org-of-the-environment');
  vi.stubEnv('OPENAI_PROJECT_ID', 'proj-of-the-environment');
  vi.stubEnv('OPENAI_BASE_URL', 'https://elsewhere.example/v1');
  const asked = endpointOf(OPENAI_PROFILE);
  const url = new URL(asked.url);
  url.host = `localhost:${server.port}`;
  expect(await turn({ ...asked, url: url.href })).toMatchObject({ dialect: 'ga' });
  expect(seen[0]?.url).toBe(`/v1/realtime?model=${asked.model}`);
  const headers = seen[0]?.headers ?? {};
  expect(headers.authorization).toBe(`Bearer ${KEY}`);
  for (const name of [
    'api-key',
    'openai-beta',
    'openai-organization',
    'openai-project',
    'sec-websocket-extensions',
  ])
    expect(headers).not.toHaveProperty(name);
});

it.each([
  ['auto', 'ga', undefined],
  ['ga', 'ga', undefined],
  ['beta', 'beta', 'realtime=v1'],
] as const)('reaches a server of one’s own in the dialect %s', async (dialect, spoken, header) => {
  const url = `wss://localhost:${server.port}/v1/realtime`;
  const profile: Profile = { ...common, kind: 'compatible', url, dialect, insecureKey: false };
  expect(await turn(endpointOf(profile))).toMatchObject({ text: 'One, two, three.', dialect: spoken });
  expect(seen[0]?.url).toBe('/v1/realtime?model=my-model');
  expect(seen[0]?.headers['openai-beta']).toBe(header);
  expect(seen[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
});

it('shows a wrong key to nobody else, and says that it is wrong', async () => {
  const url = `wss://localhost:${server.port}/v1/realtime`;
  const profile: Profile = { ...common, kind: 'compatible', url, dialect: 'auto', insecureKey: false };
  await expect(turn({ ...endpointOf(profile), key: 'sk-wrong' })).rejects.toMatchObject({ code: 'bad-key' });
});

it('does not follow a redirect, and its key does not', async () => {
  const refusal = { status: 307, headers: { Location: server.url }, body: '' };
  const scenario = { name: 'to-the-other', description: 'To the other server.', refusal };
  const first = await startServer({ certificate, scenario });
  const url = `wss://localhost:${first.port}/v1/realtime`;
  await expect(turn({ url, key: KEY, model: 'm' })).rejects.toMatchObject({ name: 'RealtimeError' });
  expect(seen).toEqual([]);
  await first.stop();
});
