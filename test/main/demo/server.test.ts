import { afterEach, describe, expect, it } from 'vitest';
import { findScenario } from '../../../src/main/demo/scenarios/scenarios';
import type { DemoServer } from '../../../src/main/demo/server';
import { Haste } from '../../fakes/haste';
import { joinAudio } from './fakes';
import { Client, refusalOf, startServer } from './server-harness';

let server: DemoServer | null = null;
const start = async (...options: Parameters<typeof startServer>): Promise<DemoServer> => {
  server = await startServer(...options);
  return server;
};
afterEach(async () => {
  await server?.stop();
  server = null;
});

describe('who may connect', () => {
  it('listens on loopback and serves a turn', async () => {
    const { url } = await start();
    expect(url).toMatch(/^ws:\/\/127\.0\.0\.1:\d+\/v1\/realtime$/);
    const client = new Client(url);
    await client.ask('Count to five');
    await client.until('response.done');
    expect(joinAudio(client.events).length).toBe('One, two, three, four, five.'.length * 480);
  });

  it('wants the key, in any of the three places', async () => {
    const { url } = await start({ key: 'secret' });
    await new Client(url, { headers: { authorization: 'Bearer secret' } }).until('session.created');
    await new Client(url, { headers: { 'api-key': 'secret' } }).until('session.created');
    const browser = new Client(url, {}, ['realtime', 'openai-insecure-api-key.secret']);
    await browser.until('session.created');
    expect(browser.socket.protocol).toBe('realtime');
  });

  it('refuses a missing or wrong key with 401 and a reason that does not repeat it', async () => {
    const { url } = await start({ key: 'secret' });
    expect((await refusalOf(url)).status).toBe(401);
    const wrong = await refusalOf(url, { headers: { authorization: 'Bearer sk-wrong' } });
    expect(wrong.status).toBe(401);
    expect(JSON.parse(wrong.body)).toEqual({
      error: {
        message: 'Incorrect API key provided.',
        type: 'invalid_request_error',
        code: 'invalid_api_key',
        param: null,
      },
    });
  });

  it.each([
    [{ host: 'evil.example' }],
    [{ host: '127.0.0.1.evil.example' }],
    [{ origin: 'https://evil.example' }],
    [{ origin: 'null' }],
  ])('refuses a page from elsewhere: %j', async (headers) => {
    const { url } = await start();
    expect((await refusalOf(url, { headers })).status).toBe(403);
  });

  it.each([[{ origin: 'http://localhost:5173' }], [{ origin: 'app://popup' }], [{ host: 'localhost:80' }]])(
    'admits what is on this machine: %j',
    async (headers) => {
      const { url } = await start();
      await new Client(url, { headers }).until('session.created');
    },
  );

  it('knows no other address', async () => {
    const { url } = await start();
    expect((await refusalOf(url.replace('/v1/realtime', '/v1/other'))).status).toBe(404);
    const page = await fetch(url.replace('ws:', 'http:'));
    expect(page.status).toBe(426);
  });

  it('takes the dialect from the header and from Azure’s preview address', async () => {
    const { url } = await start();
    const beta = new Client(url, { headers: { 'openai-beta': 'realtime=v1' } });
    expect(await beta.until('session.created')).toHaveProperty('session.modalities');
    const azure = new Client(url.replace('/v1/realtime', '/openai/realtime'));
    expect(await azure.until('session.created')).toHaveProperty('session.modalities');
    const ga = new Client(url.replace('/v1/realtime', '/openai/v1/realtime'));
    expect(await ga.until('session.created')).toHaveProperty('session.audio.output.format', {
      type: 'audio/pcm',
      rate: 24_000,
    });
  });
});

describe('frames', () => {
  it('that are no JSON are answered, and the connection lives', async () => {
    const { url } = await start();
    const client = new Client(url);
    await client.until('session.created');
    client.socket.send('{');
    client.socket.send(Buffer.from([1, 2, 3]));
    expect(await client.until('error')).toMatchObject({ error: { code: 'invalid_json' } });
    client.send({ type: 'session.update', session: { type: 'realtime' } });
    await client.until('session.updated');
  });

  it('that are too large close the connection with 1009', async () => {
    const { url } = await start();
    const client = new Client(url);
    await client.until('session.created');
    client.socket.send(Buffer.alloc(17 * 1024 * 1024, 0x20).toString());
    expect((await client.closed).code).toBe(1009);
  });
});

describe('stopping', () => {
  it('ends connections in mid-answer and gives the port back', async () => {
    const first = await start({ pace: 1 });
    const client = new Client(first.url);
    await client.ask('Tell me a long story');
    await client.until('response.output_audio.delta');
    await first.stop();
    expect((await client.closed).code).toBe(1006);
    const again = await start({ port: first.port });
    expect(again.port).toBe(first.port);
  });

  it('waits no longer with a handshake for a client that is gone', async () => {
    const time = new Haste(1);
    const scenario = findScenario('no-handshake') ?? expect.fail();
    const { url } = await start({ scenario, clock: time.clock });
    const client = new Client(url);
    await expect.poll(() => time.waiting).toBe(1);
    client.socket.terminate();
    await expect.poll(() => time.waiting).toBe(0);
  });

  it('is told when the port is taken', async () => {
    const { port } = await start();
    await expect(startServer({ port })).rejects.toThrow(/EADDRINUSE/);
  });
});
