import { afterEach, describe, expect, it } from 'vitest';
import { CALM, findScenario } from '../../../src/main/demo/scenarios/scenarios';
import type { DemoServer } from '../../../src/main/demo/server';
import { Client, startServer } from './server-harness';

const scenario = (name: string) => findScenario(name) ?? CALM;

let server: DemoServer;
afterEach(() => server.stop());

describe('a server that changes while a connection lives', () => {
  it('misbehaves from then on', async () => {
    server = await startServer();
    const client = new Client(server.url);
    await client.until('session.created');
    server.misbehave(scenario('error-server-error'));
    await client.ask('Hello');
    expect(await client.until('error')).toHaveProperty('error.code', 'server_error');
    server.misbehave(scenario('quota'));
    client.send({ type: 'response.create' });
    expect(await client.until('response.done')).toHaveProperty('response.status', 'failed');
  });

  it('breaks it for what can only happen at a handshake, and meets new ones so', async () => {
    server = await startServer();
    const client = new Client(server.url);
    await client.until('session.created');
    server.misbehave(scenario('refuse-401'));
    expect((await client.closed).code).toBe(1006);
    expect((await new Client(server.url).closed).code).toBe(1006);
  });

  it('expires sessions on demand', async () => {
    server = await startServer();
    const client = new Client(server.url);
    await client.until('session.created');
    server.expire();
    expect(await client.until('error')).toHaveProperty('error.code', 'session_expired');
    expect(await client.closed).toEqual({
      code: 1001,
      reason: 'Your session hit the maximum duration of 60 minutes.',
    });
  });
});

it('misbehaves as many times as it is told, and counts its connections', async () => {
  server = await startServer({ scenario: scenario('refuse-503'), times: 1 });
  expect((await new Client(server.url).closed).code).toBe(1006);
  const client = new Client(server.url);
  await client.until('session.created');
  expect(server.connections).toBe(1);
  client.socket.terminate();
  await client.closed;
  while (server.connections > 0) await new Promise((resolve) => setImmediate(resolve));
});

it('shows what it saw of a request', async () => {
  const seen: (string | undefined)[] = [];
  server = await startServer({ saw: ({ url, headers }) => seen.push(url, headers['x-test']?.toString()) });
  const client = new Client(server.url, { headers: { 'x-test': 'yes' } });
  await client.until('session.created');
  expect(seen).toEqual(['/v1/realtime?model=test', 'yes']);
  client.socket.terminate();
});
